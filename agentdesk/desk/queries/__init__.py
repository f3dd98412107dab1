"""What panes ask: one file per pane, each query a frozen dataclass."""
