// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/log.h"
#include "core/project/left_journal.h"
#include "core/project/project_file.h"

#include <sqlite3.h>
#include <string>

namespace tagscope {

namespace fs = std::filesystem;

tl::unexpected<Error> failureOf(const SQLite::Exception &exception, const fs::path &file) {
    const std::string cause = exception.what();
    switch (exception.getErrorCode()) {
    case SQLITE_NOTADB:
        return fail(Error::Kind::Malformed, {"project.not_a_project", file}, cause);
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return fail(Error::Kind::Malformed, {"project.damaged", file}, cause);
    case SQLITE_FULL:
        return fail(Error::Kind::Unreadable, {"project.disk_full", file}, cause);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(Error::Kind::Unreadable, {"project.locked", file}, cause);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return fail(Error::Kind::Unreadable, {"project.cannot_change", file}, cause);
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_AUTH:
    case SQLITE_NOLFS:
        return fail(Error::Kind::Unreadable, {"project.cannot_read_or_write", file}, cause);
    case SQLITE_CONSTRAINT:
        return fail(Error::Kind::Inconsistent, {"project.does_not_fit", file}, cause);
    default:
        return fail(Error::Kind::Internal, {"project.database_failed", file}, cause);
    }
}

Project::State::~State() {
    letGo();
}

fs::path dataDirectoryOf(const fs::path &file) {
    fs::path directory = file;
    // "street" has "street.data" as "street.tagscope" has; only "street.data" itself must not be its own directory.
    directory.replace_extension(".data");
    if (directory == file)
        directory += ".data";
    return directory;
}

void Project::State::letGo() {
    if (!database)
        return;
    const OpenedFile::Change change = opened.change();
    if (!lock || change == OpenedFile::Change::None) {
        database.reset();
        lock.reset();
        return;
    }
    logWarning("another file is in the place of the open project: " + file.string());
    if (change == OpenedFile::Change::Overwritten) {
        sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        database.reset();
        if (const Result<void> moved = moveJournalAway(file, dataDirectoryOf(file) / "recovered"); !moved)
            logError(moved.error(), "moving the journal away");
    } else {
        emptyJournal();
        database.reset();
        opened.removeJournals(); // SQLite leaves them where the file was moved
    }
    lock.reset();
}

Result<void> Project::State::requireItsFile() {
    Result<void> here = opened.require();
    if (!here && lock && opened.change() != OpenedFile::Change::Overwritten)
        emptyJournal(); // goes into the file that was opened, wherever that is
    return here;
}

Result<void> Project::State::requireStored() {
    opened.noteOwnChange(); // SQLite may have brought the journal into the file
    return opened.require();
}

void Project::State::emptyJournal() {
    if (depth > 0)
        return;
    // Readers that would have to be waited for keep it as it is.
    sqlite3_busy_timeout(database->getHandle(), 0);
    sqlite3_wal_checkpoint_v2(database->getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(database->getHandle(), kBusyMilliseconds);
    opened.noteOwnChange();
}

Project::State::Unit::Unit(State &state, bool writes) : state_(state) {
    if (state.depth > 0)
        state.database->exec("SAVEPOINT nested");
    else
        state.database->exec(writes ? "BEGIN IMMEDIATE" : "BEGIN");
    ++state.depth;
}

Project::State::Unit::~Unit() {
    if (!isOpen_)
        return;
    --state_.depth;
    // Errors as of a full disk may have undone everything already, and then there is nothing to undo.
    (void)state_.database->tryExec(state_.depth > 0 ? "ROLLBACK TO nested; RELEASE nested" : "ROLLBACK");
}

void Project::State::Unit::commit() {
    state_.database->exec(state_.depth > 1 ? "RELEASE nested" : "COMMIT");
    isOpen_ = false;
    --state_.depth;
}

Result<void> Project::State::requireSameEvents() {
    const std::int64_t version = database->execAndGet("PRAGMA data_version").getInt64();
    if (version != comparedVersion) { // another program has stored something since
        areEventsOthers = TAGSCOPE_TRY(project_file::readClasses(*this)) != classes;
        comparedVersion = version;
    }
    if (areEventsOthers)
        return fail(Error::Kind::Inconsistent, {"project.events_changed_elsewhere", file});
    return {};
}

void Project::State::showClasses() {
    shownClasses.push_back(std::make_unique<const std::vector<EventClass>>(classes));
    shown = shownClasses.back().get();
}

Result<void> Project::State::requireEvent(std::int64_t event) const {
    if (isEvent(event))
        return {};
    return fail(Error::Kind::Inconsistent, {"project.no_such_event", event, classes.size(), file});
}

tl::unexpected<Error> Project::State::damaged(const Message &what) const {
    return fail(Error::Kind::Malformed, {"base.damaged_because", file, what});
}

std::string Project::State::storedPath(const fs::path &media) const {
    // As most are: below the project's folder and already normal. The general way takes some twenty times as long.
    const std::string &text = media.native();
    const std::string parent = file.parent_path().native();
    const auto has = [&text](const char *part) { return text.find(part) != std::string::npos; };
    if (text.size() > parent.size() + 1 && text.starts_with(parent) && text[parent.size()] == '/' &&
        text.back() != '/' && !has("//") && !has("/."))
        return text.substr(parent.size() + 1);
    const fs::path absolute = fs::absolute(media).lexically_normal();
    for (const fs::path &base : {file.parent_path(), folder}) {
        const fs::path relative = absolute.lexically_relative(base);
        if (!relative.empty() && *relative.begin() != "..")
            return relative.string();
    }
    return absolute.string();
}

fs::path Project::State::absolutePath(const std::string &stored) const {
    return file.parent_path() / fs::path(stored); // an absolute path stays as it is
}

Result<void> ClipCheck::require(ClipId clip) {
    query_.reset();
    query_.bind(1, clip);
    if (query_.executeStep())
        return {};
    return fail(Error::Kind::Inconsistent, {"project.no_such_clip", clip});
}

} // namespace tagscope
