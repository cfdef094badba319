// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_provenance.h"

#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/project/score_origin.h"

#include <algorithm>
#include <system_error>

namespace tagscope {
namespace {

Result<std::string> settingOr(const Project &project, const std::string &key, const std::string &otherwise) {
    const std::optional<std::string> stored = TAGSCOPE_TRY(project.setting(key));
    return stored.value_or(otherwise);
}

Result<ReportedSource> reported(const Project &project, const ScoreSource &source, const std::stop_token &stop) {
    ReportedSource result{source, {}, -1, {}};
    result.settings = TAGSCOPE_TRY(settingOr(project, originSetting(source), ""));
    result.isImported = !result.settings.empty();
    const bool isAnalysed = source.branch == Branch::Video || source.name == "analysis" || source.name == "demo";
    if (!result.isImported && isAnalysed)
        result.settings = TAGSCOPE_TRY(settingOr(project, source.branch == Branch::Video ? "video" : "audio", ""));
    if (source.branch == Branch::Video)
        return result;
    const std::vector<TrainingRun> runs = TAGSCOPE_TRY(project.runs());
    if (const auto run = std::ranges::find(runs, source.name, &TrainingRun::name); run != runs.end()) {
        result.settings = run->settings;
        result.bestEpoch = run->bestEpoch;
    }
    const Result<std::filesystem::path> directory = project.runDirectory(source.name);
    const std::filesystem::path network = directory.value_or(std::filesystem::path()) / "best.safetensors";
    std::error_code error;
    if (!directory || !std::filesystem::exists(network, error))
        return result; // scores of other networks, or the run was cleared away
    result.sha256 = TAGSCOPE_TRY(sha256OfFile(network, stop));
    return result;
}

} // namespace

Result<Provenance> provenanceOf(const Project &project, std::span<const System> systems, std::string programVersion,
                                const std::stop_token &stop) {
    Provenance provenance;
    provenance.programVersion = std::move(programVersion);
    provenance.project = project.file().filename().string();
    provenance.splits = TAGSCOPE_TRY(project.splitCounts());
    for (const System &system : systems) {
        for (const std::optional<ScoreSource> &source : {system.sources.audio, system.sources.video}) {
            const auto isThis = [&](const ReportedSource &known) { return known.source == *source; };
            if (!source || std::ranges::any_of(provenance.sources, isThis))
                continue;
            provenance.sources.emplace_back() = TAGSCOPE_TRY(reported(project, *source, stop));
        }
    }
    for (const char *key : {"demo", "models", "analysis", "training"}) {
        const std::string setting = TAGSCOPE_TRY(settingOr(project, key, ""));
        if (!setting.empty())
            provenance.settings.emplace_back(key, setting);
    }
    return provenance;
}

} // namespace tagscope
