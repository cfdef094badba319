// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/evaluation.h"
#include "core/exchange/export.h"

#include <span>
#include <string>
#include <vector>

// What exportFrom() writes, as text.
namespace tagscope {

// "-5Qr_60.000_70.000" names a part of a recording with an id of its own; other names are that of the whole.
struct ClipPlace {
    std::string recording;
    Seconds start{0};
    Seconds end{0};
};
[[nodiscard]] ClipPlace placeOf(const Clip &clip);

// clips x events of 0 and 1 as rows, an untagged clip as a row of its own.
[[nodiscard]] Result<std::string> dcaseTagList(std::span<const Clip> clips, const BinaryTable &tags,
                                               const std::vector<EventClass> &events);
// Regions, and "0 0" for what is labelled and known not to be heard.
[[nodiscard]] Result<std::string> dcaseStrongList(const Project &project, std::span<const Clip> clips);
// Errors: Inconsistent for a label without a machine id.
[[nodiscard]] Result<std::string> audioSetList(std::span<const Clip> clips, const BinaryTable &labels,
                                               const std::vector<EventClass> &events);

// The tags of a clip of `scores`, each with its probabilities.
[[nodiscard]] std::string jamsOf(const SplitScores &scores, const FusedScores &fused, const BinaryTable &tags,
                                 std::size_t clip, Seconds duration, const std::string &programVersion);

} // namespace tagscope
