// SPDX-License-Identifier: GPL-3.0-or-later
#include "tune_options.h"

#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

// Which of the two modes, and whether its options are there. Nothing: they are not, and that was said.
std::optional<bool> isForProject(const TuneOptions &options) {
    if (options.isJoint() && options.method != "exact") {
        spdlog::error("--weights joint tunes the thresholds too, exactly: add --method exact.");
        return std::nullopt;
    }
    const bool hasTables = !options.scores.empty() || !options.videoScores.empty() || !options.truth.empty();
    if (!options.project.empty() && !hasTables)
        return true;
    if (!options.project.empty()) {
        spdlog::error("Tune a project or tables, not both: leave out PROJECT, or --scores and --truth.");
        return std::nullopt;
    }
    if (options.scores.empty() || options.truth.empty()) {
        spdlog::error("Give a project, or tables with --scores and --truth.");
        return std::nullopt;
    }
    if (options.isJoint() && options.videoScores.empty()) {
        spdlog::error("--weights joint needs --video-scores: without them there is nothing to weight.");
        return std::nullopt;
    }
    return false;
}

Result<int> tune(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const std::optional<bool> ofProject = isForProject(options);
    if (!ofProject)
        return kWrongUsage;
    return *ofProject ? tuneProject(options, common, stop) : tuneTables(options, common, stop);
}

} // namespace

void addTuneCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<TuneOptions>();
    CLI::App *command = program.add_subcommand("tune", "Weights and thresholds for the best micro F1");
    command->add_option("PROJECT", options->project, "The project file; or tables, with --scores and --truth");
    command
        ->add_option("--split", options->split, "The project's clips to tune on, by their weak labels; all: every clip")
        ->capture_default_str();
    command
        ->add_option_function<std::string>(
            "--audio", [options](const std::string &run) { options->audio = run; },
            "Audio probabilities of this run, the newest one without RUN; alone: no video")
        ->type_name("[RUN]")
        ->expected(0, 1);
    command->add_flag("--video", options->video, "The video probabilities; alone: no audio");
    command->add_option("--name", options->name, "Of the operating point; default: such as fusion-paper");
    command->add_option("--scores", options->scores, "Audio probabilities: CSV with header clip,<event>,…");
    command->add_option("--video-scores", options->videoScores, "Video probabilities, a table of the same shape");
    command->add_option("--truth", options->truth, "Labels: a table of the same shape with 0 and 1");
    command
        ->add_option(
            "--method", options->method,
            "paper: class by class, then at random to a fixed point; exact: the best thresholds, directly; "
            "calibrated: a probability of both branches for each event, one threshold for all; all: each of them, "
            "and of these the one with the best estimate for new clips")
        ->check(CLI::IsMember({"paper", "exact", "calibrated", "all"}))
        ->capture_default_str();
    command
        ->add_option("--weights", options->weights,
                     "paper: 0.8 for the video of events where its class F1 beats the audio's, else 0.2; joint: the "
                     "best weights and thresholds together")
        ->check(CLI::IsMember({"paper", "joint"}))
        ->capture_default_str();
    command->add_flag("!--no-cross-validation", options->isAppraised,
                      "Leave out the estimate for new clips, which makes tuning take fifty times as long");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return tune(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
