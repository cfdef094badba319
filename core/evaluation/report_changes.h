// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/systems.h"
#include "core/fusion/bootstrap.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// What is different where another system, run or operating point judges the same clips.
namespace tagscope {

// A clip that one system tags with an event and the other does not.
struct TagChange {
    std::string clip;
    std::size_t event = 0;
    bool isTagged = false;        // by the later system; else by the earlier one alone
    bool isRight = false;         // the later system is: it found what is there, or dropped what is not
    std::optional<double> before; // p_k of either; nothing for a clip without scores
    std::optional<double> after;
};

struct SystemChanges {
    std::string split;
    Truth truth = Truth::Weak;
    std::vector<TagChange> tags; // in the order of the clips, then of the events
    // The later system's F1 less the earlier one's, paired bootstrap; nothing where either was tuned on the split.
    std::optional<F1Differences> differences;

    // How many tags were gained or lost, rightly or wrongly.
    [[nodiscard]] std::size_t count(bool isTagged, bool isRight) const;
};

// Errors: those of scoresOfSplit() for either system; Inconsistent (a weight or threshold for each event is missing);
// Cancelled.
[[nodiscard]] Result<SystemChanges> changesBetween(const Project &project, const System &before, const System &after,
                                                   std::string_view split, Truth truth,
                                                   const BootstrapOptions &options = {}, std::stop_token stop = {});

} // namespace tagscope
