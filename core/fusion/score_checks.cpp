// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/score_checks.h"

#include <cmath>
#include <string>

namespace tagscope {

Result<void> checkScores(const Matrix &scores, const BinaryTable &truth) {
    if (scores.rows != truth.clips || scores.columns != truth.events)
        return fail(Error::Kind::Inconsistent,
                    {"fusion.scores_unlike_truth", scores.rows, scores.columns, truth.clips, truth.events});
    for (std::size_t i = 0; i < scores.values.size(); ++i)
        if (!std::isfinite(scores.values[i]))
            return fail(Error::Kind::Inconsistent,
                        {"fusion.score_not_finite", i / scores.columns + 1, i % scores.columns + 1});
    return {};
}

} // namespace tagscope
