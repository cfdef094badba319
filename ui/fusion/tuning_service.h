// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/workbench_contents.h"
#include "core/fusion/system_tuner.h"
#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <stop_token>
#include <variant>
#include <vector>

namespace tagscope::ui {

// A step of a tuner, or a fold of the cross-validation after it.
struct TuningNews {
    double fraction = 0.0;
    QString stage;
    std::optional<double> microF1;
    bool isFold = false; // micro F1 of a fold's own clips
};

// What came of a tuning.
struct TuningEnd {
    struct Outcome {
        SystemTuning how;
        std::shared_ptr<const WorkbenchContents> contents; // it was tuned on
        TunedSystem tuned;
        Interval interval; // of its micro F1 on these clips
        std::optional<TuningWorth> worth;
    };
    Result<Outcome> outcome;
};

// Tunes on a thread of its own, one at a time, and tells about it at most thirty times a second. Lives on the GUI
// thread.
class TuningService : public QObject {
    Q_OBJECT

public:
    explicit TuningService(QObject *parent = nullptr);
    ~TuningService() override;

    // When idle.
    void start(std::shared_ptr<const WorkbenchContents> contents, const SystemTuning &how);
    void cancel();
    [[nodiscard]] bool isRunning() const { return delivery_.isActive(); }

Q_SIGNALS:
    void began();
    void advanced(const std::vector<TuningNews> &news);
    // Once a start(). Cancelled after cancel().
    void ended(const TuningEnd &end);

private:
    using Report = std::variant<TuningNews, TuningEnd>;
    [[nodiscard]] Result<TuningEnd::Outcome> work(std::shared_ptr<const WorkbenchContents> contents,
                                                  const SystemTuning &how, const std::stop_token &stop);
    void deliver();

    std::stop_source running_;
    Inbox<Report> inbox_;
    QTimer delivery_;
    WorkerPool pool_{1}; // last, so that its thread ends before what it uses
};

} // namespace tagscope::ui
