"""The list of tickets: as cards, as a table, with its filters."""
