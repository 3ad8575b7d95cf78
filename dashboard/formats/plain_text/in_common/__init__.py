"""What nearly all lines of a plain list have in common, by which each of them is read."""
