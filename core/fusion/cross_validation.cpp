// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/cross_validation.h"

#include "core/base/try.h"
#include "core/fusion/random_index.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tagscope {

namespace {

TuningTables rowsOf(const TuningTables &tables, const std::vector<std::size_t> &clips) {
    const std::size_t events = tables.truth.events;
    TuningTables chosen{Matrix(clips.size(), events), Matrix(clips.size(), events), BinaryTable(clips.size(), events)};
    for (std::size_t row = 0; row < clips.size(); ++row) {
        std::ranges::copy(tables.audio.row(clips[row]), chosen.audio.row(row).begin());
        std::ranges::copy(tables.video.row(clips[row]), chosen.video.row(row).begin());
        for (std::size_t k = 0; k < events; ++k)
            chosen.truth(row, k) = tables.truth(clips[row], k);
    }
    return chosen;
}

} // namespace

Result<BinaryTable> decidedOutOfFold(const TuningTables &tables, const Tune &tune, int folds, std::uint64_t seed,
                                     const FoldObserver &observe, std::stop_token stop) {
    std::vector<std::size_t> order(tables.truth.clips);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(seed);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[randomIndex(random, i)]);

    const int count = std::max(folds, 2);
    BinaryTable all(tables.truth.clips, tables.truth.events);
    for (int fold = 0; fold < count; ++fold) {
        if (stop.stop_requested())
            return cancelled();
        std::vector<std::size_t> own;
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < order.size(); ++i)
            (i % static_cast<std::size_t>(count) == static_cast<std::size_t>(fold) ? own : others).push_back(order[i]);
        if (own.empty())
            continue;
        const Decide decide = TAGSCOPE_TRY(tune(rowsOf(tables, others), stop));
        const TuningTables held = rowsOf(tables, own);
        const BinaryTable decided = decide(held.audio, held.video);
        for (std::size_t row = 0; row < own.size(); ++row)
            for (std::size_t k = 0; k < all.events; ++k)
                all(own[row], k) = decided(row, k);
        if (observe)
            observe(fold + 1, total(countPerEvent(held.truth, decided)).f1());
    }
    return all;
}

Result<std::vector<Counts>> crossValidated(const TuningTables &tables, const Tune &tune, int folds, std::uint64_t seed,
                                           std::stop_token stop) {
    return decidedOutOfFold(tables, tune, folds, seed, {}, std::move(stop)).map([&tables](const BinaryTable &decided) {
        return countPerEvent(tables.truth, decided);
    });
}

} // namespace tagscope
