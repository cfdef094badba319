// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <string>

namespace tagscope {

// One entry of the list `clips` of `tagscope-cli tag --json`: everything the analysis holds but the raw arrays of
// log-mel and dissimilarities. Absent branches are "present": false, and their numbers null.
[[nodiscard]] std::string clipToJson(const ClipAnalysis &clip);

} // namespace tagscope
