// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/fusion/metrics.h"
#include "core/training/training_settings.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Which settings suit how many clips, and what can be told of a training before it begins.
namespace tagscope {

enum class Recipe { Paper, SmallData };

// "paper", "small-data".
[[nodiscard]] std::string_view nameOf(Recipe recipe);
[[nodiscard]] std::optional<Recipe> recipeNamed(std::string_view name);

// The paper's settings, or those for few clips: batches of 8, convolutions normalised by them, Adam with weight decay
// under a rate that rises and falls once, clips that are mixed, masked and shifted, and a smaller network without
// dropout. Chosen on fold 1 of ESC-10 (tests/bench/README.md).
[[nodiscard]] TrainingSettings settingsOf(Recipe recipe);

// Below it the paper's recipe takes too few steps to learn in its 20 epochs.
inline constexpr std::size_t kFewestClipsForPaper = 5000;
[[nodiscard]] Recipe recipeFor(std::size_t trainingClips);

// How far one weight can move in the whole run: steps x learning rate x largest gradient, times what momentum adds at
// most. Infinite where gradients are not clipped by value.
[[nodiscard]] double mostMovement(const TrainingSettings &settings, std::size_t trainingClips);

// A sentence where that is too little to leave the base rate; else nothing.
[[nodiscard]] std::optional<Message> outlookOf(const TrainingSettings &settings, std::size_t trainingClips);

// The loss of answering each event's share of the clips from `first` on, for all of them: mean over the events of its
// entropy, in nats. 0 for no clips.
[[nodiscard]] double baseRateLoss(const BinaryTable &labels, std::size_t first);

// A sentence after a third of the epochs, where the validation loss is not 2 % below that of the base rate; else
// nothing. `epoch` from 0.
[[nodiscard]] std::optional<Message> noticeAfter(const TrainingSettings &settings, int epoch, double validationLoss,
                                                 double baseRate);

} // namespace tagscope
