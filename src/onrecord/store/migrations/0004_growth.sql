-- Growth: what makes it possible to work one report into the derived rows without looking at all others. All of it is
-- derived, dropped and rebuilt with the rows of the table derived; what was derived before is derived anew.
--
-- A row of type event in the table derived holds for any day to come: the last step of its history may be an `overdue` of
-- a day after the latest day of publication, which counts only from that day on.

DROP TABLE IF EXISTS note;
DROP TABLE IF EXISTS posting;
DROP TABLE IF EXISTS tally;
DROP TABLE IF EXISTS stretch;
DROP INDEX IF EXISTS report_day;
DROP INDEX IF EXISTS copy_pair_second;

CREATE TABLE note (
    kind    TEXT NOT NULL,              -- report, share, saying, telling ...: see onrecord.story.growth
    id      TEXT NOT NULL,
    content TEXT NOT NULL,              -- JSON
    PRIMARY KEY (kind, id)
) STRICT;

CREATE TABLE posting (
    kind TEXT NOT NULL,                 -- of what the key is
    key  TEXT NOT NULL,
    at   TEXT NOT NULL,                 -- by which the ids of a key are in order
    id   TEXT NOT NULL,
    PRIMARY KEY (kind, key, at, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
    kind   TEXT NOT NULL,
    key    TEXT NOT NULL,
    value  TEXT NOT NULL,
    number INTEGER NOT NULL,            -- of reports that give the key this value
    PRIMARY KEY (kind, key, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE stretch (
    sign    INTEGER NOT NULL,           -- a hash of what two rows of one event have in common
    level   INTEGER NOT NULL,           -- the stretch has at most 4 to the power of so many days
    first   INTEGER NOT NULL,           -- its first day, as an ordinal
    end     INTEGER NOT NULL,           -- the day after its last
    telling TEXT NOT NULL,
    PRIMARY KEY (sign, level, first, end, telling)
) STRICT, WITHOUT ROWID;

CREATE INDEX report_day ON report (substr(published, 1, 10));
CREATE INDEX copy_pair_second ON copy_pair (second);

DELETE FROM derivation;
