"""Bytes to rows of texts, a module for each form."""
