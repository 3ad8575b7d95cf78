"""What the head of a page says: to a browser, to whoever shows a preview of its link, and to machines."""
