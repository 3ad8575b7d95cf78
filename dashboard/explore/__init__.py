"""One view of a film list: search, filters, facet counts, order, the link. Plain functions, no page."""
