// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/try.h"

#include <SQLiteCpp/VariadicBind.h>
#include <cmath>
#include <string>

// Project's clips, their media and splits.
namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr const char *kSelectClips = "SELECT clip.id, clip.name, recording.path, coalesce(recording.missing, 1), "
                                     "clip.start, clip.duration, clip.split "
                                     "FROM clip LEFT JOIN recording ON recording.id = clip.recording ";

// The recordings of media files, each made where it is first named. Not by one statement that does both: within a
// transaction SQLite then keeps each page that it changes for each row.
class Recordings {
public:
    explicit Recordings(const SQLite::Database &database)
        : database_(database), put_(database, "INSERT OR IGNORE INTO recording (path, missing) VALUES (?, ?)"),
          find_(database, "SELECT id FROM recording WHERE path = ?"),
          note_(database, "UPDATE recording SET missing = ? WHERE id = ?") {}

    [[nodiscard]] std::int64_t idOf(const std::string &path, bool isMissing) {
        put_.reset();
        SQLite::bind(put_, path, isMissing ? 1 : 0);
        if (put_.exec() == 1)
            return database_.getLastInsertRowid();
        find_.reset();
        SQLite::bind(find_, path);
        find_.executeStep();
        const std::int64_t id = find_.getColumn(0).getInt64();
        note_.reset();
        SQLite::bind(note_, isMissing ? 1 : 0, id);
        note_.exec();
        return id;
    }

private:
    const SQLite::Database &database_;
    SQLite::Statement put_;
    SQLite::Statement find_;
    SQLite::Statement note_;
};

bool isThere(const fs::path &media) {
    std::error_code error;
    return fs::exists(media, error);
}

Result<void> checkClip(const NewClip &clip) {
    if (clip.name.empty())
        return fail(Error::Kind::Inconsistent, "project.clip_without_name");
    const bool hasTimes = std::isfinite(clip.start.count()) && std::isfinite(clip.duration.count());
    if (!hasTimes || clip.start < Seconds(0) || clip.duration <= Seconds(0))
        return fail(Error::Kind::Inconsistent, {"project.clip_times", clip.name, std::to_string(clip.start.count()),
                                                std::to_string(clip.duration.count())});
    return {};
}

} // namespace

Result<Clip> Project::State::clipIn(const SQLite::Statement &row) const {
    Clip clip;
    clip.id = row.getColumn(0).getInt64();
    clip.name = row.getColumn(1).getString();
    if (!row.getColumn(2).isNull())
        clip.media = absolutePath(row.getColumn(2).getString());
    clip.isMissing = row.getColumn(3).getInt() != 0;
    clip.start = Seconds(row.getColumn(4).getDouble());
    clip.duration = Seconds(row.getColumn(5).getDouble());
    clip.split = row.getColumn(6).getString();
    const bool hasTimes = std::isfinite(clip.start.count()) && std::isfinite(clip.duration.count());
    if (clip.id <= 0 || !hasTimes || clip.start < Seconds(0) || clip.duration <= Seconds(0))
        return damaged({"project.damaged_clip_times", clip.id});
    return clip;
}

Result<std::vector<ClipId>> Project::addClips(std::span<const NewClip> clips) {
    return state_->writing([&](SQLite::Database &database) -> Result<std::vector<ClipId>> {
        Recordings recordings(database);
        SQLite::Statement insert(database, "INSERT OR IGNORE INTO clip (name, recording, start, duration, split) "
                                           "VALUES (?, ?, ?, ?, ?)");
        std::vector<ClipId> ids;
        ids.reserve(clips.size());
        for (const NewClip &clip : clips) {
            TAGSCOPE_TRY(checkClip(clip));
            insert.reset();
            insert.clearBindings();
            insert.bind(1, clip.name);
            if (!clip.media.empty())
                insert.bind(2, recordings.idOf(state_->storedPath(clip.media), !isThere(clip.media)));
            insert.bind(3, clip.start.count());
            insert.bind(4, clip.duration.count());
            insert.bind(5, clip.split);
            if (insert.exec() == 0)
                return fail(Error::Kind::Inconsistent, {"project.clip_is_there", clip.name, state_->file});
            ids.push_back(database.getLastInsertRowid());
        }
        return ids;
    });
}

Result<std::vector<Clip>> Project::clips(std::optional<std::string_view> split) const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<Clip>> {
        SQLite::Statement rows(database,
                               std::string(kSelectClips) + (split ? "WHERE clip.split = ? " : "") + "ORDER BY clip.id");
        if (split)
            rows.bind(1, std::string(*split));
        std::vector<Clip> clips;
        while (rows.executeStep()) {
            clips.emplace_back() = TAGSCOPE_TRY(state_->clipIn(rows));
        }
        return clips;
    });
}

Result<std::optional<Clip>> Project::State::oneClip(const char *condition, const auto &value) {
    return reading([&](SQLite::Database &in) -> Result<std::optional<Clip>> {
        SQLite::Statement row(in, std::string(kSelectClips) + condition);
        row.bind(1, value);
        if (!row.executeStep())
            return std::nullopt;
        return clipIn(row).map([](Clip clip) { return std::optional(std::move(clip)); });
    });
}

Result<std::optional<Clip>> Project::clip(ClipId id) const {
    return state_->oneClip("WHERE clip.id = ?", id);
}

Result<std::optional<Clip>> Project::clipNamed(std::string_view name) const {
    return state_->oneClip("WHERE clip.name = ?", std::string(name));
}

Result<void> Project::setSplit(std::span<const ClipId> clips, std::string_view split) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        ClipCheck check(database);
        SQLite::Statement update(database, "UPDATE clip SET split = ? WHERE id = ?");
        for (const ClipId clip : clips) {
            TAGSCOPE_TRY(check.require(clip));
            update.reset();
            SQLite::bind(update, std::string(split), clip);
            update.exec();
        }
        return {};
    });
}

Result<void> Project::setSplits(std::span<const SplitOfClip> splits) {
    return atomically([&]() -> Result<void> {
        for (const SplitOfClip &entry : splits)
            TAGSCOPE_TRY(setSplit(std::span(&entry.clip, 1), entry.split));
        return {};
    });
}

Result<std::vector<SplitCount>> Project::splitCounts() const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::vector<SplitCount>> {
        SQLite::Statement rows(database, "SELECT clip.split, count(*), total(coalesce(recording.missing, 1)) FROM clip "
                                         "LEFT JOIN recording ON recording.id = clip.recording "
                                         "GROUP BY clip.split ORDER BY min(clip.id)");
        std::vector<SplitCount> counts;
        while (rows.executeStep())
            counts.push_back({rows.getColumn(0).getString(), static_cast<std::size_t>(rows.getColumn(1).getInt64()),
                              static_cast<std::size_t>(rows.getColumn(2).getDouble())});
        return counts;
    });
}

Result<void> Project::setMedia(std::span<const std::pair<ClipId, fs::path>> media) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        ClipCheck check(database);
        Recordings recordings(database);
        SQLite::Statement found(database, "UPDATE clip SET recording = ? WHERE id = ?");
        SQLite::Statement gone(database, "UPDATE recording SET missing = 1 "
                                         "WHERE id = (SELECT recording FROM clip WHERE id = ?)");
        for (const auto &[clip, path] : media) {
            TAGSCOPE_TRY(check.require(clip));
            found.reset();
            gone.reset();
            if (path.empty()) {
                gone.bind(1, clip);
                gone.exec();
            } else {
                SQLite::bind(found, recordings.idOf(state_->storedPath(path), !isThere(path)), clip);
                found.exec();
            }
        }
        return {};
    });
}

Result<void> Project::setFoundMedia(std::span<const FoundMedia> media) {
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        ClipCheck check(database);
        Recordings recordings(database);
        SQLite::Statement update(database, "UPDATE clip SET recording = ?, start = ? WHERE id = ?");
        for (const FoundMedia &found : media) {
            TAGSCOPE_TRY(check.require(found.clip));
            if (found.media.empty() || !std::isfinite(found.start.count()) || found.start < Seconds(0))
                return fail(Error::Kind::Inconsistent, {"project.clip_before_recording", found.clip});
            update.reset();
            SQLite::bind(update, recordings.idOf(state_->storedPath(found.media), !isThere(found.media)),
                         found.start.count(), found.clip);
            update.exec();
        }
        return {};
    });
}

} // namespace tagscope
