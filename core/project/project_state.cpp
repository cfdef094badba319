// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

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
    return fail(Error::Kind::Inconsistent, {"project.no_such_event", event, classes.size(), file});
}

tl::unexpected<Error> Project::State::damaged(const Message &what) const {
    return fail(Error::Kind::Malformed, {"base.damaged_because", file, what});
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
    return fail(Error::Kind::Inconsistent, {"project.no_such_clip", clip});
}

} // namespace tagscope
