// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/cross_validation.h"

#include "core/base/try.h"
#include "core/fusion/random_index.h"
#include "core/jobs/worker_pool.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <optional>
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

// A fold of a deal: the clips in it, and the others.
struct Fold {
    int deal = 0;
    std::vector<std::size_t> own;
    std::vector<std::size_t> others;
};

std::vector<Fold> dealt(std::size_t clips, const Deals &deals) {
    const auto folds = static_cast<std::size_t>(std::max(deals.folds, 2));
    std::vector<Fold> all;
    for (int deal = 0; deal < deals.count; ++deal) {
        std::vector<std::size_t> order(clips);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::mt19937_64 random(deals.seed + static_cast<std::uint64_t>(deal));
        shuffle(order, random);
        for (std::size_t fold = 0; fold < std::min(folds, clips); ++fold) {
            Fold &one = all.emplace_back();
            one.deal = deal;
            for (std::size_t i = 0; i < order.size(); ++i)
                (i % folds == fold ? one.own : one.others).push_back(order[i]);
        }
    }
    return all;
}

// What was decided of one fold.
struct DecidedFold {
    F1Parts parts; // one entry a clip of the fold
    double microF1 = 0.0;
};

Result<DecidedFold> decided(const TuningTables &tables, const Tune &tune, const Fold &fold,
                            const std::stop_token &stop) {
    if (stop.stop_requested())
        return cancelled();
    const Decide decide = TAGSCOPE_TRY(tune(rowsOf(tables, fold.others), stop));
    const TuningTables held = rowsOf(tables, fold.own);
    DecidedFold result;
    result.parts = partsOf(held.truth, decide(held.audio, held.video));
    result.microF1 = result.parts.microF1();
    return result;
}

std::vector<F1Parts> gathered(std::size_t clips, const std::vector<Fold> &folds,
                              const std::vector<std::optional<DecidedFold>> &found, int deals) {
    const F1Parts none{std::vector<double>(clips), std::vector<double>(clips)};
    std::vector<F1Parts> all(static_cast<std::size_t>(std::max(deals, 0)), none);
    for (std::size_t i = 0; i < folds.size(); ++i) {
        F1Parts &deal = all[static_cast<std::size_t>(folds[i].deal)];
        for (std::size_t row = 0; row < folds[i].own.size(); ++row) {
            deal.above[folds[i].own[row]] = found[i]->parts.above[row];
            deal.below[folds[i].own[row]] = found[i]->parts.below[row];
        }
    }
    return all;
}

} // namespace

Result<std::vector<F1Parts>> decidedOutOfFold(const TuningTables &tables, const Tune &tune, const Deals &deals,
                                              const FoldObserver &observe, const std::stop_token &stop) {
    const std::vector<Fold> folds = dealt(tables.truth.clips, deals);
    std::vector<std::optional<DecidedFold>> found(folds.size());
    std::optional<Error> first;
    int done = 0;
    std::mutex mutex;
    const auto decideFold = [&](std::size_t i) {
        {
            const std::scoped_lock lock(mutex);
            if (first)
                return;
        }
        Result<DecidedFold> one = decided(tables, tune, folds[i], stop);
        const std::scoped_lock lock(mutex);
        if (!one) {
            first = first.value_or(one.error());
            return;
        }
        if (observe)
            observe(++done, one->microF1);
        found[i] = std::move(*one);
    };
    WorkerPool pool(std::max(deals.threads, 1U));
    for (std::size_t i = 0; i < folds.size(); ++i)
        pool.run([&decideFold, i](const std::stop_token &) { decideFold(i); });
    pool.waitUntilIdle();
    if (first)
        return tl::unexpected(*first);
    return gathered(tables.truth.clips, folds, found, deals.count);
}

} // namespace tagscope
