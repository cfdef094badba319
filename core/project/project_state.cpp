// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include <sqlite3.h>
#include <string>

namespace tagscope {

namespace fs = std::filesystem;

Error errorOf(const SQLite::Exception &exception, const fs::path &file) {
    const std::string name = file.string();
    const std::string cause = exception.what();
    switch (exception.getErrorCode()) {
    case SQLITE_NOTADB:
        return {Error::Kind::Malformed, name + " is not a Tagscope project.", cause};
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return {Error::Kind::Malformed,
                name + " is damaged. Take a copy from a backup, or make the project anew from its lists.", cause};
    case SQLITE_FULL:
        return {Error::Kind::Unreadable, name + " could not be written: the disk is full. Nothing was changed.", cause};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Kind::Unreadable, name + " is being changed by another program. Try again in a moment.", cause};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {Error::Kind::Unreadable, name + " cannot be written. May you change it and its folder?", cause};
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_AUTH:
    case SQLITE_NOLFS:
        return {Error::Kind::Unreadable, name + " cannot be read or written. Is its disk there, and not full?", cause};
    case SQLITE_CONSTRAINT:
        return {Error::Kind::Inconsistent, "What was to be stored does not fit the project " + name + ".", cause};
    default:
        return {Error::Kind::Internal, name + ": the database failed.", cause};
    }
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

Result<void> Project::State::requireEvent(std::int64_t event) const {
    if (isEvent(event))
        return {};
    return fail(Error::Kind::Inconsistent, "Event " + std::to_string(event) + " is none of the " +
                                               std::to_string(classes.size()) + " classes of " + file.string() + ".");
}

tl::unexpected<Error> Project::State::damaged(const std::string &what) const {
    return fail(Error::Kind::Malformed, file.string() + " is damaged: " + what);
}

std::string Project::State::storedPath(const fs::path &media) const {
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
    return fail(Error::Kind::Inconsistent, "There is no clip " + std::to_string(clip) + " in the project.");
}

} // namespace tagscope
