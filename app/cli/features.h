// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common_options.h"
#include "progress_line.h"

#include "core/training/feature_plan.h"
#ifdef TAGSCOPE_WITH_MEDIA
#include "core/training/feature_maker.h"
#endif

#include <optional>
#include <stop_token>

namespace tagscope::cli {

// A progress line over clips whose number is only known once the work begins.
class ClipProgressLine {
public:
    explicit ClipProgressLine(bool quiet) : quiet_(quiet) {}

    // Lives no longer than this object.
    [[nodiscard]] ClipProgress progress();

private:
    bool quiet_;
    std::optional<ProgressLine> line_;
};

#ifdef TAGSCOPE_WITH_MEDIA
// Makes features, saying how far it is and which damaged parts were made anew.
[[nodiscard]] Result<FeatureReport> makeFeaturesWithProgress(const Project &project, const FeatureOptions &options,
                                                             const CommonOptions &common, const std::stop_token &stop);
#endif

} // namespace tagscope::cli
