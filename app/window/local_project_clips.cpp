// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_project.h"
#include "app/window/project_import.h"
#include "core/evaluation/tuning.h"
#include "core/exchange/media_locate.h"
#include "core/project/audited_truth.h"
#include "core/project/operating_points.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

// LocalProject's clips: what is stored of them, and what changes them.
namespace tagscope {
namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

void fillFrom(const ScoresOfClips &scores, std::size_t firstRow, Matrix &into) {
    for (std::size_t row = 0; row < scores.scores.rows; ++row)
        if (scores.hasScore[row] != 0)
            std::ranges::copy(scores.scores.row(row), into.row(firstRow + row).begin());
}

// The newest scores of each split's clips, as the workbench takes them.
Result<void> fillScores(const Project &project, ui::ClipFigures &figures, const std::stop_token &stop) {
    const Result<std::vector<SplitCount>> splits = project.splitCounts();
    if (!splits)
        return tl::unexpected(splits.error());
    std::vector<std::pair<std::string, std::vector<ClipId>>> clipsOf;
    for (const SplitCount &split : *splits) {
        const Result<std::vector<Clip>> clips = project.clips(split.split);
        if (!clips)
            return tl::unexpected(clips.error());
        clipsOf.emplace_back(split.split, std::vector<ClipId>());
        for (const Clip &clip : *clips)
            clipsOf.back().second.push_back(clip.id);
        figures.clips.insert(figures.clips.end(), clipsOf.back().second.begin(), clipsOf.back().second.end());
    }
    const std::size_t events = project.classes().size();
    std::size_t row = 0;
    for (const auto &[split, clips] : clipsOf) {
        if (stop.stop_requested())
            return cancelled();
        const Result<SystemSources> sources = newestSources(project, split);
        if (!sources)
            return tl::unexpected(sources.error());
        for (const auto &[source, into] :
             {std::pair(sources->audio, &figures.audio), std::pair(sources->video, &figures.video)}) {
            if (!source)
                continue;
            if (into->empty())
                *into = Matrix(figures.clips.size(), events, kNone);
            const Result<ScoresOfClips> scores = project.scores(*source, clips);
            if (!scores)
                return tl::unexpected(scores.error());
            fillFrom(*scores, row, *into);
        }
        row += clips.size();
    }
    return {};
}

// What is known of each pair: by strong lists, and over them by annotators where those who are sure agree.
Result<std::vector<KnownPresence>> knownOf(const Project &project, const std::vector<ClipId> &clips,
                                           const std::vector<Verdict> &standing) {
    Result<std::vector<KnownPresence>> known = project.presence(clips);
    if (!known)
        return known;
    std::map<AuditedPair, std::optional<bool>> heard;
    for (const AuditedSound &sound : auditedSound(standing))
        heard.emplace(sound.pair, sound.isAudible);
    for (KnownPresence &pair : *known)
        if (const auto said = heard.find({pair.clip, pair.event}); said != heard.end()) {
            pair.isAudible = said->second;
            heard.erase(said);
        }
    for (const auto &[pair, said] : heard)
        if (said)
            known->push_back({pair.first, pair.second, said, std::nullopt});
    return known;
}

// None of a project of an older version that is opened for reading only.
std::vector<Verdict> standingIn(const Project &project) {
    Result<std::vector<Verdict>> history = project.verdictHistory();
    return history ? standingVerdicts(std::move(*history)) : std::vector<Verdict>();
}

} // namespace

Result<ui::ClipFigures> LocalProject::figures(const std::stop_token &stop) {
    ui::ClipFigures figures;
    if (Result<void> filled = fillScores(project_, figures, stop); !filled)
        return tl::unexpected(filled.error());
    const Result<std::optional<NamedOperatingPoint>> chosen = chosenPoint(project_);
    if (!chosen)
        return tl::unexpected(chosen.error());
    if (*chosen)
        figures.point = (*chosen)->point;
    const std::vector<Verdict> standing = standingIn(project_);
    figures.verdicts = finalVerdicts(standing);
    Result<std::vector<KnownPresence>> known = knownOf(project_, figures.clips, standing);
    if (!known)
        return tl::unexpected(known.error());
    figures.known = std::move(*known);
    return figures;
}

Result<void> LocalProject::setSplits(const std::vector<ui::SplitOfClip> &splits) {
    std::map<std::string, std::vector<ClipId>> clipsOf;
    for (const ui::SplitOfClip &entry : splits)
        clipsOf[entry.split].push_back(entry.clip);
    const Result<void> stored = project_.atomically([&]() -> Result<void> {
        for (const auto &[split, clips] : clipsOf)
            if (Result<void> set = project_.setSplit(clips, split); !set)
                return set;
        return {};
    });
    if (!stored)
        return stored;
    const std::lock_guard lock(mutex_);
    for (const ui::SplitOfClip &entry : splits)
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

Result<ui::ImportTold> LocalProject::import(const ui::ImportWish &wish, const Progress &progress,
                                            const std::stop_token &stop) {
    return importInto(project_, wish, progress, stop);
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
        outcome.notes.push_back(std::to_string(located->otherContents) +
                                " recordings have a file of their name there that holds something else; it was not "
                                "taken.");
    return outcome;
}

Result<std::optional<std::string>> LocalProject::setting(const std::string &key) {
    return project_.setting(key);
}

Result<void> LocalProject::setSetting(const std::string &key, const std::string &json) {
    return project_.setSetting(key, json);
}

} // namespace tagscope
