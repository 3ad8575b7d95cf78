"""Forms made of entries, each with named fields: for reference managers and for calendars."""
