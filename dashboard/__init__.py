"""A dashboard over a curated list of films."""

__version__ = "0.1.0"
