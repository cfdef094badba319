-- A project of version 1 as the first program that wrote one left it, with a row in each table.
PRAGMA application_id = 1416065891;
PRAGMA user_version = 1;
CREATE TABLE project (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    clip_duration REAL NOT NULL CHECK (clip_duration > 0)
) STRICT;
CREATE TABLE event (
    id INTEGER PRIMARY KEY CHECK (id >= 0),
    name TEXT NOT NULL UNIQUE,
    mid TEXT NOT NULL,
    words TEXT NOT NULL,
    video_weight REAL NOT NULL,
    threshold REAL NOT NULL
) STRICT;
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE recording (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    missing INTEGER NOT NULL CHECK (missing IN (0, 1))
) STRICT;
CREATE TABLE clip (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    recording INTEGER REFERENCES recording (id),
    start REAL NOT NULL CHECK (start >= 0),
    duration REAL NOT NULL CHECK (duration > 0),
    split TEXT NOT NULL
) STRICT;
CREATE INDEX clip_by_split ON clip (split);
CREATE INDEX clip_by_recording ON clip (recording);
CREATE TABLE label (
    clip INTEGER NOT NULL REFERENCES clip (id),
    event INTEGER NOT NULL REFERENCES event (id),
    PRIMARY KEY (clip, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE region (
    id INTEGER PRIMARY KEY,
    clip INTEGER NOT NULL REFERENCES clip (id),
    event INTEGER NOT NULL REFERENCES event (id),
    onset REAL NOT NULL CHECK (onset >= 0),
    "offset" REAL NOT NULL CHECK ("offset" >= onset),
    UNIQUE (clip, event, onset, "offset")
) STRICT;
CREATE TABLE presence (
    clip INTEGER NOT NULL REFERENCES clip (id),
    event INTEGER NOT NULL REFERENCES event (id),
    audible INTEGER CHECK (audible IN (0, 1)),
    visible INTEGER CHECK (visible IN (0, 1)),
    PRIMARY KEY (clip, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    branch INTEGER NOT NULL CHECK (branch IN (0, 1)),
    name TEXT NOT NULL,
    UNIQUE (branch, name)
) STRICT;
CREATE TABLE score (
    source INTEGER NOT NULL REFERENCES source (id),
    clip INTEGER NOT NULL REFERENCES clip (id),
    probabilities BLOB NOT NULL,
    PRIMARY KEY (source, clip)
) STRICT, WITHOUT ROWID;
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    settings TEXT NOT NULL,
    epochs INTEGER NOT NULL,
    best_epoch INTEGER NOT NULL,
    best_micro_f1 REAL NOT NULL,
    started TEXT NOT NULL,
    ended TEXT NOT NULL
) STRICT;
CREATE TABLE operating_point (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    method TEXT NOT NULL,
    tuned_on TEXT NOT NULL,
    audio_source TEXT NOT NULL,
    video_source TEXT NOT NULL,
    micro_f1 REAL NOT NULL,
    seed INTEGER NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE TABLE operating_value (
    point INTEGER NOT NULL REFERENCES operating_point (id) ON DELETE CASCADE,
    event INTEGER NOT NULL REFERENCES event (id),
    video_weight REAL NOT NULL,
    threshold REAL NOT NULL,
    PRIMARY KEY (point, event)
) STRICT, WITHOUT ROWID;
INSERT INTO project VALUES (1, 4.0);
INSERT INTO event VALUES (0, 'dog', '', '["dog"]', 0.5, 0.5), (1, 'rain', '/m/06mb1', '["rain","heavy rain"]', 0.25, 0.125);
INSERT INTO setting VALUES ('demo', '{"seed":3}');
INSERT INTO recording VALUES (1, 'media/a.wav', 0);
INSERT INTO clip VALUES (7, 'a_1.000_5.000', 1, 1.0, 4.0, 'test'), (8, 'b', NULL, 0.0, 4.0, 'training');
INSERT INTO label VALUES (7, 0), (7, 1);
INSERT INTO region VALUES (1, 7, 0, 0.5, 1.5);
INSERT INTO presence VALUES (7, 1, 0, NULL);
INSERT INTO source VALUES (1, 1, 'video');
INSERT INTO score VALUES (1, 7, x'0000803e0000403f');
INSERT INTO run VALUES (1, 'r', 2, '{}', 3, 1, 0.5, '2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z');
INSERT INTO operating_point VALUES (1, 'p', 'paper', 'validation', 'r', 'video', 0.5, -1, '2026-01-01T02:00:00Z');
INSERT INTO operating_value VALUES (1, 0, 0.2, 0.3), (1, 1, 0.8, 9e999);
