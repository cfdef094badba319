// SPDX-License-Identifier: GPL-3.0-or-later
#include "training_options.h"

#include "core/base/file_content.h"
#include "core/base/try.h"
#include "core/training/recipes.h"

#include <utility>

namespace tagscope::cli {
namespace {

template <class T>
void replace(T &value, const std::optional<T> &given) {
    if (given)
        value = *given;
}

Result<TrainingSettings> settingsOfFile(const std::string &file) {
    const std::string text = TAGSCOPE_TRY(readWholeFile(file));
    return trainingSettingsFromJson(text).map_error([&](Error error) {
        error.message = {"base.within", file, error};
        return error;
    });
}

GradientClipping clippingNamed(const std::string &name) {
    if (name == "none")
        return GradientClipping::None;
    return name == "norm" ? GradientClipping::Norm : GradientClipping::Value;
}

void addFewClipOptions(CLI::App &command, FewClipOverrides &fewClips) {
    command.add_option("--kernel", fewClips.kernel, "Frames and bands that a convolution sees, odd (5)");
    command.add_option("--pool-time", fewClips.poolTime, "Of each convolution; default: 20 frames become a step")
        ->delimiter(',');
    command
        .add_option("--pool-bands", fewClips.poolBands, "Of each convolution; default: a twelfth of the bands is left")
        ->delimiter(',');
    command.add_option("--optimiser", fewClips.optimiser, "Momentum's gradient descent, or Adam (sgd)")
        ->check(CLI::IsMember({"sgd", "adam"}));
    command.add_option("--weight-decay", fewClips.weightDecay, "Of the weights, by Adam (0)");
    command.add_option("--schedule", fewClips.schedule, "Of the learning rate (plateau)")
        ->check(CLI::IsMember({"plateau", "cosine"}));
    command.add_option("--normalise", fewClips.normalises, "Convolutions by batches: true or false (false)");
    command.add_option("--mix-up", fewClips.mixUp,
                       "Clips are mixed with each other, half and half at most where it is 1 (0)");
    command.add_option("--masks", fewClips.masks, "Stretches of time and of bands that are masked in a clip (0)");
    command.add_option("--rolls", fewClips.rolls, "Clips are shifted in time: true or false (false)");
    command.add_option("--gain", fewClips.gain, "Standard deviation of what is added to a clip, in dB (0)");
}

void replaceFewClips(TrainingSettings &settings, const FewClipOverrides &fewClips) {
    replace(settings.kernel, fewClips.kernel);
    if (!fewClips.poolTime.empty())
        settings.poolTime = fewClips.poolTime;
    if (!fewClips.poolBands.empty())
        settings.poolBands = fewClips.poolBands;
    if (fewClips.optimiser)
        settings.optimiser = *fewClips.optimiser == "adam" ? Optimiser::Adam : Optimiser::Sgd;
    replace(settings.weightDecay, fewClips.weightDecay);
    if (fewClips.schedule)
        settings.schedule = *fewClips.schedule == "cosine" ? RateSchedule::Cosine : RateSchedule::Plateau;
    replace(settings.normalises, fewClips.normalises);
    replace(settings.mixUp, fewClips.mixUp);
    replace(settings.masks, fewClips.masks);
    replace(settings.rolls, fewClips.rolls);
    replace(settings.gain, fewClips.gain);
}

} // namespace

void addTrainingOptions(CLI::App &command, TrainingOverrides &overrides) {
    command
        .add_option(
            "--recipe", overrides.recipe,
            "Settings to start from: paper, or small-data (normalised convolutions, Adam, mixed, masked and shifted "
            "clips, a smaller network); "
            "default: the project's, else small-data below 5,000 clips")
        ->check(CLI::IsMember({"paper", "small-data"}));
    command.add_option("--settings", overrides.file, "Hyperparameters (JSON), as in a run's settings.json");
    command.add_option("--epochs", overrides.epochs, "Epochs of the whole run");
    command.add_option("--batch-size", overrides.batchSize, "Clips per batch (95)");
    command.add_option("--learning-rate", overrides.learningRate, "At the start (0.1)");
    command.add_option("--momentum", overrides.momentum, "Of the gradient descent (0.8)");
    command.add_flag("--no-nesterov", overrides.isNotNesterov, "Plain momentum");
    command.add_option("--clip", overrides.clipping, "How gradients are clipped (value)")
        ->check(CLI::IsMember({"value", "norm", "none"}));
    command.add_option("--clip-at", overrides.clipAt, "Largest value, or norm, of a gradient (0.001)");
    command.add_option("--decay", overrides.decay, "Of the learning rate, on a plateau (0.8)");
    command.add_option("--patience", overrides.patience, "Epochs without a better validation loss before it (3)");
    command.add_option("--order", overrides.order, "Of the clips (shuffled)")
        ->check(CLI::IsMember({"shuffled", "balanced"}));
    command
        .add_option("--truth", overrides.truth,
                    "Labels of the training split to learn (weak); validation always uses the weak ones")
        ->check(CLI::IsMember({"weak", "audited"}));
    command.add_option("--precision", overrides.precision, "Of the arithmetic (float32)")
        ->check(CLI::IsMember({"float32", "bfloat16"}));
    command.add_option("--channels", overrides.channels, "Of the convolutions (32,64,128)")->delimiter(',');
    command.add_option("--gru-units", overrides.gruUnits, "In each direction (100)");
    command.add_option("--dropout", overrides.dropout, "After each pooling and the GRU (0.2)");
    addFewClipOptions(command, overrides.fewClips);
    command.add_option("--checkpoint-batches", overrides.checkpointBatches, "Batches between two checkpoints (100)");
    command
        .add_option(
            "--keep-epochs", overrides.keepEpochs,
            "Keep the network after each epoch (all), or after every N-th; 0: of the best alone (0). predict --run "
            "RUN@EPOCH uses one")
        ->check(CLI::IsMember({"all"}) | CLI::Range(0, 100000))
        ->type_name("all|N");
}

Result<TrainingSettings> overridden(TrainingSettings settings, const TrainingOverrides &overrides) {
    if (overrides.recipe) {
        const TrainingSettings before = std::exchange(settings, settingsOf(*recipeNamed(*overrides.recipe)));
        settings.device = before.device;
        settings.seed = before.seed;
    }
    if (!overrides.file.empty())
        settings = TAGSCOPE_TRY(settingsOfFile(overrides.file));
    replace(settings.epochs, overrides.epochs);
    replace(settings.batchSize, overrides.batchSize);
    replace(settings.learningRate, overrides.learningRate);
    replace(settings.momentum, overrides.momentum);
    if (overrides.isNotNesterov)
        settings.isNesterov = false;
    if (overrides.clipping)
        settings.clipping = clippingNamed(*overrides.clipping);
    replace(settings.clipAt, overrides.clipAt);
    replace(settings.decay, overrides.decay);
    replace(settings.patience, overrides.patience);
    if (overrides.order)
        settings.order = *overrides.order == "balanced" ? BatchOrder::Balanced : BatchOrder::Shuffled;
    if (overrides.truth)
        settings.truth = *overrides.truth == "audited" ? Truth::Audited : Truth::Weak;
    if (overrides.precision)
        settings.precision =
            *overrides.precision == "bfloat16" ? TrainingPrecision::BFloat16 : TrainingPrecision::Float32;
    if (!overrides.channels.empty()) {
        // The recipe's pooling is for its own number of convolutions.
        if (overrides.channels.size() != settings.channels.size()) {
            settings.poolTime.clear();
            settings.poolBands.clear();
        }
        settings.channels = overrides.channels;
    }
    replace(settings.gruUnits, overrides.gruUnits);
    replace(settings.dropout, overrides.dropout);
    replaceFewClips(settings, overrides.fewClips);
    replace(settings.checkpointBatches, overrides.checkpointBatches);
    if (overrides.keepEpochs)
        settings.keepEpochs = *overrides.keepEpochs == "all" ? 1 : std::stoi(*overrides.keepEpochs);
    replace(settings.device, overrides.device);
    replace(settings.seed, overrides.seed);
    TAGSCOPE_TRY(checkTrainingSettings(settings));
    return settings;
}

} // namespace tagscope::cli
