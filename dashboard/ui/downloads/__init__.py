"""What a visitor takes away: files of the films shown, links, and names for views."""
