// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/metrics.h"

#include <vector>

namespace tagscope {

inline constexpr double kBetterBranchWeight = 0.8; // section 3.4
inline constexpr double kOtherBranchWeight = 0.2;  // likewise

// The paper's rule for the video branch's weights (section 3.4): 0.8 for the events whose best class F1 on these
// clips is higher with the video scores than with the audio scores, 0.2 for the others.
// `audio`, `video`: clips x events, finite, of the truth's shape.
[[nodiscard]] std::vector<double> paperVideoWeights(const Matrix &audio, const Matrix &video, const BinaryTable &truth);

} // namespace tagscope
