"""The network: when to push and pull, and over which wire. No SQL."""
