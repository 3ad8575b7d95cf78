"""Pieces of the workbench as HTML."""
