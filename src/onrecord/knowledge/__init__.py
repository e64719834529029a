"""Knowledge: the tables that the reading stands on, as files that a person can read and correct (`data/`)."""
