"""The report on a list: what became of its rows."""
