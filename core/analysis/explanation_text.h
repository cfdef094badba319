// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"

#include <string>
#include <vector>

namespace tagscope {

// Numbers as a paper prints them, whatever the person's locale.
[[nodiscard]] std::string fixedText(double number, int decimals);  // "0.594", "inf"
[[nodiscard]] std::string signedText(double number, int decimals); // "+0.294"

// The whole chain behind one event of a clip in plain prose with its numbers, models and settings, for a paper or a
// note. The same for the same values. `event`: an index into clip.events. `attribution` of the event, null where none
// was computed. `edges`: of the bands in Hz, as of melBandEdges(); may be empty.
[[nodiscard]] std::string explanationText(const ClipAnalysis &clip, std::size_t event,
                                          const EventAttribution *attribution, const std::vector<double> &edges);

// The attribution in words: how much, where and how exactly. For the same paragraph on the screen and on paper.
[[nodiscard]] std::string attributionText(const ClipAnalysis &clip, const EventAttribution &attribution,
                                          const std::vector<double> &edges);

// What the event, and others, are with a region silent; an index into clip.events.
[[nodiscard]] std::string occlusionText(const ClipAnalysis &clip, std::size_t event, const Occlusion &occlusion);

} // namespace tagscope
