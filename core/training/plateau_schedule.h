// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_settings.h"

#include <limits>

namespace tagscope {

// The learning rate times `decay` whenever the validation loss has not improved for `patience` consecutive epochs
// (section 3.3). A value, kept in checkpoints.
struct PlateauSchedule {
    double learningRate = 0.1;
    double bestLoss = std::numeric_limits<double>::infinity();
    int epochsWithout = 0; // improvement, since the last one or the last decay

    // After an epoch.
    void observe(double validationLoss, const TrainingSettings &settings) {
        if (validationLoss < bestLoss) {
            bestLoss = validationLoss;
            epochsWithout = 0;
        } else if (++epochsWithout >= settings.patience && settings.patience > 0) {
            learningRate *= settings.decay;
            epochsWithout = 0;
        }
    }

    friend bool operator==(const PlateauSchedule &, const PlateauSchedule &) = default;
};

} // namespace tagscope
