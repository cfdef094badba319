// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/workbench_contents.h"
#include "core/fusion/system_appraisal.h"
#include "ui/base/job.h"

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

// A step of a tuner, or a fold of the estimate for new clips after it.
struct TuningNews {
    double fraction = 0.0; // of the tuning, or of the estimate
    QString stage;
    std::optional<double> microF1;
    bool isFold = false; // micro F1 of a fold's own clips
};

// What came of a tuning.
struct TuningEnd {
    struct Outcome {
        std::shared_ptr<const WorkbenchContents> contents; // it was tuned on
        std::vector<ComparedWay> ways;                     // the best first; one unless all were tried

        [[nodiscard]] const ComparedWay &best() const { return ways.front(); }
    };
    Result<Outcome> outcome;
};

// Tunes on a thread of its own, one at a time, and tells about it at most thirty times a second. Lives on the GUI
// thread.
class TuningService : public QObject {
    Q_OBJECT

public:
    explicit TuningService(QObject *parent = nullptr);

    // When idle. With `triesAll` by every method there is, and the best on new clips comes first.
    void start(std::shared_ptr<const WorkbenchContents> contents, const SystemTuning &how, bool triesAll = false);
    void cancel() { job_.cancel(); }
    [[nodiscard]] bool isRunning() const { return job_.isRunning(); }

Q_SIGNALS:
    void began();
    void advanced(const std::vector<TuningNews> &news);
    // Once a start(). Cancelled after cancel().
    void ended(const TuningEnd &end);

private:
    void end(const Result<TuningEnd::Outcome> &outcome);

    Job<TuningEnd::Outcome, TuningNews> job_;
};

} // namespace tagscope::ui
