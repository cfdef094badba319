// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/project/project.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

// k folds: each clip is scored by what was learnt from clips of other folds, so that tuning and evaluation can use all.
namespace tagscope {

struct FoldRequest {
    int count = 0;          // 2 or more; 0: no folds
    bool areSplits = false; // each split of the project is a fold, whatever the count
    std::uint64_t seed = 1;

    [[nodiscard]] bool areWanted() const { return count != 0 || areSplits; }
};

struct Folds {
    std::vector<Clip> clips;
    std::vector<std::size_t> foldOf; // of each clip
    std::vector<std::string> names;  // of the folds: the split, or its number from 1

    // Positions of the clips in a fold, or of those that are not.
    [[nodiscard]] std::vector<std::size_t> in(std::size_t fold) const;
    [[nodiscard]] std::vector<std::size_t> outside(std::size_t fold) const;
};

// The folds of a project: of all clips by their splits, or dealt, of those that are not held out (isHeldOut()).
// Errors: Inconsistent (fewer than two folds, or fewer recordings than folds), those of Project.
[[nodiscard]] Result<Folds> foldsOf(const Project &project, const FoldRequest &request);

// Deals groups of clips into folds: parts of one recording stay together, and each event is spread evenly, the rarest
// first. `group`: of each clip, any numbers. The same for the same seed.
[[nodiscard]] std::vector<std::size_t> dealtIntoFolds(const BinaryTable &labels, std::span<const std::size_t> group,
                                                      std::size_t folds, std::uint64_t seed);

// A number for each recording, for dealtIntoFolds(); a clip without one is its own.
[[nodiscard]] std::vector<std::size_t> recordingsOf(std::span<const Clip> clips);

// The name of the source that out-of-fold scores of a run have: "NAME-folds".
[[nodiscard]] std::string foldSourceName(const std::string &run);

} // namespace tagscope
