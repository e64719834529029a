"""Rows to text and files: sentences, readings, briefs, tables, CSV. Pure functions of schema values."""
