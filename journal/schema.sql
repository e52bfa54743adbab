-- The tables of a plysync journal, format 1. FORMAT.md, beside this file, says what they mean.
--
-- This is the one place where they are written: the program embeds these very bytes, creates a
-- journal by them, and compares a journal with them. In a released format no byte below changes.

-- Large pages: an event is written once and read in order, and what the last event of a page does
-- not fill is lost.
PRAGMA page_size = 32768;
-- "PlyS"
PRAGMA application_id = 1349286227;
PRAGMA user_version = 1;

CREATE TABLE journal (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    format TEXT NOT NULL,   -- plysync-journal-1
    id BLOB NOT NULL CHECK (length(id) = 16),   -- random
    created INTEGER NOT NULL    -- microseconds since 1970, UTC
) STRICT;

-- Runs, systems and kinds, numbered in the order of their first use.
CREATE TABLE names (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,   -- 1, 2, 3 and so on, without gaps
    time INTEGER NOT NULL,  -- microseconds since 1970, UTC; never decreases
    run INTEGER NOT NULL,   -- in names
    system INTEGER NOT NULL,    -- in names
    kind INTEGER NOT NULL,  -- in names
    version INTEGER NOT NULL,   -- of the body's form
    subjects TEXT NOT NULL, -- JSON array of references
    cause TEXT NOT NULL,    -- JSON array of sequence numbers
    body_hash BLOB NOT NULL CHECK (length(body_hash) = 32), -- SHA-256 of the body
    hash BLOB NOT NULL CHECK (length(hash) = 32),   -- the link of the chain
    body TEXT   -- a JSON object; NULL when it was redacted
) STRICT;

-- Raw items of remote systems, each content once.
CREATE TABLE blobs (
    id INTEGER PRIMARY KEY, -- 1, 2, 3 and so on, without gaps
    sequence INTEGER NOT NULL,  -- the event with which it came
    hash BLOB NOT NULL CHECK (length(hash) = 32),   -- SHA-256 of the content
    size INTEGER NOT NULL,  -- of the content, in bytes
    checksum INTEGER NOT NULL,  -- CRC-32 of data
    data BLOB NOT NULL  -- the content as a zlib stream; empty when it was redacted
) STRICT;
-- Not UNIQUE: INSERT OR REPLACE deletes through a second unique index past every trigger.
CREATE INDEX blobs_by_hash ON blobs (hash);

-- Derived from events and rebuildable: which events are about a subject. It is written behind, many
-- events at a time: what is later than `through` stands in events alone.
CREATE TABLE subject_index (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    through INTEGER NOT NULL    -- sequence number of the last event that is in it
) STRICT;
INSERT INTO subject_index (one, through) VALUES (1, 0);
CREATE TABLE subjects (
    name TEXT PRIMARY KEY,
    id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE event_subjects (
    subject INTEGER NOT NULL,   -- in subjects
    sequence INTEGER NOT NULL,
    role TEXT NOT NULL, -- empty for what the event is about
    PRIMARY KEY (subject, sequence, role)
) STRICT, WITHOUT ROWID;

-- Only plysync's own connections know the function of these triggers, so that every other client's
-- attempt to write ends in an error that carries its name. A trigger runs before INSERT OR REPLACE
-- deletes anything; the number of the next row leaves it nothing to replace.
CREATE TRIGGER journal_insert BEFORE INSERT ON journal BEGIN
    SELECT RAISE(ABORT, 'a journal is created once, by plysync')
    WHERE EXISTS (SELECT 1 FROM journal) OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal BEGIN
    SELECT RAISE(ABORT, 'what a journal says of itself is never changed');
END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'what a journal says of itself is never deleted');
END;

CREATE TRIGGER names_insert BEFORE INSERT ON names BEGIN
    SELECT RAISE(ABORT, 'names are appended by plysync, each with the next number')
    WHERE NEW.id IS NOT (SELECT ifnull(max(id), 0) + 1 FROM names)
        OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER names_update BEFORE UPDATE ON names BEGIN
    SELECT RAISE(ABORT, 'a name is never changed');
END;
CREATE TRIGGER names_delete BEFORE DELETE ON names BEGIN
    SELECT RAISE(ABORT, 'a name is never deleted');
END;

CREATE TRIGGER events_insert BEFORE INSERT ON events BEGIN
    SELECT RAISE(ABORT, 'events are appended by plysync, each with the next number')
    WHERE NEW.sequence IS NOT (SELECT ifnull(max(sequence), 0) + 1 FROM events)
        OR only_plysync_writes() IS NOT 1;
END;
-- The one change: plysync blanks the body of an event that a later BodyRedacted event names.
CREATE TRIGGER events_update BEFORE UPDATE ON events BEGIN
    SELECT RAISE(ABORT, 'an event is never changed')
    WHERE NEW.body IS NOT NULL OR OLD.body IS NULL
        OR NEW.sequence IS NOT OLD.sequence OR NEW.time IS NOT OLD.time
        OR NEW.run IS NOT OLD.run OR NEW.system IS NOT OLD.system
        OR NEW.kind IS NOT OLD.kind OR NEW.version IS NOT OLD.version
        OR NEW.subjects IS NOT OLD.subjects OR NEW.cause IS NOT OLD.cause
        OR NEW.body_hash IS NOT OLD.body_hash OR NEW.hash IS NOT OLD.hash
        OR (
            SELECT 1 FROM events AS later, json_each(later.cause) AS named
            WHERE later.sequence > OLD.sequence
                AND later.kind = (SELECT id FROM names WHERE name = 'BodyRedacted')
                AND named.value = OLD.sequence
            -- From the end, where it was just appended.
            ORDER BY later.sequence DESC LIMIT 1) IS NOT 1
        OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER events_delete BEFORE DELETE ON events BEGIN
    SELECT RAISE(ABORT, 'an event is never deleted');
END;

CREATE TRIGGER blobs_insert BEFORE INSERT ON blobs BEGIN
    SELECT RAISE(ABORT, 'blobs are appended by plysync, each with the next number')
    WHERE NEW.id IS NOT (SELECT ifnull(max(id), 0) + 1 FROM blobs)
        OR only_plysync_writes() IS NOT 1;
END;
-- The one change: plysync blanks the content of a blob that a later BodyRedacted event names.
CREATE TRIGGER blobs_update BEFORE UPDATE ON blobs BEGIN
    SELECT RAISE(ABORT, 'a blob is never changed')
    WHERE NEW.data IS NOT x'' OR NEW.checksum IS NOT 0 OR OLD.data IS x''
        OR NEW.id IS NOT OLD.id OR NEW.sequence IS NOT OLD.sequence
        OR NEW.hash IS NOT OLD.hash OR NEW.size IS NOT OLD.size
        OR (
            SELECT 1 FROM events AS later, json_each(later.subjects) AS named
            WHERE later.sequence > OLD.sequence
                AND later.kind = (SELECT id FROM names WHERE name = 'BodyRedacted')
                AND named.value = 'blob:' || lower(hex(OLD.hash))
            ORDER BY later.sequence DESC LIMIT 1) IS NOT 1
        OR only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER blobs_delete BEFORE DELETE ON blobs BEGIN
    SELECT RAISE(ABORT, 'a blob is never deleted');
END;

-- The index is no history: plysync writes it anew when it has to, and nobody else.
CREATE TRIGGER subject_index_insert BEFORE INSERT ON subject_index BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subject_index_update BEFORE UPDATE ON subject_index BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subject_index_delete BEFORE DELETE ON subject_index BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subjects_insert BEFORE INSERT ON subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subjects_update BEFORE UPDATE ON subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER subjects_delete BEFORE DELETE ON subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER event_subjects_insert BEFORE INSERT ON event_subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER event_subjects_update BEFORE UPDATE ON event_subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;
CREATE TRIGGER event_subjects_delete BEFORE DELETE ON event_subjects BEGIN
    SELECT RAISE(ABORT, 'the index of subjects is written by plysync')
    WHERE only_plysync_writes() IS NOT 1;
END;

-- For people: events with names and dates instead of numbers.
CREATE VIEW event_log AS
SELECT
    events.sequence,
    strftime('%Y-%m-%dT%H:%M:%S', events.time / 1000000, 'unixepoch')
        || printf('.%06dZ', events.time % 1000000) AS time,
    runs.name AS run,
    systems.name AS system,
    kinds.name AS kind,
    events.version,
    events.subjects,
    events.cause,
    events.body,
    lower(hex(events.hash)) AS hash
FROM events
LEFT JOIN names AS runs ON runs.id = events.run
LEFT JOIN names AS systems ON systems.id = events.system
LEFT JOIN names AS kinds ON kinds.id = events.kind;
