"""The sidebar: lists, search, filters, order, language."""
