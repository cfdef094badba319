// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/sources.h"

#include <QObject>
#include <QStringList>
#include <memory>
#include <variant>
#include <vector>

namespace tagscope::ui {

// What a run told since the last time, in order.
struct TrainingNews {
    std::vector<BatchReport> batches;
    std::vector<EpochReport> epochs;
    QStringList notices = {}; // sentences on how it does
};

// How a run ended. In a struct, as a signal's argument has to be comparable or plainly not.
struct TrainingEnd {
    Result<TrainingOutcome> outcome;
};

// Trains on a thread of its own, one run at a time, and tells the GUI thread about it at most thirty times a second,
// however many batches a second there are. Lives on the GUI thread. Destroying it asks the run to stop and waits until
// it has written its checkpoint.
class TrainingService : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Preparing, Running, Paused, Stopping };
    Q_ENUM(State)

    explicit TrainingService(YieldFunction yield, QObject *parent = nullptr);

    // When idle.
    void start(std::shared_ptr<ClipAnalyst> analyst, TrainingRequest request);
    void pause();
    void resume();
    void stop();

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const TrainingRequest &request() const { return request_; } // of the run under way, or of the last

Q_SIGNALS:
    void stateChanged();
    void preparing(double fraction, const QString &stage);
    void advanced(const TrainingNews &news);
    // Once a start(). Cancelled after stop().
    void ended(const TrainingEnd &end);

private:
    struct Begun {};
    using News = std::variant<Begun, BatchReport, EpochReport, Message>;

    void take(const std::vector<News> &news);
    void end(const Result<TrainingOutcome> &outcome);
    void setState(State state);

    YieldFunction yield_;
    State state_ = State::Idle;
    TrainingRequest request_;
    std::shared_ptr<ClipAnalyst> analyst_; // of the run under way
    Job<TrainingOutcome, News> job_;
};

} // namespace tagscope::ui
