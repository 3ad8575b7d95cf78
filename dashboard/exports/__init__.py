"""The films of a view as a file to take away."""
