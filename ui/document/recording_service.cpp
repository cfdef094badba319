// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/recording_service.h"

#include "ui/base/delivery.h"

#include <exception>
#include <utility>

namespace tagscope::ui {

RecordingService::RecordingService(ProbeFunction probe, AnalyseWindowFunction analyseWindow, QObject *parent)
    : QObject(parent), probe_(std::move(probe)), analyseWindow_(std::move(analyseWindow)) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &RecordingService::deliver);
}

RecordingService::~RecordingService() {
    loading_.request_stop();
    all_.request_stop();
}

void RecordingService::probe(const std::filesystem::path &media) {
    if (!probe_)
        return;
    probing_.run([this, media, stop = all_.get_token()](const std::stop_token &) {
        const Result<RecordingFacts> facts =
            stop.stop_requested() ? Result<RecordingFacts>(cancelled()) : probe_(media, stop);
        inbox_.put({media, Seconds{0}, 0, facts.value_or(RecordingFacts{})});
    });
    await();
}

void RecordingService::load(const std::filesystem::path &media, Seconds start) {
    if (wish_ == std::pair(media, start))
        return;
    wish_ = {media, start};
    loading_.request_stop();
    loading_ = std::stop_source();
    const std::uint64_t number = ++latest_;
    pool_.run([this, media, start, number, stop = loading_.get_token()](const std::stop_token &) {
        inbox_.put({media, start, number, analyse(media, start, stop)});
    });
    await();
}

void RecordingService::await() {
    ++awaited_;
    delivery_.start();
}

// On the pool's thread.
RecordingService::Loaded RecordingService::analyse(const std::filesystem::path &media, Seconds start,
                                                   const std::stop_token &stop) const {
    if (stop.stop_requested())
        return cancelled();
    try {
        return analyseWindow_(media, start, stop).map([](ClipAnalysis window) {
            return std::make_shared<const ClipAnalysis>(std::move(window));
        });
    } catch (const std::exception &exception) {
        return fail(Error::Kind::Internal, "ui.window_not_loaded", exception.what());
    }
}

void RecordingService::deliver() {
    for (const Report &report : inbox_.drain()) {
        if (--awaited_ == 0)
            delivery_.stop();
        if (const auto *facts = std::get_if<RecordingFacts>(&report.content)) {
            Q_EMIT probed(report.media, *facts);
            continue;
        }
        const auto &outcome = std::get<Loaded>(report.content);
        if (report.number != latest_)
            continue;
        wish_.reset();
        if (outcome)
            Q_EMIT loaded(report.media, report.start, *outcome);
        else if (!outcome.error().isCancelled())
            Q_EMIT failed(report.media, report.start, outcome.error());
    }
}

} // namespace tagscope::ui
