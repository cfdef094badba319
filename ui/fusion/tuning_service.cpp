// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/tuning_service.h"

#include "ui/base/delivery.h"

#include <exception>
#include <utility>

namespace tagscope::ui {
namespace {

QString qtText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

TuningService::TuningService(QObject *parent) : QObject(parent) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &TuningService::deliver);
}

TuningService::~TuningService() {
    running_.request_stop();
}

void TuningService::start(std::shared_ptr<const WorkbenchContents> contents, const SystemTuning &how) {
    if (isRunning())
        return;
    running_ = std::stop_source();
    pool_.run([this, contents = std::move(contents), how, stopper = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
        inbox_.put(TuningEnd{work(std::move(contents), how, stopper.get_token())});
    });
    delivery_.start();
    Q_EMIT began();
}

void TuningService::cancel() {
    running_.request_stop();
}

// On the pool's thread.
Result<TuningEnd::Outcome> TuningService::work(std::shared_ptr<const WorkbenchContents> contents,
                                               const SystemTuning &how, const std::stop_token &stop) {
    try {
        const auto tell = [this](bool isFold) {
            return [this, isFold](const TuningStep &step) {
                inbox_.put(TuningNews{step.fraction, qtText(step.stage), step.microF1, isFold});
            };
        };
        Result<TunedSystem> tuned = tuneSystem(contents->tables, how, tell(false), stop);
        if (!tuned)
            return tl::unexpected(tuned.error());
        BootstrapOptions options;
        options.seed = how.seed;
        const TuningTables &tables = contents->tables;
        const Result<F1Intervals> intervals =
            bootstrapF1(tables.truth, tagsAt(tuned->point, tables.audio, tables.video), options, stop);
        if (!intervals)
            return tl::unexpected(intervals.error());
        Result<std::optional<TuningWorth>> worth = worthOf(tables, how, tell(true), stop);
        if (!worth)
            return tl::unexpected(worth.error());
        return TuningEnd::Outcome{how, std::move(contents), std::move(*tuned), intervals->micro, *worth};
    } catch (const std::exception &exception) {
        return fail(Error::Kind::Internal, "ui.tuning_ended", exception.what());
    }
}

void TuningService::deliver() {
    std::vector<TuningNews> news;
    std::optional<TuningEnd> end;
    for (Report &report : inbox_.drain()) {
        if (auto *step = std::get_if<TuningNews>(&report))
            news.push_back(std::move(*step));
        else
            end = std::move(std::get<TuningEnd>(report));
    }
    if (!news.empty())
        Q_EMIT advanced(news);
    if (end) {
        delivery_.stop();
        Q_EMIT ended(*end);
    }
}

} // namespace tagscope::ui
