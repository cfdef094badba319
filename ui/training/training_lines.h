// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_progress.h"
#include "ui/plot/line_chart.h"
#include "ui/plot/run_style.h"

#include <QStringList>
#include <array>
#include <vector>

namespace tagscope::ui {

enum class TrainingFigure { Loss, MicroF1, ClassF1, LearningRate, ClipsPerSecond, DeviceMemory };

inline constexpr std::array kTrainingFigures{TrainingFigure::Loss,           TrainingFigure::MicroF1,
                                             TrainingFigure::ClassF1,        TrainingFigure::LearningRate,
                                             TrainingFigure::ClipsPerSecond, TrainingFigure::DeviceMemory};

// What a run told so far, and how it is drawn.
struct RunCurves {
    QString name;
    LineStyle style;
    std::vector<EpochReport> epochs;
    std::vector<BatchReport> batches; // of a run that was seen live
};

struct LineChoices {
    bool isWithinEpoch = false; // x: batches of the run's latest epoch; else epochs
    int smoothing = 1;          // points that a mean is taken of; 1: none
    std::vector<int> events;    // of ClassF1
    QStringList eventNames;     // all
    bool isOnDark = false;
};

// The lines of a figure. Over epochs the end of the first is x = 1, and a batch lies between the ends of its epoch and
// of the one before.
[[nodiscard]] std::vector<ChartLine> linesOf(TrainingFigure figure, const std::vector<RunCurves> &runs,
                                             const LineChoices &choices);

// Which events the figure's lines are of, as rich text; empty for figures without.
[[nodiscard]] QString eventLegend(const std::vector<RunCurves> &runs, const LineChoices &choices);

} // namespace tagscope::ui
