"""One ticket: its header, what happens next, its messages and the reply box."""
