// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/score_checks.h"

#include <cmath>
#include <string>

namespace tagscope {

Result<void> checkScores(const Matrix &scores, const BinaryTable &truth) {
    if (scores.rows != truth.clips || scores.columns != truth.events)
        return fail(Error::Kind::Inconsistent,
                    "Thresholds cannot be tuned: there are scores of " + std::to_string(scores.rows) + " clips and " +
                        std::to_string(scores.columns) + " events, but labels of " + std::to_string(truth.clips) +
                        " clips and " + std::to_string(truth.events) + " events.");
    for (std::size_t i = 0; i < scores.values.size(); ++i)
        if (!std::isfinite(scores.values[i]))
            return fail(Error::Kind::Inconsistent,
                        "Thresholds cannot be tuned: the score of clip " + std::to_string(i / scores.columns + 1) +
                            " for event " + std::to_string(i % scores.columns + 1) + " is not a finite number.");
    return {};
}

} // namespace tagscope
