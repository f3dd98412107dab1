"""Entities as rows, for both databases."""
