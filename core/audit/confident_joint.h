// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/bootstrap.h"
#include "core/fusion/metrics.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace tagscope {

// How many of an event's clips are labelled and how many seem to hold it: confident learning for one event (Northcutt,
// Jiang, Chuang: Confident Learning, JAIR 2021). A clip counts as confidently holding the event where its â is at least
// the mean â of the labelled ones, and as confidently without it where 1 - â is at least the mean 1 - â of the others;
// where both hold, the likelier of the two counts.
struct ConfidentJoint {
    // counts[labelled][holds it], of the clips that count confidently for either.
    std::array<std::array<std::int64_t, 2>, 2> counts{};
    std::int64_t labelled = 0;
    std::int64_t unlabelled = 0;
    // The share of the labelled clips that seem not to hold the event, and of the others that seem to: the rows of the
    // confident counts, as shares. Nothing for an event without confident clips of the kind.
    std::optional<double> wrongLabels;
    std::optional<double> missingLabels;
};

// One an event. `audio`: â out of fold (calibratedOutOfFold()); NaN: the clip is left out.
// Error: Inconsistent (shapes differ).
[[nodiscard]] Result<std::vector<ConfidentJoint>> confidentJoints(const Matrix &audio, const BinaryTable &labels);

// Wilson's interval (1927) of a share of `looked`, at the level 0.95: of use for few and for rare ones too. Counts need
// not be whole. Nothing looked at: from 0 to 1.
[[nodiscard]] Interval wilsonInterval(double share, double looked);

// The share `found` of `looked`, with that interval.
struct Share {
    std::int64_t found = 0;
    std::int64_t looked = 0;
    double share = 0.0;
    Interval interval;
};
[[nodiscard]] Share shareOf(std::int64_t found, std::int64_t looked);

} // namespace tagscope
