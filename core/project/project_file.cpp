// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_file.h"

#include "core/base/foreign_json.h"
#include "core/base/limits.h"
#include "core/base/try.h"
#include "core/project/left_journal.h"
#include "core/project/schema.h"
#include "core/project/snapshot.h"

#include <SQLiteCpp/Transaction.h>
#include <SQLiteCpp/VariadicBind.h>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <sqlite3.h>
#include <string>

namespace tagscope::project_file {
namespace {

namespace fs = std::filesystem;

void fill(SQLite::Database &database, const std::vector<EventClass> &classes, Seconds clipDuration) {
    SQLite::Transaction transaction(database);
    schema::migrate(database, 0);
    SQLite::Statement project(database, "INSERT INTO project (id, clip_duration) VALUES (1, ?)");
    project.bind(1, clipDuration.count());
    project.exec();
    SQLite::Statement row(database, "INSERT INTO event (id, name, mid, words, video_weight, threshold) "
                                    "VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t index = 0;
    for (const EventClass &event : classes) {
        SQLite::bind(row, index++, event.name, event.mid, jsonOfWords(event.words), event.videoWeight, event.threshold);
        row.exec();
        row.reset();
    }
    transaction.commit();
}

void removeLeftovers(const fs::path &file) {
    std::error_code ignored;
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        fs::remove(fs::path(file) += suffix, ignored);
}

// A path as part of a URI, byte by byte.
std::string uriOf(const fs::path &file) {
    constexpr const char *kDigits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : file.string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '_' || c == '-')
            uri.push_back(c);
        else
            (((uri += '%') += kDigits[byte >> 4U]) += kDigits[byte & 15U]);
    }
    return uri;
}

// No stranger's file may call functions of ours from its schema, or claim cells outside its pages.
void harden(SQLite::Database &database) {
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // A value that says it is larger is not looked for, and nothing goes through a chain of files or triggers.
    sqlite3_limit(database.getHandle(), SQLITE_LIMIT_LENGTH, static_cast<int>(limits::kMaxStoredBytes));
    sqlite3_limit(database.getHandle(), SQLITE_LIMIT_ATTACHED, 1); // as VACUUM INTO needs
    sqlite3_limit(database.getHandle(), SQLITE_LIMIT_TRIGGER_DEPTH, 4);
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA cell_size_check = ON");
    database.exec("PRAGMA mmap_size = 0");
    database.exec("PRAGMA foreign_keys = ON");
}

std::unique_ptr<SQLite::Database> openForWriting(const fs::path &file) {
    auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, kBusyMilliseconds);
    harden(*database);
    // Names and paths are indexed: with 2 MB, an import of millions of clips reads and writes pages over and over.
    // Taken only as far as it is needed.
    database->exec("PRAGMA cache_size = -262144");
    return database;
}

// "street.tagscope" beside itself as "street.version-3.tagscope", with a number where that is taken, so that an older
// program still has its file.
Result<void> keepCopy(Project::State &state, int version) {
    const std::string stem = state.file.stem().string() + ".version-" + std::to_string(version);
    const std::string extension = state.file.extension().string();
    fs::path copy = state.file.parent_path() / (stem + extension);
    std::error_code error;
    for (int number = 2; fs::exists(fs::symlink_status(copy, error)); ++number)
        copy = state.file.parent_path() / (stem + "-" + std::to_string(number) + extension);
    try {
        SQLite::Statement vacuum(*state.database, "VACUUM INTO ?");
        vacuum.bind(1, copy.string());
        vacuum.exec();
        return {};
    } catch (const SQLite::Exception &exception) {
        removeLeftovers(copy);
        return fail(Error::Kind::Unreadable, {"project.copy_not_kept", state.file, copy}, exception.what());
    }
}

Result<void> migrateIfOlder(Project::State &state) {
    const int version = TAGSCOPE_TRY(schema::checkedVersion(*state.database, state.file));
    if (state.access == Project::Access::ReadOnly) {
        if (version == schema::kVersion)
            return {};
        return fail(Error::Kind::Unsupported, {"project.older_version", state.file});
    }
    if (sqlite3_db_readonly(state.database->getHandle(), "main") == 1)
        return fail(Error::Kind::Unreadable, {"project.write_protected", state.file});
    state.database->exec("PRAGMA journal_mode = WAL");
    // What was told to a person as stored shall also survive the power.
    state.database->exec("PRAGMA synchronous = FULL");
    if (version < schema::kVersion) {
        TAGSCOPE_TRY(keepCopy(state, version));
        SQLite::Transaction transaction(*state.database, SQLite::TransactionBehavior::IMMEDIATE);
        schema::migrate(*state.database, version);
        transaction.commit();
    }
    return {};
}

Result<EventClass> classIn(const SQLite::Statement &row, const Project::State &state) {
    EventClass event{row.getColumn(1).getString(),
                     row.getColumn(2).getString(),
                     {},
                     row.getColumn(4).getDouble(),
                     row.getColumn(5).getDouble()};
    const nlohmann::json words = foreignJson(row.getColumn(3).getString());
    if (!words.is_array())
        return state.damaged({"project.damaged_words", event.name});
    for (const nlohmann::json &word : words) {
        if (!word.is_string())
            return state.damaged({"project.damaged_words", event.name});
        event.words.push_back(word.get<std::string>());
    }
    return event;
}

Result<Seconds> readDuration(const Project::State &state) {
    SQLite::Statement project(*state.database, "SELECT clip_duration FROM project");
    if (!project.executeStep())
        return state.damaged("project.damaged_no_duration");
    return Seconds(project.getColumn(0).getDouble());
}

// Of a snapshot: the project's own, where it can be seen from here, by its place beside or by its path.
fs::path dataOfSnapshot(const Project::State &state) {
    SQLite::Statement row(*state.database, "SELECT json FROM setting WHERE key = ?");
    row.bind(1, std::string(kSnapshotSetting));
    const nlohmann::json origin = row.executeStep() ? foreignJson(row.getColumn(0).getString()) : nlohmann::json();
    for (const char *key : {"data_from_here", "data"}) {
        const nlohmann::json path = origin.is_object() ? origin.value(key, nlohmann::json()) : nlohmann::json();
        if (!path.is_string() || path.get<std::string>().empty())
            continue;
        const fs::path data = (state.folder / fs::path(path.get<std::string>())).lexically_normal();
        std::error_code error;
        if (fs::is_directory(data, error))
            return data;
    }
    return dataDirectoryOf(state.file);
}

} // namespace

Result<void> checkClasses(const std::vector<EventClass> &classes, Seconds clipDuration) {
    if (classes.empty())
        return fail(Error::Kind::Inconsistent, "project.no_classes");
    if (!std::isfinite(clipDuration.count()) || clipDuration <= Seconds(0))
        return fail(Error::Kind::Inconsistent, "project.no_duration");
    if (clipDuration.count() > limits::kMaxClipSeconds)
        return fail(Error::Kind::Inconsistent, {"project.clips_too_long", static_cast<int>(limits::kMaxClipSeconds)});
    if (classes.size() > limits::kMaxClasses)
        return fail(Error::Kind::Inconsistent, {"project.too_many_classes", limits::kMaxClasses});
    std::set<std::string_view> names;
    for (const EventClass &event : classes) {
        if (event.name.empty())
            return fail(Error::Kind::Inconsistent, "project.class_without_name");
        if (event.name.size() > limits::kMaxNameBytes)
            return fail(Error::Kind::Inconsistent, {"project.class_name_too_long", event.name.substr(0, 40)});
        if (!names.insert(event.name).second)
            return fail(Error::Kind::Inconsistent, {"project.class_twice", event.name});
    }
    return {};
}

std::string jsonOfWords(const std::vector<std::string> &words) {
    return nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::unique_ptr<SQLite::Database> openUntouched(const fs::path &file) {
    auto database =
        std::make_unique<SQLite::Database>(uriOf(file) + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    harden(*database);
    return database;
}

// SQLite itself opens a write-protected file for reading only. Where it is not protected, a reader that is the last to
// close then tidies up what a killed writer left beside the file, which one opened for reading only could not.
std::unique_ptr<SQLite::Database> openForReading(const fs::path &file) {
    auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, kBusyMilliseconds);
    harden(*database);
    database->exec("PRAGMA query_only = ON");
    std::error_code error;
    const auto walSize = fs::file_size(fs::path(file) += "-wal", error);
    const bool hasChangesBeside = !error && walSize > 0;
    try {
        (void)database->execAndGet("SELECT count(*) FROM sqlite_schema");
    } catch (const SQLite::Exception &exception) {
        // In a folder that cannot be written SQLite's shared index cannot be made; nobody can be writing there either.
        const int code = exception.getErrorCode();
        if (hasChangesBeside || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY))
            throw;
        database = openUntouched(file);
    }
    return database;
}

Result<void> requireOpenable(const fs::path &file) {
    try {
        Project::State state;
        state.file = file;
        state.database = openUntouched(file);
        TAGSCOPE_TRY(schema::checkedVersion(*state.database, file));
        state.clipDuration = TAGSCOPE_TRY(readDuration(state));
        TAGSCOPE_TRY(readClasses(state));
        return {};
    } catch (const SQLite::Exception &exception) {
        return failureOf(exception, file);
    }
}

Result<void> makeFolder(const fs::path &file) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_make_folder", file}, error.message());
    return {};
}

Result<void> make(const fs::path &file, const std::vector<EventClass> &classes, Seconds clipDuration) {
    TAGSCOPE_TRY(checkClasses(classes, clipDuration));
    std::error_code error;
    if (fs::exists(fs::symlink_status(file, error)))
        return fail(Error::Kind::Inconsistent, {"project.is_there", file});
    const fs::path unfinished = fs::path(file) += "-new";
    removeLeftovers(unfinished);
    try {
        SQLite::Database database(unfinished.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        fill(database, classes, clipDuration);
    } catch (const SQLite::Exception &exception) {
        removeLeftovers(unfinished);
        return failureOf(exception, file);
    }
    fs::rename(unfinished, file, error);
    if (!error)
        return {};
    removeLeftovers(unfinished);
    return fail(Error::Kind::Unreadable, {"base.cannot_write", file}, error.message());
}

Result<std::vector<EventClass>> readClasses(const Project::State &state) {
    std::vector<EventClass> classes;
    SQLite::Statement row(*state.database,
                          "SELECT id, name, mid, words, video_weight, threshold FROM event ORDER BY id");
    while (row.executeStep()) {
        if (row.getColumn(0).getInt64() != static_cast<std::int64_t>(classes.size()))
            return state.damaged({"project.damaged_class_missing", classes.size()});
        EventClass event = TAGSCOPE_TRY(classIn(row, state));
        classes.push_back(std::move(event));
    }
    if (const Result<void> checked = checkClasses(classes, state.clipDuration); !checked)
        return state.damaged(checked.error().message);
    return classes;
}

Result<void> openInto(Project::State &state) {
    try {
        std::error_code error;
        state.folder = fs::canonical(state.file.parent_path(), error);
        const bool isFixed = isSnapshot(state.file);
        const bool writes = state.access == Project::Access::ReadWrite;
        // Looked at before anything may write: a stranger's file is refused as it came.
        if (writes && !hasLeftJournal(state.file))
            TAGSCOPE_TRY(requireOpenable(state.file));
        if (isFixed)
            state.database = openUntouched(state.file);
        else
            state.database = writes ? openForWriting(state.file) : openForReading(state.file);
        TAGSCOPE_TRY(migrateIfOlder(state));
        state.clipDuration = TAGSCOPE_TRY(readDuration(state));
        state.classes = TAGSCOPE_TRY(readClasses(state));
        state.showClasses();
        state.data = isFixed ? dataOfSnapshot(state) : dataDirectoryOf(state.file);
        state.opened.open(state.file, writes || isFixed);
        if (writes)
            state.lock->note(state.opened.note());
        return {};
    } catch (const SQLite::Exception &exception) {
        return failureOf(exception, state.file);
    }
}

} // namespace tagscope::project_file
