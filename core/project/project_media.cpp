// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_state.h"

#include "core/base/try.h"

#include <SQLiteCpp/VariadicBind.h>
#include <cmath>
#include <string>

// Project's recordings: where they are, and what they hold.
namespace tagscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSha256Digits = 64;

bool isSha256(std::string_view text) {
    return text.size() == kSha256Digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

} // namespace

Result<void> Project::setPlaces(std::span<const FoundMedia> places) {
    return atomically([&]() -> Result<void> {
        for (const FoundMedia &place : places) {
            if (!place.media.empty()) {
                TAGSCOPE_TRY(setFoundMedia(std::span(&place, 1)));
                continue;
            }
            if (!std::isfinite(place.start.count()) || place.start < Seconds(0))
                return fail(Error::Kind::Inconsistent, {"project.clip_before_recording", place.clip});
            const Result<void> taken = state_->writing([&](SQLite::Database &database) -> Result<void> {
                TAGSCOPE_TRY(ClipCheck(database).require(place.clip));
                SQLite::Statement take(database, "UPDATE clip SET recording = NULL, start = ? WHERE id = ?");
                SQLite::bind(take, place.start.count(), place.clip);
                take.exec();
                return {};
            });
            TAGSCOPE_TRY(taken);
        }
        return {};
    });
}

Result<void> Project::setMediaHash(const fs::path &media, std::string_view sha256) {
    if (media.empty() || !isSha256(sha256))
        return fail(Error::Kind::Inconsistent, {"project.not_a_hash", sha256});
    return state_->writing([&](SQLite::Database &database) -> Result<void> {
        std::error_code error;
        SQLite::Statement put(database, "INSERT INTO recording (path, missing, sha256) VALUES (?, ?, ?) "
                                        "ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256");
        SQLite::bind(put, state_->storedPath(media), fs::exists(media, error) ? 0 : 1, std::string(sha256));
        put.exec();
        return {};
    });
}

Result<std::map<fs::path, std::string>> Project::mediaHashes() const {
    return state_->reading([&](SQLite::Database &database) -> Result<std::map<fs::path, std::string>> {
        SQLite::Statement rows(database, "SELECT path, sha256 FROM recording WHERE sha256 IS NOT NULL");
        std::map<fs::path, std::string> hashes;
        while (rows.executeStep())
            hashes.emplace(state_->absolutePath(rows.getColumn(0).getString()), rows.getColumn(1).getString());
        return hashes;
    });
}

} // namespace tagscope
