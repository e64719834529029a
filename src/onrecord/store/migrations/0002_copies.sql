-- Copies: by what they are looked up, and which reports are copies of each other. Derived from the reports' texts alone, so
-- dropped and rebuilt at will; a pair depends on its two texts and on no other report.

CREATE TABLE copy_text (
    report  INTEGER PRIMARY KEY REFERENCES report (number),
    anchors INTEGER NOT NULL            -- how many the text has
) STRICT;

CREATE TABLE copy_anchor (
    anchor INTEGER NOT NULL,            -- a hash of five words that two copies have in common
    report INTEGER NOT NULL REFERENCES copy_text (report),
    PRIMARY KEY (anchor, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy_pair (
    first  INTEGER NOT NULL REFERENCES copy_text (report),  -- the lower number
    second INTEGER NOT NULL REFERENCES copy_text (report),
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy_rules (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    version TEXT NOT NULL               -- of the rules that made these rows
) STRICT;
