"""Tables that hold several films in a row."""
