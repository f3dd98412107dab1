"""The panes of requests that wait for approval, and of one request."""
