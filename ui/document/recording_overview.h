// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <memory>
#include <span>
#include <vector>

namespace tagscope::ui {

// What is kept of each window of a long recording once it was analysed.
struct WindowSummary {
    Seconds start{0};
    Seconds duration{0};
    std::vector<int> tags;
    std::shared_ptr<const Matrix> activations; // steps x events; null without a CRNN or sound
    Seconds stepStart{0};
    Seconds stepHop{0.1};
};

// A recording that is longer than a clip, and the windows that it is cut into as far as they are analysed. A value;
// copies are cheap.
struct RecordingOverview {
    std::filesystem::path media;
    Seconds duration{0};
    Seconds windowDuration{10};
    bool hasSound = true;
    bool hasPictures = true;
    std::vector<EventClass> events;     // empty until the first window is there
    std::vector<WindowSummary> windows; // in their order
};

[[nodiscard]] WindowSummary summaryOf(const ClipAnalysis &window);
// Adds what was found in the next window.
void addWindow(RecordingOverview &recording, const ClipAnalysis &window);
// The largest activation of each event in [from, to), as a row of `into`; NaN where nothing is known.
void maximaOver(const RecordingOverview &recording, Seconds from, Seconds to, std::span<float> into);

} // namespace tagscope::ui
