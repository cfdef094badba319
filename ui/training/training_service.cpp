// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_service.h"

#include "ui/base/core_text.h"
#include "ui/base/delivery.h"
#include "ui/base/text.h"

#include <exception>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kPoliteness = 10; // behind the window and the clip that is looked at, before what runs in the background

} // namespace

TrainingService::TrainingService(YieldFunction yield, QObject *parent) : QObject(parent), yield_(std::move(yield)) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &TrainingService::deliver);
}

TrainingService::~TrainingService() {
    running_.request_stop();
}

void TrainingService::start(std::shared_ptr<ProjectSource> source, TrainingRequest request) {
    if (state_ != State::Idle)
        return;
    request_ = std::move(request);
    source_ = std::move(source);
    source_->setTrainingPaused(false);
    running_ = std::stop_source();
    pool_.run([this, from = source_, what = request_, stopper = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
        inbox_.put(work(*from, what, stopper.get_token()));
    });
    delivery_.start();
    setState(State::Preparing);
}

// On the pool's thread.
Result<TrainingOutcome> TrainingService::work(ProjectSource &source, const TrainingRequest &request,
                                              const std::stop_token &stop) {
    try {
        yield_(kPoliteness);
        const Result<void> prepared = source.prepareTraining(
            [this](double fraction, std::string_view stage) {
                inbox_.put(Preparation{fraction, std::string(stage)});
            },
            stop);
        if (!prepared)
            return tl::unexpected(prepared.error());
        inbox_.put(Begun{});
        return source.train(request,
                            {[this](const BatchReport &batch) { inbox_.put(batch); },
                             [this](const EpochReport &epoch) { inbox_.put(epoch); }},
                            stop);
    } catch (const std::exception &exception) {
        return fail(Error::Kind::Internal, {"ui.run_ended", request.run}, exception.what());
    }
}

void TrainingService::pause() {
    if (state_ != State::Running)
        return;
    source_->setTrainingPaused(true);
    setState(State::Paused);
}

void TrainingService::resume() {
    if (state_ != State::Paused)
        return;
    source_->setTrainingPaused(false);
    setState(State::Running);
}

void TrainingService::stop() {
    if (state_ == State::Idle || state_ == State::Stopping)
        return;
    running_.request_stop();
    setState(State::Stopping);
}

void TrainingService::deliver() {
    TrainingNews news;
    const Preparation *preparation = nullptr;
    std::vector<Report> reports = inbox_.drain();
    const Result<TrainingOutcome> *outcome = nullptr;
    for (const Report &report : reports) {
        if (const auto *advance = std::get_if<Preparation>(&report))
            preparation = advance;
        else if (const auto *batch = std::get_if<BatchReport>(&report))
            news.batches.push_back(*batch);
        else if (const auto *epoch = std::get_if<EpochReport>(&report))
            news.epochs.push_back(*epoch);
        else if (std::holds_alternative<Begun>(report) && state_ == State::Preparing)
            setState(State::Running);
        else if (const auto *end = std::get_if<Result<TrainingOutcome>>(&report))
            outcome = end;
    }
    if (preparation != nullptr && state_ == State::Preparing)
        Q_EMIT preparing(preparation->fraction, translated(preparation->stage));
    if (!news.batches.empty() || !news.epochs.empty())
        Q_EMIT advanced(news);
    if (outcome == nullptr)
        return;
    delivery_.stop();
    source_.reset();
    setState(State::Idle);
    Q_EMIT ended({*outcome});
}

void TrainingService::setState(State state) {
    if (state == state_)
        return;
    state_ = state;
    Q_EMIT stateChanged();
}

} // namespace tagscope::ui
