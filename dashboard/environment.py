"""The environment variables by which the parts of the dashboard are told what is served, and where."""

PUBLIC_URL = "FILM_LIST_PUBLIC_URL"
"""The one with the address under which the web knows this dashboard; set likewise."""
LIST_VARIABLE = "FILM_LIST"
"""The one that names a list's file or folder; the command line sets it."""
