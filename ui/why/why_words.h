// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"

#include <QString>
#include <vector>

namespace tagscope::ui {

// Answers in sentences, for the screen.

// When the maximal step of an event is, and what its activation; empty where there is none.
[[nodiscard]] QString maximumInWords(const ClipAnalysis &clip, int event);
// `edges`: as of melBandEdges().
[[nodiscard]] QString attributionInWords(const ClipAnalysis &clip, const EventAttribution &attribution,
                                         const std::vector<double> &edges);
// What becomes of the chosen event and of the tags of all others.
[[nodiscard]] QString removalInWords(const ClipAnalysis &clip, int event, const RemovalExplanation &removal);
[[nodiscard]] QString occlusionInWords(const ClipAnalysis &clip, int event, const Occlusion &occlusion);
[[nodiscard]] QString mapInWords(const ClipAnalysis &clip, const OcclusionMap &map, const std::vector<double> &edges);
// What the pictures gave the event.
[[nodiscard]] QString picturesInWords(const ClipAnalysis &clip, int event);
[[nodiscard]] QString modelsInWords(const ClipAnalysis &clip);

} // namespace tagscope::ui
