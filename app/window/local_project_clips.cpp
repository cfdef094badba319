// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_project.h"
#include "core/exchange/import.h"
#include "core/exchange/media_locate.h"

#include <utility>

// LocalProject's clips: what is stored of them, and what changes them.
namespace tagscope {
Result<ClipFigures> LocalProject::figures(const std::stop_token &stop) {
    return clipFigures(project_, stop);
}

Result<void> LocalProject::setSplits(const std::vector<SplitOfClip> &splits) {
    if (Result<void> stored = project_.setSplits(splits); !stored)
        return stored;
    const std::lock_guard lock(mutex_);
    for (const SplitOfClip &entry : splits)
        clips_[entry.clip].split = entry.split;
    return {};
}

Result<void> LocalProject::setPlaces(const std::vector<FoundMedia> &places) {
    if (Result<void> stored = project_.setPlaces(places); !stored)
        return stored;
    const std::lock_guard lock(mutex_);
    for (const FoundMedia &place : places) {
        Clip &clip = clips_[place.clip];
        std::error_code error;
        clip.media = place.media;
        clip.start = place.start;
        clip.isMissing = place.media.empty() || !std::filesystem::exists(place.media, error);
    }
    return {};
}

Result<ImportReport> LocalProject::import(const ImportRequest &request, const Progress &progress,
                                          const std::stop_token &stop) {
    return importInto(project_, request, progress, stop);
}

Result<ui::LocateOutcome> LocalProject::locate(const std::filesystem::path &folder, const Progress &progress,
                                               const std::stop_token &stop) {
    const Result<MediaLocation> located = locateMedia(project_, folder, progress, stop);
    if (!located)
        return tl::unexpected(located.error());
    ui::LocateOutcome outcome;
    outcome.missing = located->missing;
    for (const LocatedMedia &found : located->found) {
        outcome.moved.push_back({found.before, found.after});
        outcome.byContent += found.isByContent ? 1U : 0U;
        if (!found.sha256.empty() && project_.access() == Project::Access::ReadWrite)
            static_cast<void>(project_.setMediaHash(found.after.media, found.sha256)); // derived; is computed again
    }
    if (located->otherContents > 0)
        outcome.notes.push_back({"exchange.other_contents", located->otherContents});
    return outcome;
}

Result<std::optional<std::string>> LocalProject::setting(const std::string &key) {
    return project_.setting(key);
}

Result<void> LocalProject::setSetting(const std::string &key, const std::string &json) {
    return project_.setSetting(key, json);
}

} // namespace tagscope
