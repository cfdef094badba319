// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/event_stretch.h"

#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr Seconds kShortest{0.5};

} // namespace

std::optional<TimeRange> stretchOf(const ClipAnalysis &clip, int event, std::optional<Seconds> time) {
    const auto k = static_cast<std::size_t>(event);
    if (!clip.audio || event < 0 || k >= clip.audio->peakSteps.size() || k >= clip.events.size())
        return std::nullopt;
    const AudioAnalysis &audio = *clip.audio;
    const auto steps = static_cast<int>(audio.activations.rows);
    const auto isActive = [&](int step) {
        return step >= 0 && step < steps &&
               static_cast<double>(audio.activations(static_cast<std::size_t>(step), k)) >= clip.events[k].threshold;
    };
    int middle = audio.peakSteps[k];
    if (time) {
        const int pointed =
            static_cast<int>(std::floor(std::clamp((*time - audio.stepStart) / audio.stepHop, -1.0, 1e6)));
        if (isActive(pointed))
            middle = pointed;
    }
    int first = middle;
    int last = middle;
    while (isActive(middle) && isActive(first - 1))
        --first;
    while (isActive(middle) && isActive(last + 1))
        ++last;
    TimeRange stretch{audio.stepBegin(first), audio.stepBegin(last + 1)};
    const Seconds least = isActive(middle) ? kShortest : 2 * kShortest;
    const Seconds missing = std::max(least - stretch.span(), Seconds{0});
    stretch = {stretch.lower - missing / 2, stretch.upper + missing / 2};
    return TimeRange{std::clamp(stretch.lower, Seconds{0}, clip.duration),
                     std::clamp(stretch.upper, Seconds{0}, clip.duration)};
}

} // namespace tagscope::ui
