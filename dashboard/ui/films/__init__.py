"""The films shown: cards, table, pages."""
