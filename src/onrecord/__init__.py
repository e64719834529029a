"""onrecord reads news reports and keeps the record: who did, plans, says or denies what, on whose word."""
