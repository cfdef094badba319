// SPDX-License-Identifier: GPL-3.0-or-later
#include "project_report.h"

#include "figures.h"

#include "core/base/try.h"
#include "core/project/run_states.h"

#include <algorithm>
#include <cstdio>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

const char *wordFor(Branch branch) {
    return branch == Branch::Audio ? "audio" : "video";
}

const char *wordFor(TrainingRun::State state) {
    switch (state) {
    case TrainingRun::State::Running:
        return "running";
    case TrainingRun::State::Stopped:
        return "stopped";
    case TrainingRun::State::Finished:
        return "finished";
    case TrainingRun::State::Failed:
        return "failed";
    }
    return "";
}

json eventCountsToJson(const Project &project, const std::vector<std::size_t> &perEvent) {
    json counts = json::object();
    for (std::size_t k = 0; k < perEvent.size(); ++k)
        counts[project.classes()[k].name] = perEvent[k];
    return counts;
}

json classesToJson(const Project &project) {
    json classes = json::array();
    for (const EventClass &event : project.classes())
        classes.push_back({{"name", event.name},
                           {"mid", event.mid},
                           {"words", event.words},
                           {"video_weight", event.videoWeight},
                           {"threshold", event.threshold}});
    return classes;
}

json runToJson(const TrainingRun &run) {
    return {{"name", run.name},
            {"state", wordFor(run.state)},
            {"epochs", run.epochs},
            {"best_epoch", run.bestEpoch},
            {"best_micro_f1", run.bestMicroF1},
            {"started", run.started},
            {"ended", run.ended}};
}

json namedPointToJson(const Project &project, const NamedOperatingPoint &point) {
    json events = json::array();
    for (std::size_t k = 0; k < project.classes().size(); ++k)
        events.push_back({{"name", project.classes()[k].name},
                          {"weight", point.point.videoWeight[k]},
                          {"threshold", numberToJson(point.point.threshold[k])}});
    return {{"name", point.name},         {"method", point.method},     {"tuned_on", point.tunedOn},
            {"audio", point.audioSource}, {"video", point.videoSource}, {"micro_f1", point.microF1},
            {"seed", point.seed},         {"created", point.created},   {"events", std::move(events)}};
}

std::string shownSplit(const std::string &split) {
    return split.empty() ? "(none)" : split;
}

void printLabels(const Project &project, const std::vector<SplitSummary> &splits) {
    std::printf("\n%-36s", "labels");
    for (const SplitSummary &split : splits)
        std::printf(" %11s", shownSplit(split.split).c_str());
    std::printf("\n");
    std::size_t without = 0;
    for (std::size_t k = 0; k < project.classes().size(); ++k) {
        if (std::ranges::all_of(splits, [k](const SplitSummary &split) { return split.labels[k] == 0; })) {
            ++without;
            continue;
        }
        std::printf("%-36s", project.classes()[k].name.c_str());
        for (const SplitSummary &split : splits)
            std::printf(" %11zu", split.labels[k]);
        std::printf("\n");
    }
    if (without > 0)
        std::printf("%zu of %zu events have no labels.\n", without, project.classes().size());
}

// A heading, then a line each; a word where there is none.
template <class Values, class Print>
void printSection(const char *title, const Values &values, const Print &print) {
    std::printf("\n%s%s\n", title, values.empty() ? ": none" : "");
    for (const auto &value : values)
        print(value);
}

// What both forms of the report tell.
struct Contents {
    ProjectSummary summary;
    std::vector<TrainingRun> runs;
    std::vector<NamedOperatingPoint> points;
};

Result<Contents> contentsOf(const Project &project) {
    ProjectSummary summary = TAGSCOPE_TRY(summaryOf(project));
    std::vector<TrainingRun> runs = TAGSCOPE_TRY(runsWithState(project));
    std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project.operatingPoints());
    return Contents{std::move(summary), std::move(runs), std::move(points)};
}

} // namespace

json splitsToJson(const Project &project, const std::vector<SplitSummary> &splits) {
    json all = json::array();
    for (const SplitSummary &split : splits)
        all.push_back({{"split", split.split},
                       {"clips", split.clips},
                       {"missing", split.missing},
                       {"labels", split.labelCount()},
                       {"labels_per_class", eventCountsToJson(project, split.labels)},
                       {"inaudible_pairs", split.inaudiblePairs},
                       {"inaudible_clips", split.inaudibleClips},
                       {"inaudible_per_class", eventCountsToJson(project, split.inaudible)}});
    return all;
}

void printSplits(const std::vector<SplitSummary> &splits) {
    std::printf("%-14s %9s %9s %9s %16s\n", "split", "clips", "missing", "labels", "not audible");
    for (const SplitSummary &split : splits)
        std::printf("%-14s %9zu %9zu %9zu %6zu in %5zu\n", shownSplit(split.split).c_str(), split.clips, split.missing,
                    split.labelCount(), split.inaudiblePairs, split.inaudibleClips);
}

Result<json> projectToJson(const Project &project) {
    const Contents contents = TAGSCOPE_TRY(contentsOf(project));
    json sources = json::array();
    for (const SourceSummary &source : contents.summary.sources)
        sources.push_back(
            {{"branch", wordFor(source.source.branch)}, {"name", source.source.name}, {"clips", source.clips}});
    json runs = json::array();
    for (const TrainingRun &run : contents.runs)
        runs.push_back(runToJson(run));
    json points = json::array();
    for (const NamedOperatingPoint &point : contents.points)
        points.push_back(namedPointToJson(project, point));
    std::size_t clips = 0;
    for (const SplitSummary &split : contents.summary.splits)
        clips += split.clips;
    return json{{"project", project.file().string()},
                {"clip_seconds", project.clipDuration().count()},
                {"clips", clips},
                {"classes", classesToJson(project)},
                {"splits", splitsToJson(project, contents.summary.splits)},
                {"runs", std::move(runs)},
                {"score_sources", std::move(sources)},
                {"operating_points", std::move(points)}};
}

Result<void> printProject(const Project &project) {
    const Contents contents = TAGSCOPE_TRY(contentsOf(project));
    std::printf("%s: %zu classes, clips of %g s\n\n", project.file().c_str(), project.classes().size(),
                project.clipDuration().count());
    printSplits(contents.summary.splits);
    printLabels(project, contents.summary.splits);
    printSection("runs", contents.runs, [](const TrainingRun &run) {
        std::printf("  %s: %s, %d epochs, best micro F1 %.2f %%\n", run.name.c_str(), wordFor(run.state), run.epochs,
                    100 * run.bestMicroF1);
    });
    printSection("scores", contents.summary.sources, [](const SourceSummary &source) {
        std::printf("  %s %s: %zu clips\n", wordFor(source.source.branch), source.source.name.c_str(), source.clips);
    });
    printSection("operating points", contents.points, [](const NamedOperatingPoint &point) {
        std::printf("  %s: %s%s%s, micro F1 %.2f %%\n", point.name.c_str(), point.method.c_str(),
                    point.tunedOn.empty() ? "" : ", tuned on ", point.tunedOn.c_str(), 100 * point.microF1);
    });
    return {};
}

} // namespace tagscope::cli
