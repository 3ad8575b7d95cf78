"""What a visitor adds to the evidence of a list: rows of its files, and which words of a text they are about."""
