"""A visitor's list changed, as values: its films and its columns."""
