"""AgentDesk's core: rules, records, store and desk. It knows no window."""

__version__ = "0.1.0"
