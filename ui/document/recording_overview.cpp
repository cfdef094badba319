// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/recording_overview.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tagscope::ui {

WindowSummary summaryOf(const ClipAnalysis &window) {
    WindowSummary summary{window.start, window.duration, {}, nullptr, Seconds{0.1}};
    for (std::size_t k = 0; k < window.events.size(); ++k)
        if (window.events[k].tag)
            summary.tags.push_back(static_cast<int>(k));
    if (window.audio && !window.audio->activations.empty()) {
        summary.activations = std::make_shared<const Matrix>(window.audio->activations);
        summary.stepStart = window.audio->stepStart;
        summary.stepHop = window.audio->stepHop;
    }
    return summary;
}

void addWindow(RecordingOverview &recording, const ClipAnalysis &window) {
    recording.events = window.settings.events;
    recording.windowDuration = window.settings.clipDuration;
    recording.duration = std::max(recording.duration, window.start + window.duration);
    recording.windows.push_back(summaryOf(window));
}

void maximaOver(const RecordingOverview &recording, Seconds from, Seconds to, std::span<float> into) {
    std::ranges::fill(into, std::numeric_limits<float>::quiet_NaN());
    const auto first = std::ranges::upper_bound(
        recording.windows, from, {}, [](const WindowSummary &window) { return window.start + window.duration; });
    for (auto window = first; window != recording.windows.end() && window->start < to; ++window) {
        if (!window->activations || window->activations->columns != into.size())
            continue;
        const Matrix &steps = *window->activations;
        const double begin = std::floor(std::max((from - window->start - window->stepStart) / window->stepHop, 0.0));
        const double end =
            std::clamp(std::ceil((to - window->start - window->stepStart) / window->stepHop), 0.0,
                       std::min(static_cast<double>(steps.rows),
                                std::ceil((window->duration - window->stepStart) / window->stepHop - 1e-6)));
        for (auto step = static_cast<std::size_t>(begin); step < static_cast<std::size_t>(end); ++step)
            for (std::size_t k = 0; k < into.size(); ++k)
                into[k] = std::isnan(into[k]) ? steps(step, k) : std::max(into[k], steps(step, k));
    }
}

} // namespace tagscope::ui
