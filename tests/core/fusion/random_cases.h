// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/fusion/metrics.h"

#include <random>

namespace tagscope::test {

// Scores of both branches and the labels.
struct TwoBranchCase {
    Matrix audio;
    Matrix video;
    BinaryTable truth;
};

// Few distinct scores, so many ties; video scores hold many exact zeros; each event has its own share of positives, at
// times none or all.
inline TwoBranchCase randomTwoBranchCase(std::mt19937 &random, std::size_t clips, std::size_t events) {
    TwoBranchCase made{Matrix(clips, events), Matrix(clips, events), BinaryTable(clips, events)};
    for (std::size_t event = 0; event < events; ++event) {
        const auto share = random() % 6;
        for (std::size_t clip = 0; clip < clips; ++clip) {
            const bool isThere = random() % 5 < share;
            const auto step = [&] { return static_cast<float>(random() % 9 + (isThere ? random() % 4 : 0)) / 13.0F; };
            made.truth(clip, event) = isThere ? 1 : 0;
            made.audio(clip, event) = step();
            made.video(clip, event) = random() % 3 == 0 ? 0.0F : step();
        }
    }
    return made;
}

} // namespace tagscope::test
