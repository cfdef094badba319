// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <string>
#include <vector>

namespace tagscope {

// One entry of the list `clips` of `tagscope-cli tag --json`: everything the analysis holds but the raw arrays of
// log-mel and dissimilarities. Absent branches are "present": false, and their numbers null. `isHidden`: of each event,
// whether a class below it hides it (ClassTree), for "hidden"; empty: not asked.
[[nodiscard]] std::string clipToJson(const ClipAnalysis &clip, const std::vector<bool> &isHidden = {});

} // namespace tagscope
