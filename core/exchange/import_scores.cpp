// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_scores.h"

#include "core/base/try.h"
#include "core/exchange/score_target.h"
#include "core/project/branch_choice.h"

#include <algorithm>

namespace tagscope {
namespace {

bool isJams(const std::filesystem::path &file) {
    return file.extension() == ".jams";
}

Result<ForeignScores> readScores(const std::filesystem::path &file, const ScoreImport &request) {
    if (file.extension() == ".npy")
        return readForeignArray(file, request.scale, request.clipNames, request.classNames);
    if (isJams(file))
        return readForeignJams(file);
    return readForeignTable(file, request.scale, request.encoding);
}

Result<void> takeFile(const std::filesystem::path &file, const ScoreImport &request, ScoreTarget &target,
                      FileReport &report) {
    ForeignScores scores = TAGSCOPE_TRY(readScores(file, request));
    const std::vector<std::optional<int>> events = TAGSCOPE_TRY(target.eventsOf(scores.columns, scores.classes));
    report.leftOut = std::move(scores.leftOut);
    report.notes = std::move(scores.notes);
    report.rows = scores.clips.size() + report.leftOut.size();
    for (std::size_t row = 0; row < scores.clips.size(); ++row) {
        const Result<std::size_t> clip = target.clipOf(scores.clips[row], isJams(file));
        if (!clip) {
            report.leftOut.push_back({scores.lines[row], clip.error().message});
            continue;
        }
        target.take(*clip, std::span(scores.values).subspan(row * scores.classes, scores.classes), events);
        ++report.added;
    }
    return {};
}

} // namespace

bool ScoreImportReport::hasFailed() const {
    return std::ranges::any_of(files, &FileReport::hasFailed);
}

Result<ScoreImportReport> importScores(Project &project, const ScoreImport &request, const Progress &progress,
                                       const std::stop_token &stop) {
    ScoreTarget target = TAGSCOPE_TRY(ScoreTarget::of(project, request));
    ScoreImportReport report;
    for (const std::filesystem::path &file : request.files) {
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress(static_cast<double>(report.files.size()) / static_cast<double>(request.files.size()), "reading");
        FileReport ofFile;
        ofFile.file = file;
        if (const Result<void> taken = takeFile(file, request, target, ofFile); !taken) {
            if (request.files.size() == 1)
                return tl::unexpected(taken.error());
            ofFile.refused = taken.error();
        }
        report.files.push_back(std::move(ofFile));
    }
    target.complete(report);
    if (report.clips > 0 && !request.isDryRun)
        TAGSCOPE_TRY(target.store(project, request, report));
    return report;
}

Result<void> chooseBranches(Project &project, const std::optional<std::string> &audio,
                            const std::optional<std::string> &video) {
    return project.atomically([&]() -> Result<void> {
        const std::vector<ScoreSource> sources = TAGSCOPE_TRY(project.scoreSources());
        const std::optional<std::string> setting = TAGSCOPE_TRY(project.setting(kBranchSetting));
        BranchChoice choice = branchChoiceIn(setting.value_or("{}"));
        for (const auto &[branch, name] : {std::pair(Branch::Audio, audio), std::pair(Branch::Video, video)}) {
            if (!name)
                continue;
            if (std::ranges::find(sources, ScoreSource{branch, *name}) == sources.end())
                return fail(Error::Kind::Inconsistent, {"exchange.no_such_source", *name});
            (branch == Branch::Audio ? choice.audio : choice.video) = *name;
        }
        return project.setSetting(kBranchSetting, jsonOf(choice));
    });
}

} // namespace tagscope
