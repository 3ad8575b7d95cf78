"""The films that two lists share, and what a visitor's comparison says of a list."""
