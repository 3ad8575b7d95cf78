"""The calendar check: dated things, the words that name them, and what a film cannot know of them."""
