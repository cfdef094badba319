// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "progress_line.h"
#include "tune_options.h"

#include "core/base/try.h"
#include "core/evaluation/tuning.h"

#include <algorithm>
#include <cstdio>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

std::vector<std::string> warningsFor(const TuneOptions &options, const TunedPoint &tuned) {
    std::vector<std::string> warnings;
    if (isHeldOut(options.split))
        warnings.push_back("This was tuned on the split \"" + options.split +
                           "\", which is meant for evaluation: figures on it are now too optimistic.");
    if (!tuned.leftOut.empty())
        warnings.push_back(std::to_string(tuned.leftOut.size()) + " clips have no scores and were left out, such as " +
                           tuned.leftOut.front() + ".");
    for (const Message &note : tuned.notes)
        warnings.push_back(englishText(note));
    return warnings;
}

json sourceNameOrNull(const std::string &name) {
    return name.empty() ? json() : json(name);
}

json pointDocument(const TunedPoint &tuned, const std::vector<std::string> &events,
                   const std::vector<std::string> &warnings) {
    const NamedOperatingPoint &point = tuned.point;
    const TuningMethod method = tuningMethodNamed(point.method).value_or(TuningMethod::Paper);
    json document{{"name", point.name},
                  {"method", methodName(method)},
                  {"weights", weightsOf(method)},
                  {"split", point.tunedOn},
                  {"truth", nameOf(Truth::Weak)},
                  {"clips", tuned.clips},
                  {"audio", sourceNameOrNull(point.audioSource)},
                  {"video", sourceNameOrNull(point.videoSource)},
                  {"micro_f1", point.microF1},
                  {"estimate", heldOutToJson(tuned.heldOut)}};
    if (tuned.stage1MicroF1)
        document["stage1_micro_f1"] = *tuned.stage1MicroF1;
    document["events"] = pointToJson(events, point.point, tuned.counts);
    if (!tuned.compared.empty())
        document["compared"] = comparedToJson(tuned.compared);
    document["left_out"] = tuned.leftOut;
    document["warnings"] = warnings;
    return document;
}

void printTuned(const TunedPoint &tuned, const std::vector<std::string> &events) {
    const NamedOperatingPoint &point = tuned.point;
    printCompared(tuned.compared);
    std::printf("%s: micro F1 %.2f %% on the %zu clips of %s it was tuned on, weak labels\n", point.name.c_str(),
                100 * point.microF1, tuned.clips, point.tunedOn.c_str());
    printHeldOut(tuned.heldOut);
    if (tuned.stage1MicroF1)
        std::printf("  class by class: %.2f %%\n", 100 * *tuned.stage1MicroF1);
    std::printf("  audio: %s; video: %s\n\n", point.audioSource.empty() ? "none" : point.audioSource.c_str(),
                point.videoSource.empty() ? "none" : point.videoSource.c_str());
    printPoint(events, point.point, tuned.counts);
}

Result<TunedPoint> tuneWithProgress(const Project &project, const TuningRequest &request, const CommonOptions &common,
                                    const std::stop_token &stop) {
    ProgressLine line("tune", 1, common.quiet);
    return tunePoint(
        project, request, [&line](const TuningStep &step) { line.show(step.fraction, step.stage); }, stop);
}

} // namespace

Result<int> tuneProject(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    Project project = TAGSCOPE_TRY(Project::open(options.project));
    TuningRequest request;
    request.split = options.split;
    request.method = options.tuningMethod();
    request.seed = common.seed;
    request.threads = static_cast<unsigned>(std::max(common.threadCount(), 1));
    request.triesAll = options.triesAll();
    request.isAppraised = options.isAppraised;
    request.sources = TAGSCOPE_TRY(chosenSources(project, options.split, {options.audio, options.video}));
    TunedPoint tuned = TAGSCOPE_TRY(tuneWithProgress(project, request, common, stop));
    if (!options.name.empty())
        tuned.point.name = options.name;
    TAGSCOPE_TRY(storeTunedPoint(project, tuned));

    const std::vector<std::string> events = namesOf(project.classes());
    const std::vector<std::string> warnings = warningsFor(options, tuned);
    for (const std::string &warning : warnings)
        spdlog::warn("{}", warning);
    if (common.json)
        printDocument(pointDocument(tuned, events, warnings));
    else
        printTuned(tuned, events);
    return kDone;
}

} // namespace tagscope::cli
