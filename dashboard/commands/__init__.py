"""The commands: check, convert, and serve, which says what a list is before it is served."""
