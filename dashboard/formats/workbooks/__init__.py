"""Workbooks: sheets of cells."""
