// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/recipes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array<std::pair<Recipe, std::string_view>, 2> kRecipes{
    {{Recipe::Paper, "paper"}, {Recipe::SmallData, "small-data"}}};

// Three times the largest first weight of the paper's last layer, sqrt(6 / (200 + 17)): what it takes to bring its
// logits from one side of a base rate to the other.
constexpr double kNeededMovement = 0.5;

std::string significant(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2g", value);
    return text.data();
}

} // namespace

std::string_view nameOf(Recipe recipe) {
    return std::ranges::find(kRecipes, recipe, &std::pair<Recipe, std::string_view>::first)->second;
}

std::optional<Recipe> recipeNamed(std::string_view name) {
    const auto *found = std::ranges::find(kRecipes, name, &std::pair<Recipe, std::string_view>::second);
    return found != kRecipes.end() ? std::optional(found->first) : std::nullopt;
}

TrainingSettings settingsOf(Recipe recipe) {
    TrainingSettings settings;
    if (recipe == Recipe::Paper)
        return settings;
    settings.batchSize = 8;
    settings.learningRate = 0.006;
    settings.optimiser = Optimiser::Adam;
    settings.weightDecay = 0.01;
    settings.schedule = RateSchedule::Cosine;
    settings.clipping = GradientClipping::None;
    settings.epochs = 60;
    settings.channels = {12, 24, 48};
    settings.kernel = 3;
    settings.poolTime = {8, 2, 2};
    settings.poolBands = {3, 2, 2};
    settings.gruUnits = 32;
    settings.dropout = 0.0;
    settings.normalises = true;
    settings.mixUp = 0.6;
    settings.masks = 2;
    settings.rolls = true;
    return settings;
}

Recipe recipeFor(std::size_t trainingClips) {
    return trainingClips < kFewestClipsForPaper ? Recipe::SmallData : Recipe::Paper;
}

double mostMovement(const TrainingSettings &settings, std::size_t trainingClips) {
    if (settings.clipping != GradientClipping::Value || settings.optimiser != Optimiser::Sgd)
        return std::numeric_limits<double>::infinity();
    const auto batch = static_cast<std::size_t>(settings.batchSize);
    const double steps = static_cast<double>((trainingClips + batch - 1) / batch) * settings.epochs;
    return steps * settings.learningRate * settings.clipAt / (1.0 - settings.momentum);
}

std::optional<Message> outlookOf(const TrainingSettings &settings, std::size_t trainingClips) {
    const double most = mostMovement(settings, trainingClips);
    if (most >= kNeededMovement)
        return std::nullopt;
    return Message("training.cannot_move", significant(most));
}

double baseRateLoss(const BinaryTable &labels, std::size_t first) {
    if (labels.events == 0 || first >= labels.clips)
        return 0.0;
    const auto clips = static_cast<double>(labels.clips - first);
    double sum = 0.0;
    for (std::size_t k = 0; k < labels.events; ++k) {
        double positives = 0.0;
        for (std::size_t clip = first; clip < labels.clips; ++clip)
            positives += labels(clip, k) != 0 ? 1.0 : 0.0;
        for (const double share : {positives / clips, 1.0 - positives / clips})
            sum -= share > 0.0 ? share * std::log(share) : 0.0;
    }
    return sum / static_cast<double>(labels.events);
}

std::optional<Message> noticeAfter(const TrainingSettings &settings, int epoch, double validationLoss,
                                   double baseRate) {
    constexpr double kNear = 0.98;
    const int third = (settings.epochs + 2) / 3;
    if (epoch + 1 != third || validationLoss < kNear * baseRate)
        return std::nullopt;
    return Message("training.at_base_rate", epoch + 1, significant(validationLoss), significant(baseRate));
}

} // namespace tagscope
