"""HTTP to function, nothing more."""
