"""The pane of what waits for the server and of what came back from it."""
