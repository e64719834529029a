"""Statements: who says what, on whose word."""
