// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_project.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/tuning.h"
#include "core/project/operating_points.h"

#include <algorithm>
#include <utility>

// LocalProject's operating points and what the workbench works on.
namespace tagscope {
namespace {

Result<ui::PointList> pointsOf(const Project &project) {
    Result<std::vector<NamedOperatingPoint>> points = project.operatingPoints();
    if (!points)
        return tl::unexpected(points.error());
    const Result<std::optional<NamedOperatingPoint>> chosen = chosenPoint(project);
    if (!chosen)
        return tl::unexpected(chosen.error());
    // Written by an older version and opened for reading only, a project has no history.
    Result<std::vector<NamedOperatingPoint>> history = project.operatingPointHistory();
    return ui::PointList{std::move(*points), *chosen ? (*chosen)->name : std::string(),
                         history ? std::move(*history) : std::vector<NamedOperatingPoint>()};
}

// What there is no score of, and what to run.
std::string problemOf(const Project &project, const std::string &split) {
    const std::string file = project.file().filename().string();
    return "The clips of the split \"" + split +
           "\" have neither audio nor video probabilities yet. For the sound: " + "tagscope-cli predict " + file +
           " --run NAME. For the pictures: tagscope-cli video " + file + ".";
}

std::string splitToShow(const std::vector<std::string> &splits, const std::string &wanted) {
    if (std::ranges::find(splits, wanted) != splits.end())
        return wanted;
    constexpr std::string_view kUsual = "validation";
    if (std::ranges::find(splits, kUsual) != splits.end())
        return std::string(kUsual);
    return splits.empty() ? std::string() : splits.front();
}

Result<void> fillWorkbenchScores(const Project &project, ui::WorkbenchContents &contents) {
    const Result<SystemSources> sources = newestSources(project, contents.split);
    if (!sources)
        return tl::unexpected(sources.error());
    if (!sources->audio && !sources->video) {
        contents.problem = problemOf(project, contents.split);
        return {};
    }
    const Result<SplitScores> scores = scoresOfSplit(project, contents.split, Truth::Weak, *sources);
    if (!scores)
        return tl::unexpected(scores.error());
    contents.audioSource = sources->audio ? sources->audio->name : std::string();
    contents.videoSource = sources->video ? sources->video->name : std::string();
    contents.names = scores->clips;
    contents.tables = tablesOf(*scores);
    const Result<std::vector<KnownPresence>> known = project.presence(contents.clips);
    if (!known)
        return tl::unexpected(known.error());
    if (std::ranges::any_of(*known, [](const KnownPresence &pair) { return pair.isAudible.has_value(); })) {
        Result<BinaryTable> audible = project.labels(contents.clips, Truth::Audible);
        if (!audible)
            return tl::unexpected(audible.error());
        contents.audible = std::move(*audible);
    }
    return {};
}

} // namespace

Result<ui::PointList> LocalProject::points(const std::stop_token &) {
    return pointsOf(project_);
}

Result<ui::PointList> LocalProject::storePoint(const NamedOperatingPoint &point) {
    return project_
        .atomically([&]() -> Result<void> {
            const Result<std::vector<NamedOperatingPoint>> points = project_.operatingPoints();
            if (!points)
                return tl::unexpected(points.error());
            const auto before = std::ranges::find(*points, point.name, &NamedOperatingPoint::name);
            if (before != points->end() && (before->method != kByHand || point.method != kByHand))
                return fail(Error::Kind::Inconsistent,
                            "There is an operating point \"" + point.name + "\" already. Choose another name.");
            return project_.storeOperatingPoint(point);
        })
        .and_then([this] { return pointsOf(project_); });
}

Result<ui::PointList> LocalProject::choosePoint(const std::string &name) {
    return tagscope::choosePoint(project_, name).and_then([this] { return pointsOf(project_); });
}

Result<ui::PointList> LocalProject::removePoint(const std::string &name) {
    return project_.removeOperatingPoint(name).and_then([this] { return pointsOf(project_); });
}

Result<ui::PointList> LocalProject::importPoints(const std::string &document) {
    return tagscope::importPoints(project_, document).and_then([this](const std::vector<std::string> &) {
        return pointsOf(project_);
    });
}

Result<std::string> LocalProject::exportPoints(const std::vector<std::string> &names) {
    return tagscope::exportPoints(project_, names);
}

Result<ui::WorkbenchContents> LocalProject::workbench(const std::string &split, const std::stop_token &) {
    const Result<std::vector<SplitCount>> counts = project_.splitCounts();
    if (!counts)
        return tl::unexpected(counts.error());
    ui::WorkbenchContents contents;
    for (const SplitCount &count : *counts)
        if (count.clips > 0)
            contents.splits.push_back(count.split);
    contents.split = splitToShow(contents.splits, split);
    contents.isHeldOut = isHeldOut(contents.split);
    const Result<std::vector<Clip>> clips = project_.clips(contents.split);
    if (!clips)
        return tl::unexpected(clips.error());
    if (clips->empty()) {
        contents.problem = "The project has no clips yet. To bring some in: tagscope-cli import.";
        return contents;
    }
    for (const Clip &clip : *clips)
        contents.clips.push_back(clip.id);
    if (Result<void> filled = fillWorkbenchScores(project_, contents); !filled)
        return tl::unexpected(filled.error());
    return contents;
}

} // namespace tagscope
