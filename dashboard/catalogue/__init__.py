"""A film list: what each column means, reading a file, checking it, the lists on offer."""
