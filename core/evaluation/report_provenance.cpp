// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_provenance.h"

#include "core/base/file_hash.h"

#include <algorithm>
#include <system_error>

namespace tagscope {
namespace {

Result<std::string> settingOr(const Project &project, const std::string &key, const std::string &otherwise) {
    const Result<std::optional<std::string>> stored = project.setting(key);
    if (!stored)
        return tl::unexpected(stored.error());
    return stored->value_or(otherwise);
}

Result<ReportedSource> reported(const Project &project, const ScoreSource &source, const std::stop_token &stop) {
    ReportedSource result{source, {}, -1, {}};
    if (source.branch == Branch::Video) {
        Result<std::string> recipe = settingOr(project, "video", "");
        if (!recipe)
            return tl::unexpected(recipe.error());
        result.settings = std::move(*recipe);
        return result;
    }
    const Result<std::vector<TrainingRun>> runs = project.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    if (const auto run = std::ranges::find(*runs, source.name, &TrainingRun::name); run != runs->end()) {
        result.settings = run->settings;
        result.bestEpoch = run->bestEpoch;
    }
    const std::filesystem::path network = project.runDirectory(source.name) / "best.safetensors";
    std::error_code error;
    if (!std::filesystem::exists(network, error))
        return result; // scores of other networks, or the run was cleared away
    Result<std::string> hash = sha256OfFile(network, stop);
    if (!hash)
        return tl::unexpected(hash.error());
    result.sha256 = std::move(*hash);
    return result;
}

} // namespace

Result<Provenance> provenanceOf(const Project &project, std::span<const System> systems, std::string programVersion,
                                const std::stop_token &stop) {
    Provenance provenance;
    provenance.programVersion = std::move(programVersion);
    provenance.project = project.file().filename().string();
    Result<std::vector<SplitCount>> counts = project.splitCounts();
    if (!counts)
        return tl::unexpected(counts.error());
    provenance.splits = std::move(*counts);
    for (const System &system : systems) {
        for (const std::optional<ScoreSource> &source : {system.sources.audio, system.sources.video}) {
            const auto isThis = [&](const ReportedSource &known) { return known.source == *source; };
            if (!source || std::ranges::any_of(provenance.sources, isThis))
                continue;
            Result<ReportedSource> one = reported(project, *source, stop);
            if (!one)
                return tl::unexpected(one.error());
            provenance.sources.push_back(std::move(*one));
        }
    }
    for (const char *key : {"demo", "models", "analysis", "training"}) {
        const Result<std::string> setting = settingOr(project, key, "");
        if (!setting)
            return tl::unexpected(setting.error());
        if (!setting->empty())
            provenance.settings.emplace_back(key, *setting);
    }
    return provenance;
}

} // namespace tagscope
