// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/recording_service.h"

#include <utility>

namespace tagscope::ui {

RecordingService::RecordingService(ProbeFunction probe, AnalyseWindowFunction analyseWindow, QObject *parent)
    : QObject(parent), probe_(std::move(probe)), analyseWindow_(std::move(analyseWindow)),
      probing_({"probe", tr("Recordings")}),
      loading_({"window", tr("Recordings")}, [this](const Result<Window> &window) { take(window); }) {}

void RecordingService::probe(const std::filesystem::path &media) {
    if (probe_)
        probing_.add([this, media](const std::stop_token &stop) { return probe_(media, stop); },
                     [this, media](const Result<RecordingFacts> &facts) {
                         Q_EMIT probed(media, facts.value_or(RecordingFacts{}));
                     });
}

void RecordingService::load(const std::filesystem::path &media, Seconds start) {
    if (request_ == std::pair(media, start))
        return;
    request_ = {media, start};
    loading_.start([this, media, start](const std::stop_token &stop) {
        return analyseWindow_(media, start, stop).map([](ClipAnalysis window) {
            return std::make_shared<const ClipAnalysis>(std::move(window));
        });
    });
}

void RecordingService::take(const Result<Window> &window) {
    const auto [media, start] = *std::exchange(request_, std::nullopt);
    if (window)
        Q_EMIT loaded(media, start, *window);
    else if (!window.error().isCancelled())
        Q_EMIT failed(media, start, window.error());
}

} // namespace tagscope::ui
