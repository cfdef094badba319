// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/plateau_schedule.h"
#include "core/training/training_settings.h"

#include <cmath>
#include <numbers>

namespace tagscope {

// The learning rate of a step, counted from 0, of so many in the run. Plateau: what the schedule came to. Cosine: from
// 0 up in a straight line for the first tenth, times a cosine's half from 1 to 0 over all of it;
// a run that is made longer goes on at the rate that its new course has there.
[[nodiscard]] inline double learningRateAt(const TrainingSettings &settings, const PlateauSchedule &plateau, int step,
                                           int steps) {
    if (settings.schedule == RateSchedule::Plateau)
        return plateau.learningRate;
    constexpr double kRising = 0.1;
    const double risen = (step + 1) / (kRising * steps);
    const double cosine = 0.5 + 0.5 * std::cos(std::numbers::pi * step / steps);
    return settings.learningRate * (risen < 1.0 ? risen : 1.0) * cosine;
}

} // namespace tagscope
