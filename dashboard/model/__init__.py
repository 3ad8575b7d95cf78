"""What a film list is: problems, columns, schema, rows."""
