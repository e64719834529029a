-- What people say of the record: corrections, kept for good, and the watch list.

CREATE TABLE correction (
    number  INTEGER PRIMARY KEY,        -- its id is c and this number; of two that contradict each other the higher counts
    content TEXT NOT NULL,              -- JSON: a correction without id and noted
    noted   TEXT NOT NULL               -- when it was stored, UTC
) STRICT;

CREATE TRIGGER correction_update BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'corrections are kept as they were made'); END;
CREATE TRIGGER correction_delete BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'corrections are kept for good; another one undoes them'); END;

CREATE TABLE watch (
    words TEXT PRIMARY KEY              -- a name or some words, as they were given
) STRICT, WITHOUT ROWID;
