// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "features.h"
#include "figures.h"
#include "network_commands.h"
#include "shard_option.h"

#include "core/base/try.h"
#include "core/training/feature_merge.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <spdlog/spdlog.h>
#include <string>
#include <utility>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct FeaturesOptions {
    std::string project;
    std::string precision; // empty: that of the features there are
    std::optional<Shard> shard;
    bool merge = false;
    bool check = false;
};

const char *omissionName(Omission why) {
    switch (why) {
    case Omission::NoMedia:
        return "no media";
    case Omission::NoSound:
        return "no sound";
    case Omission::Unusable:
        return "unusable sound";
    case Omission::Undecodable:
        return "undecodable";
    case Omission::Unreadable:
        return "unreadable";
    }
    return "";
}

std::size_t countOf(const std::vector<OmittedClip> &omitted, bool failures) {
    return static_cast<std::size_t>(std::ranges::count_if(
        omitted, [failures](const OmittedClip &clip) { return isFailure(clip.why) == failures; }));
}

json toJson(const std::vector<OmittedClip> &omitted) {
    json list = json::array();
    for (const OmittedClip &clip : omitted)
        list.push_back({{"clip", clip.source.clip}, {"why", omissionName(clip.why)}, {"reason", clip.reason}});
    return list;
}

// Failures are named one by one; what is merely absent is counted, being normal.
int reportOmitted(const std::vector<OmittedClip> &omitted) {
    for (const OmittedClip &clip : omitted) {
        if (isFailure(clip.why))
            spdlog::error("{}: {}", clip.source.clip, clip.reason);
        else
            spdlog::debug("{}: {}", clip.source.clip, clip.reason);
    }
    return countOf(omitted, true) > 0 ? kFailed : kDone;
}

int finishWhole(const FeatureSummary &summary, json document, const CommonOptions &common) {
    document["clips"] = summary.clips;
    document["blocks"] = summary.blocks;
    document["omitted"] = toJson(summary.omitted);
    document["statistics_frames"] = summary.statisticsFrames;
    if (common.json)
        printDocument(document);
    else
        std::printf("%zu clips have features; %zu without media or sound, %zu cannot be decoded.\n", summary.clips,
                    countOf(summary.omitted, false), countOf(summary.omitted, true));
    return reportOmitted(summary.omitted);
}

Result<FeatureSummary> mergeShards(const Project &project, bool withChecksums, const CommonOptions &common,
                                   const std::stop_token &stop) {
    ClipProgressLine line(common.quiet);
    // Without checksums it is over at once.
    return mergeFeatures(project, withChecksums, common.threadCount(), withChecksums ? line.progress() : ClipProgress(),
                         stop);
}

#ifdef TAGSCOPE_WITH_MEDIA

int finishShard(const FeatureReport &report, json document, const CommonOptions &common) {
    document["clips"] = report.clips;
    document["blocks"] = report.blocks;
    document["omitted"] = toJson(report.omitted);
    if (common.json)
        printDocument(document);
    else
        std::printf("%zu clips of this part have features; %zu without media or sound, %zu cannot be decoded.\n",
                    report.clips, countOf(report.omitted, false), countOf(report.omitted, true));
    return reportOmitted(report.omitted);
}

Result<int> make(const Project &project, const FeaturesOptions &options, const CommonOptions &common,
                 const std::stop_token &stop) {
    FeatureOptions making;
    making.threads = common.threadCount();
    making.withChecksums = options.check;
    if (!options.precision.empty())
        making.precision = options.precision == "float32" ? FeaturePrecision::Float32 : FeaturePrecision::Float16;
    if (options.shard)
        making.shard = *options.shard;
    const FeatureReport report = TAGSCOPE_TRY(makeFeaturesWithProgress(project, making, common, stop));
    json setAside = json::array();
    for (const std::filesystem::path &file : report.setAside)
        setAside.push_back(file.string());
    const json document{{"made_clips", report.madeClips},
                        {"made_blocks", report.madeBlocks},
                        {"damaged", report.damaged},
                        {"set_aside", std::move(setAside)}};
    if (options.shard)
        return finishShard(report, document, common);
    const Result<FeatureSummary> summary = mergeShards(project, false, common, stop);
    if (!summary) {
        reportOmitted(report.omitted);
        return tl::unexpected(summary.error());
    }
    return finishWhole(*summary, document, common);
}

#else

Result<int> make(const Project &, const FeaturesOptions &, const CommonOptions &, const std::stop_token &) {
    spdlog::error(
        "This program was built without media support: it can only put together features made elsewhere (--merge).");
    return kWrongUsage;
}

#endif

Result<int> features(const FeaturesOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    // For reading only, so that several processes can share the work.
    const Project project = TAGSCOPE_TRY(Project::open(options.project, Project::Access::ReadOnly));
    if (!options.merge)
        return make(project, options, common, stop);
    const FeatureSummary summary = TAGSCOPE_TRY(mergeShards(project, true, common, stop));
    return finishWhole(summary, json::object(), common);
}

} // namespace

void addFeaturesCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<FeaturesOptions>();
    CLI::App *command = kFeaturesCommand.addTo(program);
    command->add_option("PROJECT", options->project, "The project file")->required();
    command->add_option("--precision", options->precision, "float16 (the default) or float32")
        ->check(CLI::IsMember({"float16", "float32"}));
    CLI::Option *shard =
        addShardOption(*command, options->shard, "Only the I-th of N parts, from 1 to N; PROJECT may be a snapshot");
    command->add_flag("--merge", options->merge, "Verify the finished parts and put them together")->excludes(shard);
    command->add_flag("--check", options->check, "Verify what is there by its checksums, and recompute damaged parts");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return features(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
