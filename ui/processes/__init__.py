"""Setting up who approves what, and the operation log."""
