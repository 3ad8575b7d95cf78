"""Tables that are marked up in a text."""
