// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/schema.h"

#include "core/base/try.h"
#include "core/project/score_blocks.h"

#include <SQLiteCpp/Statement.h>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace tagscope::schema {
namespace {

// Never changed once a version was published: a change is a further step.
constexpr const char *kVersion1 = R"sql(
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
)sql";

constexpr const char *kVersion2 = R"sql(
ALTER TABLE recording ADD COLUMN sha256 TEXT;
)sql";

constexpr const char *kVersion3 = R"sql(
CREATE TABLE verdict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    clip INTEGER NOT NULL REFERENCES clip (id),
    event INTEGER NOT NULL REFERENCES event (id),
    stage INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 3),
    annotator TEXT NOT NULL CHECK (annotator <> ''),
    value INTEGER CHECK (value BETWEEN 0 AND 4),
    note TEXT NOT NULL,
    time INTEGER NOT NULL CHECK (time >= 0),
    UNIQUE (clip, event, stage, annotator, time)
) STRICT;
CREATE TABLE marked_region (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    clip INTEGER NOT NULL REFERENCES clip (id),
    event INTEGER NOT NULL REFERENCES event (id),
    annotator TEXT NOT NULL CHECK (annotator <> ''),
    onset REAL NOT NULL CHECK (onset >= 0),
    "offset" REAL NOT NULL CHECK ("offset" > onset),
    added INTEGER NOT NULL CHECK (added >= 0),
    removed INTEGER CHECK (removed >= added),
    UNIQUE (clip, event, annotator, onset, "offset", added)
) STRICT;
ALTER TABLE operating_point ADD COLUMN cross_validated_f1 REAL;
ALTER TABLE operating_point ADD COLUMN f1_low REAL;
ALTER TABLE operating_point ADD COLUMN f1_high REAL;
CREATE TABLE operating_calibration (
    point INTEGER NOT NULL REFERENCES operating_point (id) ON DELETE CASCADE,
    event INTEGER NOT NULL REFERENCES event (id),
    intercept REAL NOT NULL,
    audio_mean REAL NOT NULL,
    audio_deviation REAL NOT NULL,
    audio_coefficient REAL NOT NULL,
    video_mean REAL NOT NULL,
    video_deviation REAL NOT NULL,
    video_coefficient REAL NOT NULL,
    no_object_mean REAL NOT NULL,
    no_object_deviation REAL NOT NULL,
    no_object_coefficient REAL NOT NULL,
    PRIMARY KEY (point, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE operating_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
)sql";

// The same times may be marked in several bands or channels, so that the table is made anew.
constexpr const char *kVersion4 = R"sql(
ALTER TABLE marked_region RENAME TO marked_region_of_version_3;
CREATE TABLE marked_region (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    clip INTEGER NOT NULL REFERENCES clip (id),
    event INTEGER NOT NULL REFERENCES event (id),
    annotator TEXT NOT NULL CHECK (annotator <> ''),
    onset REAL NOT NULL CHECK (onset >= 0),
    "offset" REAL NOT NULL CHECK ("offset" > onset),
    added INTEGER NOT NULL CHECK (added >= 0),
    removed INTEGER CHECK (removed >= added),
    low REAL CHECK (low >= 0),
    high REAL CHECK (high >= low),
    confidence REAL,
    channel INTEGER CHECK (channel > 0),
    note TEXT NOT NULL,
    source TEXT NOT NULL,
    CHECK ((low IS NULL) = (high IS NULL))
) STRICT;
INSERT INTO marked_region (id, clip, event, annotator, onset, "offset", added, removed, note, source)
    SELECT id, clip, event, annotator, onset, "offset", added, removed, '', '' FROM marked_region_of_version_3;
DROP TABLE marked_region_of_version_3;
CREATE UNIQUE INDEX marked_region_once ON marked_region (clip, event, annotator, onset, "offset", added,
    ifnull(low, -1), ifnull(high, -1), ifnull(channel, 0));
)sql";

// The five words become two answers, each of which may be missing, so that the table is made anew: 0 no, 1 yes, 2
// unsure. Of two entries of one moment both stay, so that merging gives the same whatever comes first.
constexpr const char *kVersion5 = R"sql(
ALTER TABLE verdict RENAME TO verdict_of_version_4;
CREATE TABLE verdict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    clip INTEGER NOT NULL REFERENCES clip (id),
    event INTEGER NOT NULL REFERENCES event (id),
    stage INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 3),
    annotator TEXT NOT NULL CHECK (annotator <> ''),
    heard INTEGER CHECK (heard BETWEEN 0 AND 2),
    seen INTEGER CHECK (seen BETWEEN 0 AND 2),
    note TEXT NOT NULL,
    time INTEGER NOT NULL CHECK (time >= 0),
    key TEXT NOT NULL,
    played REAL CHECK (played >= 0),
    plays INTEGER NOT NULL CHECK (plays >= 0),
    informed INTEGER NOT NULL CHECK (informed IN (0, 1))
) STRICT;
INSERT INTO verdict (id, clip, event, stage, annotator, heard, seen, note, time, key, plays, informed)
    SELECT id, clip, event, stage, annotator,
        CASE value WHEN 0 THEN 1 WHEN 1 THEN 0 WHEN 2 THEN 1 WHEN 3 THEN 0 WHEN 4 THEN 2 END,
        CASE value WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 1 WHEN 3 THEN 0 WHEN 4 THEN 2 END,
        note, time, '', 0, 0 FROM verdict_of_version_4;
DROP TABLE verdict_of_version_4;
CREATE UNIQUE INDEX verdict_once ON verdict (clip, event, stage, annotator, time, ifnull(heard, -1), ifnull(seen, -1),
    note);
)sql";

// Scores of 32 clips in a row (score_blocks.h), into which those that are there are packed.
constexpr int kVersionOfBlocks = 6;
constexpr const char *kVersion6 = R"sql(
CREATE TABLE score_block (
    source INTEGER NOT NULL REFERENCES source (id),
    block INTEGER NOT NULL CHECK (block >= 0),
    clips INTEGER NOT NULL CHECK (clips BETWEEN 1 AND 4294967295),
    sum TEXT NOT NULL,
    probabilities BLOB NOT NULL,
    PRIMARY KEY (source, block)
) STRICT, WITHOUT ROWID;
)sql";

// What annotators tell the lead: flags, events that the project does not have, and what became of them.
constexpr const char *kVersion7 = R"sql(
CREATE TABLE remark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    clip INTEGER NOT NULL REFERENCES clip (id),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    annotator TEXT NOT NULL CHECK (annotator <> ''),
    word TEXT NOT NULL CHECK (kind <> 1 OR word <> ''),
    note TEXT NOT NULL,
    stage INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 3),
    time INTEGER NOT NULL CHECK (time >= 0),
    holds INTEGER NOT NULL CHECK (holds IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX remark_once ON remark (clip, kind, word, annotator, time, holds, note);
)sql";

constexpr std::array<const char *, kVersion> kSteps{kVersion1, kVersion2, kVersion3, kVersion4,
                                                    kVersion5, kVersion6, kVersion7};

// Type and SQL of all that a database defines, by name; SQLite's own tables and indexes aside.
using Definitions = std::map<std::string, std::pair<std::string, std::string>>;

// More rows than any version of ours defines need not be read from a stranger's file.
constexpr std::size_t kMostDefinitions = 1000;

Definitions definitionsIn(SQLite::Database &database) {
    Definitions definitions;
    SQLite::Statement rows(database, "SELECT name, type, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' "
                                     "ESCAPE '\\' AND name NOT LIKE 'sqlite_stat_'");
    while (definitions.size() < kMostDefinitions && rows.executeStep())
        definitions[rows.getColumn(0).getString()] = {rows.getColumn(1).getString(), rows.getColumn(2).getString()};
    return definitions;
}

tl::unexpected<Error> malformed(const std::filesystem::path &file, const Message &what) {
    return fail(Error::Kind::Malformed, {"project.damaged_schema", file, what});
}

} // namespace

void migrate(SQLite::Database &database, int from, int to) {
    for (int version = from; version < to; ++version) {
        database.exec(kSteps.at(static_cast<std::size_t>(version)));
        if (version + 1 == kVersionOfBlocks)
            packScoreRows(database);
    }
    database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    database.exec("PRAGMA user_version = " + std::to_string(to));
}

Result<int> claimedVersion(SQLite::Database &database, const std::filesystem::path &file) {
    const int id = database.execAndGet("PRAGMA application_id").getInt();
    if (id != kApplicationId && id != kSnapshotId)
        return fail(Error::Kind::Malformed, {"project.not_a_project", file});
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version > kVersion)
        return fail(Error::Kind::Unsupported, {"project.later_version", file, version, kVersion});
    if (version < 1)
        return malformed(file, {"project.schema_version", version});
    return version;
}

std::vector<Message> differences(SQLite::Database &database, int version) {
    SQLite::Database reference(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(reference, 0, version);
    const Definitions expected = definitionsIn(reference);
    const Definitions found = definitionsIn(database);
    std::vector<Message> all;
    for (const auto &[name, definition] : expected) {
        const auto at = found.find(name);
        if (at == found.end())
            all.push_back({"project.schema_missing", definition.first, name});
        else if (at->second != definition)
            all.push_back({"project.schema_other", definition.first, name});
    }
    for (const auto &[name, definition] : found)
        if (!expected.contains(name))
            all.push_back({"project.schema_unknown", definition.first, name});
    return all;
}

Result<int> checkedVersion(SQLite::Database &database, const std::filesystem::path &file) {
    const int version = TAGSCOPE_TRY(claimedVersion(database, file));
    if (const std::vector<Message> different = differences(database, version); !different.empty())
        return malformed(file, different.front());
    return version;
}

} // namespace tagscope::schema
