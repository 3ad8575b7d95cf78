"""One view of a list: search, filters, facets, order, shortlist, the link, the result in words."""
