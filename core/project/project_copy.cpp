// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/atomic_file.h"
#include "core/base/log.h"
#include "core/project/left_journal.h"
#include "core/project/schema.h"
#include "core/project/snapshot.h"

#include <SQLiteCpp/Transaction.h>
#include <SQLiteCpp/VariadicBind.h>
#include <sqlite3.h>
#include <system_error>
#include <vector>

// A copy of an open project.
namespace tagscope {
namespace {

namespace fs = std::filesystem;

struct StoredPath {
    std::int64_t id = 0;
    std::string path;
};

std::vector<StoredPath> relativePathsIn(const SQLite::Database &database) {
    std::vector<StoredPath> paths;
    SQLite::Statement row(database, "SELECT id, path FROM recording");
    while (row.executeStep())
        if (StoredPath stored{row.getColumn(0).getInt64(), row.getColumn(1).getString()};
            !fs::path(stored.path).is_absolute())
            paths.push_back(std::move(stored));
    return paths;
}

// The open project's own place is free once its file is gone from there.
Result<void> requireFree(const fs::path &target, const Project::State &state) {
    const bool isOwn = fs::absolute(target).lexically_normal() == state.file;
    if (isOwn ? state.opened.change() == OpenedFile::Change::Gone : !ProjectLock::isHeld(target))
        return {};
    if (isOwn)
        return fail(Error::Kind::Inconsistent, {"project.open_in_this_program", target});
    return fail(Error::Kind::Inconsistent, {"project.open_in_another_program", target});
}

// That only the copy is written is not known to a database that may only be asked.
void vacuumInto(SQLite::Database &database, const fs::path &file) {
    const bool isQueried = database.execAndGet("PRAGMA query_only").getInt() != 0;
    database.exec("PRAGMA query_only = OFF");
    SQLite::Statement copy(database, "VACUUM INTO ?");
    copy.bind(1, file.string());
    const int status = copy.tryExecuteStep();
    if (isQueried)
        database.exec("PRAGMA query_only = ON");
    if (status != SQLITE_DONE)
        throw SQLite::Exception(database.getHandle(), status);
}

// Paths of media below the old folder are relative to it; where the same is not below the new folder, they become
// absolute.
void keepMedia(SQLite::Database &copy, const fs::path &from, const fs::path &to) {
    SQLite::Transaction transaction(copy);
    SQLite::Statement change(copy, "UPDATE recording SET path = ? WHERE id = ?");
    for (const StoredPath &stored : relativePathsIn(copy)) {
        std::error_code error;
        if (fs::exists(to / stored.path, error) || !fs::exists(from / stored.path, error))
            continue;
        SQLite::bind(change, (from / stored.path).lexically_normal().string(), stored.id);
        change.exec();
        change.reset();
    }
    transaction.commit();
}

} // namespace

Result<void> Project::saveCopy(const fs::path &target) const {
    const std::lock_guard guard(state_->mutex);
    if (!state_->database)
        return fail(Error::Kind::Inconsistent, {"project.let_go", state_->file});
    TAGSCOPE_TRY(requireFree(target, *state_));
    AtomicFile written = TAGSCOPE_TRY(AtomicFile::create(target, AtomicFile::Temporary::Named));
    try {
        vacuumInto(*state_->database, written.temporaryPath());
        SQLite::Database made(written.temporaryPath().string(), SQLite::OPEN_READWRITE);
        made.exec("PRAGMA application_id = " + std::to_string(schema::kApplicationId)); // of a snapshot too
        made.exec("DELETE FROM setting WHERE key = '" + std::string(kSnapshotSetting) + "'");
        keepMedia(made, state_->file.parent_path(), fs::absolute(target).parent_path());
    } catch (const SQLite::Exception &exception) {
        return failureOf(exception, target);
    }
    // What a killed program left beside the file that was there before.
    TAGSCOPE_TRY(moveJournalAway(target, dataDirectoryOf(target) / "recovered"));
    TAGSCOPE_TRY(written.commit());
    logInfo("copy of the open project saved: " + target.string());
    return {};
}

} // namespace tagscope
