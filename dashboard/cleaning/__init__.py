"""Rows to a film list: headers, kinds, years, values, ids."""
