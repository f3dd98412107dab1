"""The authority: what a served desk agrees with, on SQLite or PostgreSQL."""
