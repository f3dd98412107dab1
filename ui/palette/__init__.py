"""One field for everything: what can be done here, where one can go, tickets and people."""
