// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace tagscope::cli {

// The commands that compute with networks, as --help lists them: two programs do, and one of them has no more of them
// than this (program.h).
struct CommandName {
    const char *name;
    const char *summary;

    CLI::App *addTo(CLI::App &program) const { return program.add_subcommand(name, summary); }
};

inline constexpr CommandName kDemoCommand{"demo", "Make the demo project and analyse it, without any download"};
inline constexpr CommandName kTagCommand{"tag", "The whole chain for each clip: its tags and why"};
inline constexpr CommandName kExplainCommand{"explain", "Everything behind one event's tag, in words"};
inline constexpr CommandName kModelsCommand{"models", "The weights and vectors that tagging needs"};
inline constexpr CommandName kFeaturesCommand{"features", "Compute the log-mel features of all clips of a project"};
inline constexpr CommandName kVideoCommand{"video", "Key frames, objects and video probabilities of a project's clips"};
inline constexpr CommandName kTrainCommand{"train", "Train the CRNN on a project, by multiple instance learning"};
inline constexpr CommandName kPredictCommand{"predict",
                                             "Activations and audio probabilities of all clips, by a run's network"};

} // namespace tagscope::cli
