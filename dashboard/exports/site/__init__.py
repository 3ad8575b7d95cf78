"""A list as a site of plain files: the first view of each of its views, written down."""
