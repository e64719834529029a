-- The record: what was taken in (reports, readings), kept for good, and what is derived from it.

CREATE TABLE report (
    number     INTEGER PRIMARY KEY,     -- the rowid that the full-text index points at
    id         TEXT NOT NULL UNIQUE,    -- source_id, or source_id~2 for a second content under that id
    source_id  TEXT NOT NULL,           -- the id that came in
    digest     TEXT NOT NULL,           -- SHA-256 of outlet, url, published, title and text: what "same content" means
    outlet     TEXT,
    url        TEXT,
    published  TEXT,                    -- ISO 8601 date or date-time, as its publisher gives it
    title      TEXT,
    text       TEXT NOT NULL,
    sha256     TEXT NOT NULL,           -- of the text in UTF-8
    language   TEXT,
    header_end INTEGER NOT NULL,        -- where header lines end and the report begins, in code points
    added      TEXT NOT NULL,           -- when it was stored, UTC
    UNIQUE (source_id, digest)
) STRICT;

CREATE INDEX report_sha256 ON report (sha256);

CREATE TABLE reading (
    number  INTEGER PRIMARY KEY,        -- of two readings of one report the higher number is the newer
    report  TEXT NOT NULL REFERENCES report (id),
    reader  TEXT NOT NULL,              -- JSON: version, model, tables
    content TEXT NOT NULL,              -- JSON: a reading by the contract onrecord/1
    made    TEXT NOT NULL               -- when it was stored, UTC
) STRICT;

CREATE INDEX reading_report ON reading (report, number);

CREATE TRIGGER report_update BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'reports are kept as they came in'); END;
CREATE TRIGGER report_delete BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'reports are kept for good'); END;
CREATE TRIGGER reading_update BEFORE UPDATE ON reading BEGIN SELECT RAISE(ABORT, 'readings are kept as they were made'); END;
CREATE TRIGGER reading_delete BEFORE DELETE ON reading BEGIN SELECT RAISE(ABORT, 'readings are kept for good'); END;

-- Search: an external-content index, filled in the transaction that stores the report.
CREATE VIRTUAL TABLE report_text USING fts5 (
    title, text, content = 'report', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER report_index AFTER INSERT ON report BEGIN
    INSERT INTO report_text (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

-- Derived rows: a function of reports and readings, dropped and rebuilt at will.
CREATE TABLE derived (
    type    TEXT NOT NULL,              -- head, actor, place, statement, event
    id      TEXT NOT NULL,
    content TEXT NOT NULL,              -- JSON; actor, place, statement and event by the contract onrecord-record/1
    PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE derivation (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    basis TEXT NOT NULL                 -- JSON: what the derived rows were made from
) STRICT;

-- Who is writing, so that a second writer can be told whom it waits for. Not part of the record's content.
CREATE TABLE writer (
    number INTEGER PRIMARY KEY,
    pid    INTEGER NOT NULL,
    host   TEXT NOT NULL,
    since  TEXT NOT NULL
) STRICT;
