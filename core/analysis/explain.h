// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/analysis/explanation.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <stop_token>

namespace tagscope {

// Answers a question about a clip with the models of the analyzer that analysed it; the answer is of the alternative
// that belongs to the question's. Regions are cut to the clip.
// Errors: Inconsistent (the analyzer has other models than the clip's, an event, key frame or region that is not
// there, no sound, no activations), those of probeMedia() and the readers where media are read again, Cancelled.
[[nodiscard]] Result<Answer> explain(const Analyzer &analyzer, const ClipAnalysis &clip, const Question &question,
                                     const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
