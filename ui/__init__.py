"""The window: panes, dialogs and widgets on the desk."""
