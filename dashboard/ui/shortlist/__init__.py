"""The shortlist on the page, and the programme that is made of it."""
