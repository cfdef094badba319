// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_service.h"

#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/text.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kPoliteness = 10; // behind the window and the clip that is looked at, before what runs in the background

} // namespace

TrainingService::TrainingService(YieldFunction yield, QObject *parent)
    : QObject(parent), yield_(std::move(yield)),
      job_(
          {"training", tr("Training"), JobTitle::Always},
          [this](const Result<TrainingOutcome> &outcome) { end(outcome); }, JobQueue::Thread::Own) {
    job_.onProgress([this](double fraction, const QString &stage) {
        if (state_ == State::Preparing)
            Q_EMIT preparing(fraction, stage);
    });
    job_.onNews([this](const std::vector<News> &news) { take(news); });
    job_.setCancel([this] { stop(); });
}

void TrainingService::start(std::shared_ptr<ClipAnalyst> analyst, TrainingRequest request) {
    if (state_ != State::Idle)
        return;
    request_ = std::move(request);
    analyst_ = std::move(analyst);
    analyst_->setTrainingPaused(false);
    job_.setSubject(toText(request_.run));
    job_.start([this, from = analyst_, what = request_](const std::stop_token &stop, const JobReport<News> &report) {
        yield_(kPoliteness);
        return from->prepareTraining(report.progress, stop).and_then([&] {
            report.news(Begun{});
            return from->train(what,
                               {[&](const BatchReport &batch) { report.news(batch); },
                                [&](const EpochReport &epoch) { report.news(epoch); },
                                [&](const Message &notice) { report.news(notice); }},
                               stop);
        });
    });
    setState(State::Preparing);
}

void TrainingService::pause() {
    if (state_ != State::Running)
        return;
    analyst_->setTrainingPaused(true);
    setState(State::Paused);
}

void TrainingService::resume() {
    if (state_ != State::Paused)
        return;
    analyst_->setTrainingPaused(false);
    setState(State::Running);
}

void TrainingService::stop() {
    if (state_ == State::Idle || state_ == State::Stopping)
        return;
    job_.cancel();
    setState(State::Stopping);
}

void TrainingService::take(const std::vector<News> &news) {
    TrainingNews latest;
    for (const News &one : news) {
        if (const auto *batch = std::get_if<BatchReport>(&one))
            latest.batches.push_back(*batch);
        else if (const auto *epoch = std::get_if<EpochReport>(&one))
            latest.epochs.push_back(*epoch);
        else if (const auto *notice = std::get_if<Message>(&one))
            latest.notices << translated(*notice);
        else if (state_ == State::Preparing)
            setState(State::Running);
    }
    for (const QString &notice : latest.notices)
        job_.log(LogKind::Note, tr("%1: %2").arg(toText(request_.run), notice));
    if (!latest.batches.empty()) {
        const BatchReport &last = latest.batches.back();
        const int epochs = std::max(request_.settings.epochs, 1);
        const double done = (last.epoch + (last.batch + 1.0) / std::max(last.batches, 1)) / epochs;
        job_.show(tr("epoch %1 of %2").arg(countText(last.epoch + 1), countText(epochs)), std::min(done, 1.0));
    }
    if (!latest.batches.empty() || !latest.epochs.empty() || !latest.notices.empty())
        Q_EMIT advanced(latest);
}

void TrainingService::end(const Result<TrainingOutcome> &outcome) {
    if (outcome)
        job_.log(LogKind::Done, tr("%1: best epoch %2, micro F1 %3 %")
                                    .arg(toText(request_.run), countText(outcome->bestEpoch + 1),
                                         numberText(100 * outcome->bestMicroF1, 1)));
    analyst_.reset();
    setState(State::Idle);
    Q_EMIT ended({outcome});
}

void TrainingService::setState(State state) {
    if (state == state_)
        return;
    state_ = state;
    Q_EMIT stateChanged();
}

} // namespace tagscope::ui
