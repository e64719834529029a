"""Across articles: copies, the same event, origins, answers, plans, brief. Pure functions of readings.

Nothing here touches a file, the network or the clock, and no result depends on the order of the readings.
"""

VERSION = "9"
"""The version of these rules: a record derived by another version is derived anew. Raise it with every change."""
