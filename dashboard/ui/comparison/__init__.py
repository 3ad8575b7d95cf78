"""Comparing a list with another one: the questions before it, and what came of it."""
