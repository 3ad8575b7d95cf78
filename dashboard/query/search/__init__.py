"""Search: words folded and found."""
