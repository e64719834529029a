"""Statuses: which of them tell of what was, and which of what may come."""

from __future__ import annotations

FACTUAL = frozenset({"happened", "ongoing", "not_happened"})
"""Statuses of what is told as a fact."""
TOLD = frozenset({"happened", "ongoing"})
"""Statuses of what has taken place, or does; they are one family, for what goes on has also happened."""
OPEN = frozenset({"planned", "possible", "called_for"})
"""Statuses of what may come."""
