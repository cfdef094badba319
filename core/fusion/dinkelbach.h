// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace tagscope {

// What an event can contribute to micro F1: so many clips predicted, so many of them rightly. The first choice of an
// event is to predict none.
struct Contribution {
    std::int64_t predicted = 0;
    std::int64_t truePositives = 0;
};

// For each event the index of the choice with which all together have the greatest micro F1,
// 2 sum TP / (sum predicted + positives); of equals those that predict fewest, given that predictions rise along each
// event's choices. Dinkelbach's algorithm (1967) on the ratio, in integers. `positives`: over all events.
// `onRound`: called with the micro F1 of each round.
[[nodiscard]] std::vector<std::size_t> bestContributions(std::span<const std::vector<Contribution>> choices,
                                                         std::int64_t positives,
                                                         const std::function<void(double)> &onRound = {});

} // namespace tagscope
