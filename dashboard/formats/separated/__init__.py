"""Text whose cells a sign separates: CSV in all its forms."""
