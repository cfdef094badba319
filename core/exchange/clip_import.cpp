// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/clip_import.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tagscope {
namespace {

// Lists write times with three decimals.
constexpr Seconds kTimeTolerance{0.001};

using ClipsByName = std::unordered_map<std::string, Clip>;

Result<ClipsByName> clipsByName(const Project &project) {
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    ClipsByName byName;
    for (Clip &clip : clips)
        byName.emplace(clip.name, std::move(clip));
    return byName;
}

std::string textOf(Seconds time) {
    std::string text = std::to_string(time.count());
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text + " s";
}

Result<void> checkDurations(const Project &project, const std::vector<ImportedClip> &clips, const ClipsByName &known) {
    for (const ImportedClip &clip : clips) {
        if (clip.duration > project.clipDuration() + kTimeTolerance)
            return fail(Error::Kind::Inconsistent, {"exchange.clip_too_long", clip.name, textOf(clip.duration),
                                                    project.file(), textOf(project.clipDuration())});
        const auto same = known.find(clip.name);
        if (same != known.end() && std::abs((same->second.duration - clip.duration).count()) > kTimeTolerance.count())
            return fail(Error::Kind::Inconsistent, {"exchange.clip_of_other_duration", clip.name,
                                                    textOf(same->second.duration), textOf(clip.duration)});
    }
    return {};
}

// The ids of all clips, in order; those that the project lacks are added.
Result<std::vector<ClipId>> addOrFind(Project &project, const std::vector<ImportedClip> &clips,
                                      const ClipsByName &known) {
    // Some at a time, so that the new clips are not in memory twice; but many, as the pages that one lot changes are
    // kept apart until it is done.
    constexpr std::size_t kClipsAtOnce = 250000;
    std::vector<ClipId> addedIds;
    std::vector<NewClip> added;
    const auto addWaiting = [&]() -> Result<void> {
        const std::vector<ClipId> some = TAGSCOPE_TRY(project.addClips(added));
        addedIds.insert(addedIds.end(), some.begin(), some.end());
        added.clear();
        return {};
    };
    for (const ImportedClip &clip : clips) {
        if (known.contains(clip.name))
            continue;
        added.push_back({clip.name, clip.media, clip.start, clip.duration, clip.split});
        if (added.size() == kClipsAtOnce)
            TAGSCOPE_TRY(addWaiting());
    }
    TAGSCOPE_TRY(addWaiting());
    std::vector<ClipId> ids;
    ids.reserve(clips.size());
    auto next = addedIds.begin();
    for (const ImportedClip &clip : clips) {
        const auto same = known.find(clip.name);
        ids.push_back(same == known.end() ? *next++ : same->second.id);
    }
    return ids;
}

bool isThere(const std::filesystem::path &media) {
    std::error_code error;
    return !media.empty() && std::filesystem::exists(media, error);
}

// Where the known clips' media are now: as the list has it, unless they are only where they were before.
Result<void> refreshMedia(Project &project, const std::vector<ImportedClip> &clips, const ClipsByName &known) {
    if (known.empty())
        return {};
    std::vector<FoundMedia> media;
    for (const ImportedClip &clip : clips) {
        const auto same = known.find(clip.name);
        if (same == known.end())
            continue;
        const Clip &before = same->second;
        if (!clip.media.empty() && (isThere(clip.media) || !isThere(before.media)))
            media.push_back({before.id, clip.media, clip.start});
        else if (!before.media.empty())
            media.push_back({before.id, before.media, before.start});
    }
    return project.setFoundMedia(media);
}

Result<void> addLabelsOf(Project &project, const std::vector<ImportedClip> &clips, const std::vector<ClipId> &ids) {
    std::vector<std::pair<ClipId, int>> labels;
    for (std::size_t i = 0; i < clips.size(); ++i)
        for (const int event : clips[i].events)
            labels.emplace_back(ids[i], event);
    return project.addLabels(labels);
}

Result<void> countInto(ImportReport &report, const Project &project, const std::vector<ImportedClip> &clips,
                       const ClipsByName &known) {
    if (known.empty()) {
        const std::vector<SplitCount> splits = TAGSCOPE_TRY(project.splitCounts());
        for (const SplitCount &split : splits)
            report.missing += split.missing;
        report.added += clips.size();
        return {};
    }
    const ClipsByName now = TAGSCOPE_TRY(clipsByName(project));
    std::size_t otherSplits = 0;
    for (const ImportedClip &clip : clips) {
        const auto same = known.find(clip.name);
        ++(same == known.end() ? report.added : report.known);
        report.missing += now.at(clip.name).isMissing ? 1U : 0U;
        // A validation clip was drawn from training.
        const bool wasDrawn = same != known.end() && clip.split == "training" && same->second.split == "validation";
        otherSplits += same != known.end() && same->second.split != clip.split && !wasDrawn ? 1U : 0U;
    }
    if (otherSplits > 0)
        report.notes.push_back({"exchange.other_splits", otherSplits});
    return {};
}

void listMedia(ImportReport &report, const std::vector<ImportedClip> &clips, const ClipsByName &known) {
    std::unordered_set<std::string> listed;
    for (const ImportedClip &clip : clips) {
        if (report.media.size() == ImportReport::kMostMedia)
            return;
        if (!clip.media.empty() && !known.contains(clip.name) && listed.insert(clip.media.string()).second)
            report.media.push_back(clip.media);
    }
}

} // namespace

bool ImportReport::hasFailed() const {
    return std::ranges::any_of(files, &FileReport::hasFailed);
}

Result<std::vector<ClipId>> importClips(Project &project, const std::vector<ImportedClip> &clips,
                                        ImportReport &report) {
    std::vector<ClipId> ids;
    const Result<void> done = project.atomically([&]() -> Result<void> {
        const ClipsByName known = TAGSCOPE_TRY(clipsByName(project));
        TAGSCOPE_TRY(checkDurations(project, clips, known));
        ids = TAGSCOPE_TRY(addOrFind(project, clips, known));
        TAGSCOPE_TRY(refreshMedia(project, clips, known));
        TAGSCOPE_TRY(addLabelsOf(project, clips, ids));
        listMedia(report, clips, known);
        return countInto(report, project, clips, known);
    });
    TAGSCOPE_TRY(done);
    return ids;
}

} // namespace tagscope
