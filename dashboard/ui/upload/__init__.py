"""Bringing a list of one's own."""
