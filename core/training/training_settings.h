// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/clip_table.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

enum class GradientClipping { None, Value, Norm };
enum class BatchOrder { Shuffled, Balanced };
enum class TrainingPrecision { Float32, BFloat16 };
enum class Optimiser { Sgd, Adam };
enum class RateSchedule { Plateau, Cosine };

// The hyperparameters of section 3.3 of the paper; the defaults are the paper's ("Paper" preset), and where it is
// silent a choice that says so.
struct TrainingSettings {
    int batchSize = 95;
    double learningRate = 0.1;
    double momentum = 0.8;
    bool isNesterov = true;
    // By value as Keras' clipvalue: a global norm of 1e-3 would let the whole network move only 0.26 an epoch.
    GradientClipping clipping = GradientClipping::Value;
    double clipAt = 1e-3;
    double decay = 0.8; // of the learning rate, when the validation loss has not improved for `patience` epochs
    int patience = 3;
    int epochs = 20; // ours; the paper trained for under 6 hours of 20-minute epochs
    // Ours, the paper states neither: each clip once an epoch, or drawn so that the events are equally frequent.
    BatchOrder order = BatchOrder::Shuffled;
    // The labels that are learnt: Weak or Audited. Validation is by the weak ones whatever is learnt, so that the epoch
    // that is best is chosen alike, and runs of both kinds can be compared.
    Truth truth = Truth::Weak;
    TrainingPrecision precision = TrainingPrecision::Float32;
    std::string device = "auto"; // "auto", "cpu", "cuda", "cuda:N"
    std::uint64_t seed = 1;
    // Layout of the network, where it is not the paper's.
    std::vector<int> channels{32, 64, 128};
    int gruUnits = 100;
    double dropout = 0.2;
    int kernel = 5; // of the convolutions; odd
    // Of each convolution; none: 20 frames become a step and the bands a twelfth, shared out as in the paper's layout.
    std::vector<int> poolTime;
    std::vector<int> poolBands;
    // What the paper has not, and what learns from few clips; all of it off by default.
    Optimiser optimiser = Optimiser::Sgd; // Adam leaves out momentum and its kind
    double weightDecay = 0.0;             // of weights, not of biases; times the learning rate each step; by Adam alone
    // Plateau: by decay and patience. Cosine: rises for a tenth of the run, and falls to 0 until its last epoch.
    RateSchedule schedule = RateSchedule::Plateau;
    bool normalises = false;     // convolutions by batches (core/training/block_normalisation.h)
    double mixUp = 0.0;          // of clips, see core/training/augmentation.h; 0: none
    int masks = 0;               // bands and stretches that are masked in a clip, so many of each
    bool rolls = false;          // clips in time, each by another part of its length
    double gain = 0.0;           // dB, standard deviation of what is added to a clip
    int checkpointBatches = 100; // a checkpoint after so many batches, and after each epoch
    int keepEpochs = 0;          // the network after each so-many-th epoch is kept; 0: of the best one only

    friend bool operator==(const TrainingSettings &, const TrainingSettings &) = default;
};

// Every field, by name.
[[nodiscard]] std::string trainingSettingsToJson(const TrainingSettings &settings);
// Fields that are missing have their defaults. Errors: Malformed (naming the field), Inconsistent (out of range).
[[nodiscard]] Result<TrainingSettings> trainingSettingsFromJson(std::string_view json);
// Errors: Inconsistent, with a sentence.
[[nodiscard]] Result<void> checkTrainingSettings(const TrainingSettings &settings);

} // namespace tagscope
