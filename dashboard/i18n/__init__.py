"""Catalogues, plural forms, numbers and days; names of columns and values; problems as sentences."""
