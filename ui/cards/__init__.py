"""Cards that show one thing, shared by panes and dialogs."""
