"""What is known about a ticket besides its messages."""
