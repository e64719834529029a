"""The record's file: one SQLite database with reports and readings, kept for good, and what is derived from them."""
