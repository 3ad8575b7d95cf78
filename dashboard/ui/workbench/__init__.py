"""Changing a list that a visitor brought."""
