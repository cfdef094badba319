// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/bootstrap.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

// How far annotators agree beyond chance, for verdicts without order (nominal).
namespace tagscope {

// What annotators said of items: items x annotators, row after row; below 0: nothing. Values are small numbers from 0.
struct RatingTable {
    std::size_t items = 0;
    std::size_t annotators = 0;
    std::vector<int> values;

    RatingTable() = default;
    RatingTable(std::size_t itemCount, std::size_t annotatorCount)
        : items(itemCount), annotators(annotatorCount), values(itemCount * annotatorCount, -1) {}
    [[nodiscard]] int &operator()(std::size_t item, std::size_t annotator) {
        return values[item * annotators + annotator];
    }
    [[nodiscard]] int operator()(std::size_t item, std::size_t annotator) const {
        return values[item * annotators + annotator];
    }
};

// A coefficient: 1 for full agreement, 0 for that of chance. Nothing where it is not defined: no item that counts, or
// one and the same value everywhere, where chance alone would agree fully.
struct Agreement {
    std::optional<double> value;
    std::size_t items = 0;            // that count
    double observed = 0.0;            // share of agreeing pairs of verdicts
    std::optional<Interval> interval; // percentile bootstrap over items; nothing where too few draws are defined
};

// Cohen's kappa (1960) of two annotators: items that both judged.
[[nodiscard]] Agreement cohensKappa(const RatingTable &ratings, std::size_t first, std::size_t second,
                                    const BootstrapOptions &options = {});

// Fleiss' kappa (1971): items with as many verdicts as most items have that have at least two, since it needs the same
// number of each.
[[nodiscard]] Agreement fleissKappa(const RatingTable &ratings, const BootstrapOptions &options = {});

// Krippendorff's alpha (2011) for nominal data: items with at least two verdicts, whoever gave them.
[[nodiscard]] Agreement krippendorffsAlpha(const RatingTable &ratings, const BootstrapOptions &options = {});

} // namespace tagscope
