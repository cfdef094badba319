// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/workbench_contents.h"

#include "core/base/try.h"
#include "core/evaluation/tuning.h"
#include "core/fusion/tuning_digest.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tagscope {
namespace {

// What there is no score of, and what to run.
Message problemOf(const Project &project, const std::string &split) {
    return {"evaluation.nothing_scored", split, project.file().filename()};
}

std::string splitToShow(const std::vector<std::string> &splits, const std::string &wanted) {
    if (std::ranges::find(splits, wanted) != splits.end())
        return wanted;
    constexpr std::string_view kUsual = "validation";
    if (std::ranges::find(splits, kUsual) != splits.end())
        return std::string(kUsual);
    return splits.empty() ? std::string() : splits.front();
}

Result<void> fillWorkbenchScores(const Project &project, WorkbenchContents &contents) {
    const SystemSources sources = TAGSCOPE_TRY(newestSources(project, contents.split));
    if (!sources.audio && !sources.video) {
        contents.problem = problemOf(project, contents.split);
        return {};
    }
    const SplitScores scores = TAGSCOPE_TRY(scoresOfSplit(project, contents.split, Truth::Weak, sources));
    contents.audioSource = sources.audio ? sources.audio->name : std::string();
    contents.videoSource = sources.video ? sources.video->name : std::string();
    contents.names = scores.clips;
    contents.events = scores.events;
    const std::optional<Message> note = TAGSCOPE_TRY(epochNote(project, contents.split, sources));
    contents.epochNote = note.value_or(Message());
    contents.tables = tablesOf(scores);
    contents.digest = digestOf(contents.tables);
    const std::vector<KnownPresence> known = TAGSCOPE_TRY(project.presence(contents.clips));
    if (std::ranges::any_of(known, [](const KnownPresence &pair) { return pair.isAudible.has_value(); })) {
        contents.audible = TAGSCOPE_TRY(project.labels(contents.clips, Truth::Audible));
    }
    return {};
}

} // namespace

Result<WorkbenchContents> workbenchContents(const Project &project, const std::string &split) {
    const std::vector<SplitCount> counts = TAGSCOPE_TRY(project.splitCounts());
    WorkbenchContents contents;
    for (const SplitCount &count : counts)
        if (count.clips > 0)
            contents.splits.push_back(count.split);
    contents.split = splitToShow(contents.splits, split);
    contents.isHeldOut = isHeldOut(contents.split);
    const std::vector<ScoreSource> sources = TAGSCOPE_TRY(project.scoreSources());
    for (const ScoreSource &source : sources)
        (source.branch == Branch::Audio ? contents.audioSources : contents.videoSources).push_back(source.name);
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips(contents.split));
    if (clips.empty()) {
        contents.problem = "evaluation.project_without_clips";
        return contents;
    }
    contents.clips = idsOf(clips);
    TAGSCOPE_TRY(fillWorkbenchScores(project, contents));
    return contents;
}

} // namespace tagscope
