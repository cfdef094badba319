// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_change.h"

#include "core/base/try.h"
#include "core/project/project_state.h"
#include "core/project/score_blocks.h"

#include <SQLiteCpp/VariadicBind.h>
#include <array>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <vector>

// Sessions are declared only on demand.
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK
#endif
#include <sqlite3.h>

namespace tagscope {
namespace {

constexpr std::array kRecordedTables{"recording", "clip", "label", "region", "presence"};

struct SessionEnd {
    void operator()(sqlite3_session *session) const { sqlite3session_delete(session); }
};
using Session = std::unique_ptr<sqlite3_session, SessionEnd>;

struct BytesEnd {
    void operator()(void *bytes) const { sqlite3_free(bytes); }
};
struct Bytes {
    std::unique_ptr<void, BytesEnd> data;
    int size = 0;

    [[nodiscard]] ProjectChange change() const {
        return ProjectChange(std::string(static_cast<const char *>(data.get()), static_cast<std::size_t>(size)));
    }
};

void require(int code, SQLite::Database &database) {
    if (code != SQLITE_OK)
        throw SQLite::Exception(database.getHandle(), code);
}

Session sessionOn(SQLite::Database &database) {
    sqlite3_session *made = nullptr;
    require(sqlite3session_create(database.getHandle(), "main", &made), database);
    Session session(made);
    for (const char *table : kRecordedTables)
        require(sqlite3session_attach(session.get(), table), database);
    return session;
}

ProjectChange changeOf(const Session &session, SQLite::Database &database) {
    Bytes bytes;
    void *data = nullptr;
    require(sqlite3session_changeset(session.get(), &bytes.size, &data), database);
    bytes.data.reset(data);
    return bytes.change();
}

Bytes invertedOf(const ProjectChange &change, SQLite::Database &database) {
    Bytes bytes;
    void *data = nullptr;
    require(sqlite3changeset_invert(static_cast<int>(change.bytes().size()), change.bytes().data(), &bytes.size, &data),
            database);
    bytes.data.reset(data);
    return bytes;
}

// The clips that go by it.
std::vector<ClipId> clipsRemovedBy(const Bytes &changes, SQLite::Database &database) {
    sqlite3_changeset_iter *rows = nullptr;
    require(sqlite3changeset_start(&rows, changes.size, changes.data.get()), database);
    std::vector<ClipId> clips;
    while (sqlite3changeset_next(rows) == SQLITE_ROW) {
        const char *table = nullptr;
        int columns = 0;
        int operation = 0;
        int isIndirect = 0;
        sqlite3_value *id = nullptr;
        sqlite3changeset_op(rows, &table, &columns, &operation, &isIndirect);
        if (operation == SQLITE_DELETE && std::string_view(table) == "clip" &&
            sqlite3changeset_old(rows, 0, &id) == SQLITE_OK && id != nullptr)
            clips.push_back(sqlite3_value_int64(id));
    }
    require(sqlite3changeset_finalize(rows), database);
    return clips;
}

// What was scored of them meanwhile. `clips` in any order.
Result<void> forgetScores(SQLite::Database &database, const std::vector<ClipId> &clips, std::size_t events) {
    std::map<std::int64_t, std::set<ClipId>> ofBlocks;
    for (const ClipId clip : clips)
        ofBlocks[ScoreBlock::numberOf(clip)].insert(clip);
    std::vector<std::int64_t> sources;
    for (SQLite::Statement row(database, "SELECT id FROM source"); row.executeStep();)
        sources.push_back(row.getColumn(0).getInt64());
    SQLite::Statement remove(database, "DELETE FROM score_block WHERE source = ? AND block = ?");
    for (const std::int64_t source : sources) {
        ScoreBlocks blocks(database, source, events);
        for (const auto &[number, gone] : ofBlocks) {
            const ScoreBlock block = TAGSCOPE_TRY(blocks.at(number));
            ScoreBlock left;
            left.number = number;
            for (ClipId clip = left.firstClip(); clip < left.firstClip() + kClipsOfBlock; ++clip)
                if (block.has(clip) && !gone.contains(clip))
                    left.put(clip, block.row(clip));
            if (left.clips != 0) {
                blocks.put(left);
            } else if (block.clips != 0) {
                remove.reset();
                SQLite::bind(remove, source, number);
                remove.exec();
            }
        }
    }
    return {};
}

// What was told of a row since, such as its recording's checksum, is no reason to keep it; what refers to it is.
int resolve(void *, int conflict, sqlite3_changeset_iter *rows) {
    if (conflict == SQLITE_CHANGESET_NOTFOUND)
        return SQLITE_CHANGESET_OMIT;
    if (conflict != SQLITE_CHANGESET_DATA)
        return SQLITE_CHANGESET_ABORT;
    const char *table = nullptr;
    int columns = 0;
    int operation = 0;
    int isIndirect = 0;
    sqlite3changeset_op(rows, &table, &columns, &operation, &isIndirect);
    return operation == SQLITE_DELETE ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_OMIT;
}

} // namespace

Result<ProjectChange> Project::recorded(const std::function<Result<void>()> &work) {
    Session session;
    TAGSCOPE_TRY(state_->reading([&](SQLite::Database &database) -> Result<void> {
        session = sessionOn(database);
        return {};
    }));
    const Result<void> done = work();
    // Under the mutex, as all that touches the database.
    const Result<ProjectChange> change = state_->reading([&](SQLite::Database &database) -> Result<ProjectChange> {
        ProjectChange made = changeOf(session, database);
        session.reset();
        return made;
    });
    if (!change)
        static_cast<void>(session.release()); // of a database that may be closed
    TAGSCOPE_TRY(done);
    return change;
}

Result<ProjectChange> Project::takeBack(const ProjectChange &change) {
    if (change.bytes().size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return fail(Error::Kind::Unsupported, "project.change_too_large");
    return state_->writing([&](SQLite::Database &database) -> Result<ProjectChange> {
        const Bytes changes = invertedOf(change, database);
        TAGSCOPE_TRY(forgetScores(database, clipsRemovedBy(changes, database), state_->classes.size()));
        const Session session = sessionOn(database);
        const int code =
            sqlite3changeset_apply(database.getHandle(), changes.size, changes.data.get(), nullptr, resolve, nullptr);
        if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
            return fail(Error::Kind::Inconsistent, {"project.change_is_used", state_->file});
        require(code, database);
        return changeOf(session, database);
    });
}

} // namespace tagscope
