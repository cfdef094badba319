// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/metrics.h"

#include <algorithm>
#include <cstdint>

// The tables of tests/golden/evaluation.py: two systems' scores with many ties.
namespace tagscope::test {

constexpr std::size_t kClips = 211;
constexpr std::size_t kEvents = 5;

struct Tables {
    BinaryTable truth{kClips, kEvents};
    Matrix first{kClips, kEvents};
    Matrix second{kClips, kEvents};

    Tables() {
        std::uint32_t state = 11;
        const auto draw = [&state] {
            state = 1664525U * state + 1013904223U;
            return state >> 16U;
        };
        for (std::size_t clip = 0; clip < kClips; ++clip) {
            for (std::size_t event = 0; event < kEvents; ++event) {
                const bool isThere = draw() % (event + 3) == 0;
                truth(clip, event) = isThere ? 1 : 0;
                first(clip, event) = static_cast<float>(std::min(31U, draw() % 24 + (isThere ? 8U : 0U))) / 32.0F;
                second(clip, event) = static_cast<float>(std::min(31U, draw() % 28 + (isThere ? 4U : 0U))) / 32.0F;
            }
        }
    }
};

inline BinaryTable atHalf(const Matrix &scores) {
    BinaryTable predicted(scores.rows, scores.columns);
    for (std::size_t i = 0; i < scores.values.size(); ++i)
        predicted.values[i] = scores.values[i] >= 0.5F ? 1 : 0;
    return predicted;
}

} // namespace tagscope::test
