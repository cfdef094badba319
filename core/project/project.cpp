// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "core/base/file_names.h"
#include "core/base/log.h"
#include "core/base/try.h"
#include "core/project/left_journal.h"
#include "core/project/project_file.h"
#include "core/project/project_state.h"
#include "core/project/snapshot.h"

#include <SQLiteCpp/VariadicBind.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace tagscope {

namespace fs = std::filesystem;

namespace {

fs::path recoveredIn(const Project::State &state) {
    return dataDirectoryOf(state.file) / "recovered";
}

std::optional<ProjectLock> lockIfFree(const fs::path &file) {
    Result<ProjectLock> lock = ProjectLock::acquire(file);
    return lock ? std::optional(std::move(*lock)) : std::nullopt;
}

} // namespace

Project::Project(std::unique_ptr<State> state) : state_(std::move(state)) {}
Project::Project(Project &&) noexcept = default;
Project &Project::operator=(Project &&) noexcept = default;
Project::~Project() = default;

Result<Project> Project::create(const fs::path &file, const std::vector<EventClass> &classes, Seconds clipDuration) {
    auto state = std::make_unique<State>();
    state->file = fs::absolute(file).lexically_normal();
    state->access = Access::ReadWrite;
    TAGSCOPE_TRY(project_file::makeFolder(state->file));
    state->lock = TAGSCOPE_TRY(ProjectLock::acquire(state->file));
    TAGSCOPE_TRY(project_file::make(state->file, classes, clipDuration));
    TAGSCOPE_TRY(project_file::openInto(*state));
    logInfo("project made: " + state->file.string());
    return Project(std::move(state));
}

Result<Project> Project::open(const fs::path &file, Access access) {
    auto state = std::make_unique<State>();
    state->file = fs::absolute(file).lexically_normal();
    state->access = access;
    std::error_code error;
    if (!fs::is_regular_file(state->file, error))
        return fail(Error::Kind::Unreadable, {"project.cannot_open", file}, error.message());
    if (isSnapshot(state->file)) {
        if (access == Access::ReadWrite)
            return fail(Error::Kind::Inconsistent, {"project.is_snapshot", file});
        TAGSCOPE_TRY(project_file::openInto(*state)); // nothing that is beside it belongs to it
        return Project(std::move(state));
    }
    if (isOtherFile(state->file, ProjectLock::heldNote(state->file)))
        return fail(Error::Kind::Inconsistent, {"project.replaced_elsewhere", state->file});
    std::optional<ProjectLock> lock;
    if (access == Access::ReadWrite)
        lock = TAGSCOPE_TRY(ProjectLock::acquire(state->file));
    else if (hasLeftJournal(state->file))
        lock = lockIfFree(state->file); // SQLite writes the journal into the file for a reader, too
    if (lock)
        state->note = TAGSCOPE_TRY(secureLeftJournal(state->file, recoveredIn(*state), lock->formerNote()));
    if (access == Access::ReadWrite)
        state->lock = std::move(lock);
    TAGSCOPE_TRY(project_file::openInto(*state));
    logInfo("project opened: " + state->file.string());
    return Project(std::move(state));
}

const fs::path &Project::file() const {
    return state_->file;
}

const Message &Project::note() const {
    return state_->note;
}

Result<void> Project::checkFile() const {
    const std::lock_guard guard(state_->mutex);
    if (!state_->database)
        return fail(Error::Kind::Inconsistent, {"project.let_go", state_->file});
    TAGSCOPE_TRY(state_->requireItsFile());
    if (state_->lock)
        state_->emptyJournal();
    return state_->access == Access::ReadOnly ? state_->reading([](SQLite::Database &) { return Result<void>(); })
                                              : Result<void>();
}

void Project::letGo() {
    const std::lock_guard guard(state_->mutex);
    state_->letGo();
}

Project::Access Project::access() const {
    return state_->access;
}

fs::path Project::dataDirectory() const {
    return state_->data;
}

fs::path Project::featureDirectory() const {
    return dataDirectory() / "features";
}

Result<fs::path> Project::runDirectory(std::string_view run) const {
    return pathInside(dataDirectory() / "runs", run);
}

fs::path Project::cacheDirectory() const {
    return dataDirectory() / "cache";
}

const std::vector<EventClass> &Project::classes() const {
    return *state_->shown.load();
}

Seconds Project::clipDuration() const {
    return state_->clipDuration;
}

Result<void> Project::atomically(const std::function<Result<void>()> &work) {
    return state_->writing([&](SQLite::Database &) { return work(); });
}

Result<std::optional<std::string>> Project::setting(std::string_view key) const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::optional<std::string>> {
        SQLite::Statement row(database, "SELECT json FROM setting WHERE key = ?");
        row.bind(1, std::string(key));
        if (!row.executeStep())
            return std::nullopt;
        return row.getColumn(0).getString();
    });
}

Result<void> Project::setSetting(std::string_view key, std::string_view json) {
    if (!nlohmann::json::accept(json))
        return fail(Error::Kind::Inconsistent, {"project.setting_not_json", key});
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        SQLite::Statement row(database, "INSERT INTO setting (key, json) VALUES (?, ?) "
                                        "ON CONFLICT (key) DO UPDATE SET json = excluded.json");
        SQLite::bind(row, std::string(key), std::string(json));
        row.exec();
        return {};
    });
}

} // namespace tagscope
