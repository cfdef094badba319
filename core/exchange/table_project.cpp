// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table_project.h"

#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/evaluation/evaluation.h"
#include "core/exchange/import_scores.h"
#include "core/formats/score_table.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace tagscope {
namespace {

std::vector<EventClass> classesNamed(const std::vector<std::string> &names) {
    std::vector<EventClass> classes;
    for (const std::string &name : names)
        classes.push_back({name, "", {name}});
    return classes;
}

// A row of another clip than those of the truth is no fault here.
std::size_t unknownRows(const ScoreImportReport &report) {
    std::size_t count = 0;
    for (const FileReport &file : report.files)
        count += static_cast<std::size_t>(std::ranges::count_if(
            file.leftOut, [](const LeftOutRow &row) { return row.reason.id == "exchange.not_a_clip"; }));
    return count;
}

NamedOperatingPoint pointByHand(const std::string &name, const TableFiles &tables, std::size_t events, bool hasAudio,
                                bool hasVideo) {
    NamedOperatingPoint point;
    point.name = name;
    point.method = "by hand";
    point.point.threshold.assign(events, tables.threshold);
    point.point.videoWeight.assign(events, hasAudio && hasVideo ? 0.5 : hasVideo ? 1.0 : 0.0);
    point.audioSource = hasAudio ? kTableAudioSource : "";
    point.videoSource = hasVideo ? std::string(kVideoSourceName) : "";
    point.created = utcNow();
    return point;
}

} // namespace

Result<TableProject> projectOfTables(const std::filesystem::path &file, const TableFiles &tables) {
    const TruthTable truth = TAGSCOPE_TRY(readTruthTable(tables.truth));
    Project project = TAGSCOPE_TRY(Project::create(file, classesNamed(truth.events)));
    std::vector<NewClip> clips;
    for (const std::string &name : truth.clips)
        clips.push_back({name, {}, Seconds(0), project.clipDuration(), tables.split});
    const std::vector<ClipId> ids = TAGSCOPE_TRY(project.addClips(clips));

    std::unordered_set<std::string> without;
    std::size_t withoutTruth = 0;
    std::size_t unreadRows = 0;
    std::vector<std::string> noClass;
    std::vector<Message> notes;
    for (const auto &[branch, source, path] :
         {std::tuple(Branch::Audio, std::string(kTableAudioSource), tables.scores),
          std::tuple(Branch::Video, std::string(kVideoSourceName), tables.videoScores)}) {
        if (path.empty())
            continue;
        ScoreImport request;
        request.files = {path};
        request.branch = branch;
        request.name = source;
        request.scale = tables.scale;
        const ScoreImportReport report = TAGSCOPE_TRY(importScores(project, request));
        without.insert(report.missing.begin(), report.missing.end());
        withoutTruth = std::max(withoutTruth, unknownRows(report));
        noClass.insert(noClass.end(), report.absentEvents.begin(), report.absentEvents.end());
        for (const LeftOutRow &row : report.files.front().leftOut)
            if (row.reason.id != "exchange.not_a_clip") {
                ++unreadRows;
                notes.push_back({"base.in_line", path, row.line, row.reason});
            }
        notes.insert(notes.end(), report.notes.begin(), report.notes.end());
    }
    std::vector<std::pair<ClipId, int>> labels;
    std::vector<SplitOfClip> apart;
    for (std::size_t clip = 0; clip < truth.clips.size(); ++clip) {
        if (without.contains(truth.clips[clip]))
            apart.push_back({ids[clip], "without scores"});
        for (std::size_t k = 0; k < truth.events.size(); ++k)
            if (truth.truth(clip, k) != 0)
                labels.emplace_back(ids[clip], static_cast<int>(k));
    }
    if (without.size() == truth.clips.size())
        return fail(Error::Kind::Inconsistent, {"exchange.no_common_clips", tables.truth, tables.scores});
    TAGSCOPE_TRY(project.addLabels(labels));
    TAGSCOPE_TRY(project.setSplits(apart));
    const bool hasAudio = !tables.scores.empty();
    const bool hasVideo = !tables.videoScores.empty();
    if (hasVideo)
        TAGSCOPE_TRY(project.storeOperatingPoint(pointByHand("video", tables, truth.events.size(), false, true)));
    if (hasAudio)
        TAGSCOPE_TRY(project.storeOperatingPoint(pointByHand("audio", tables, truth.events.size(), true, false)));
    if (hasAudio && hasVideo)
        TAGSCOPE_TRY(project.storeOperatingPoint(pointByHand("fusion", tables, truth.events.size(), true, true)));
    if (!apart.empty() || withoutTruth > 0)
        notes.push_back({"exchange.common_clips", truth.clips.size() - apart.size(), apart.size(), withoutTruth});
    if (!noClass.empty())
        notes.push_back({"exchange.events_without_scores", noClass.size(), noClass.front()});
    return TableProject{std::move(project),
                        truth.clips.size() - apart.size(),
                        {without.begin(), without.end()},
                        withoutTruth,
                        unreadRows,
                        std::move(noClass),
                        std::move(notes)};
}

} // namespace tagscope
