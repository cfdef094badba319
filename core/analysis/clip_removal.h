// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/analysis/removal.h"

#include <filesystem>
#include <vector>

namespace tagscope {

// explainByRemoval() of an analysed clip: its sound is decoded anew, at the rate of the analyzer's tagger. The
// threshold is the event's, of the fused probability. Errors: Inconsistent where the analyzer has no tagger that fits,
// those of the readers and of explainByRemoval(), Cancelled.
[[nodiscard]] Result<RemovalExplanation> removalOf(const Analyzer &analyzer, const ClipAnalysis &clip,
                                                   std::size_t event, const RemovalOptions &options = {},
                                                   const Progress &progress = {}, std::stop_token stop = {});

// The counterfactual as WAV files in a directory, which is made: the moment as it is, without what flips it, only that,
// and without as much at random; the clip without what carries its tag. The answer is the files. Error: Unreadable.
[[nodiscard]] Result<std::vector<std::filesystem::path>> writeRemovalSounds(const RemovalExplanation &explanation,
                                                                            const std::filesystem::path &directory);

} // namespace tagscope
