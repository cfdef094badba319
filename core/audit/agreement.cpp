// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/agreement.h"

#include "core/fusion/random_index.h"

#include <algorithm>
#include <functional>
#include <map>
#include <random>

namespace tagscope {
namespace {

// How often each value was given to an item.
using ValueCounts = std::vector<std::int64_t>;

std::int64_t sumOf(const ValueCounts &counts) {
    std::int64_t sum = 0;
    for (const std::int64_t count : counts)
        sum += count;
    return sum;
}

std::size_t valueCount(const RatingTable &ratings) {
    const auto largest = std::max_element(ratings.values.begin(), ratings.values.end());
    return largest == ratings.values.end() ? 0 : static_cast<std::size_t>(std::max(*largest, -1) + 1);
}

std::vector<ValueCounts> countsOf(const RatingTable &ratings) {
    std::vector<ValueCounts> items(ratings.items, ValueCounts(valueCount(ratings)));
    for (std::size_t i = 0; i < ratings.items; ++i)
        for (std::size_t a = 0; a < ratings.annotators; ++a)
            if (ratings(i, a) >= 0)
                ++items[i][static_cast<std::size_t>(ratings(i, a))];
    return items;
}

struct Coefficient {
    double observed = 0.0; // agreement
    double expected = 0.0; // by chance

    [[nodiscard]] std::optional<double> value() const {
        constexpr double kAlmostNone = 1e-12; // rounding
        if (1.0 - expected < kAlmostNone)
            return std::nullopt;
        return (observed - expected) / (1.0 - expected);
    }
};

// The coefficient of a number of items, with the bootstrap's interval over them.
template <class Item>
Agreement withInterval(const std::vector<Item> &items, const std::function<Coefficient(const std::vector<Item> &)> &of,
                       const BootstrapOptions &options) {
    Agreement agreement;
    agreement.items = items.size();
    if (items.empty())
        return agreement;
    const Coefficient coefficient = of(items);
    agreement.value = coefficient.value();
    agreement.observed = coefficient.observed;
    std::mt19937_64 random(options.seed);
    std::vector<double> draws;
    std::vector<Item> drawn(items.size());
    for (int draw = 0; draw < options.draws; ++draw) {
        for (Item &item : drawn)
            item = items[randomIndex(random, items.size())];
        if (const std::optional<double> value = of(drawn).value())
            draws.push_back(*value);
    }
    // Draws of a single value have no coefficient: with many of them the rest would flatter.
    if (!agreement.value || draws.empty() || 2 * draws.size() < static_cast<std::size_t>(options.draws))
        return agreement;
    std::sort(draws.begin(), draws.end());
    const double tail = (1.0 - options.level) / 2.0;
    const auto at = [&draws](double share) {
        return draws[std::min(draws.size() - 1, static_cast<std::size_t>(share * static_cast<double>(draws.size())))];
    };
    agreement.interval = Interval{at(tail), at(1.0 - tail)};
    return agreement;
}

// Shares of agreeing pairs of verdicts within items of n verdicts each.
Coefficient fleissOf(const std::vector<ValueCounts> &items) {
    const auto verdicts = static_cast<double>(sumOf(items.front()));
    std::vector<double> totals(items.front().size());
    double agreeing = 0.0;
    for (const ValueCounts &item : items)
        for (std::size_t v = 0; v < item.size(); ++v) {
            const auto count = static_cast<double>(item[v]);
            totals[v] += count;
            agreeing += count * (count - 1.0) / (verdicts * (verdicts - 1.0));
        }
    const auto count = static_cast<double>(items.size());
    Coefficient coefficient{agreeing / count, 0.0};
    for (const double total : totals)
        coefficient.expected += (total / (count * verdicts)) * (total / (count * verdicts));
    return coefficient;
}

// The coincidences of Krippendorff, as shares: pairs within an item of m verdicts weigh 1 / (m - 1).
Coefficient krippendorffOf(const std::vector<ValueCounts> &items) {
    std::vector<double> totals(items.front().size());
    double agreeing = 0.0;
    double all = 0.0;
    for (const ValueCounts &item : items) {
        const auto verdicts = static_cast<double>(sumOf(item));
        all += verdicts;
        for (std::size_t v = 0; v < item.size(); ++v) {
            const auto count = static_cast<double>(item[v]);
            totals[v] += count;
            agreeing += count * (count - 1.0) / (verdicts - 1.0);
        }
    }
    Coefficient coefficient{agreeing / all, 0.0};
    for (const double total : totals)
        coefficient.expected += total * (total - 1.0) / (all * (all - 1.0));
    return coefficient;
}

using TwoVerdicts = std::pair<std::size_t, std::size_t>;

Coefficient cohenOf(const std::vector<TwoVerdicts> &items, std::size_t values) {
    std::vector<double> first(values);
    std::vector<double> second(values);
    Coefficient coefficient;
    const double share = 1.0 / static_cast<double>(items.size());
    for (const auto &[a, b] : items) {
        first[a] += share;
        second[b] += share;
        coefficient.observed += a == b ? share : 0.0;
    }
    for (std::size_t v = 0; v < values; ++v)
        coefficient.expected += first[v] * second[v];
    return coefficient;
}

} // namespace

Agreement cohensKappa(const RatingTable &ratings, std::size_t first, std::size_t second,
                      const BootstrapOptions &options) {
    std::vector<TwoVerdicts> items;
    for (std::size_t i = 0; i < ratings.items; ++i)
        if (ratings(i, first) >= 0 && ratings(i, second) >= 0)
            items.emplace_back(ratings(i, first), ratings(i, second));
    const std::size_t values = valueCount(ratings);
    return withInterval<TwoVerdicts>(
        items, [values](const std::vector<TwoVerdicts> &drawn) { return cohenOf(drawn, values); }, options);
}

Agreement fleissKappa(const RatingTable &ratings, const BootstrapOptions &options) {
    std::vector<ValueCounts> items = countsOf(ratings);
    std::map<std::int64_t, std::size_t> withVerdicts;
    for (const ValueCounts &item : items)
        if (sumOf(item) >= 2)
            ++withVerdicts[sumOf(item)];
    std::int64_t verdicts = 0;
    std::size_t most = 0;
    for (const auto &[number, count] : withVerdicts)
        if (count >= most) { // of equals the larger number
            verdicts = number;
            most = count;
        }
    std::erase_if(items, [verdicts](const ValueCounts &item) { return verdicts == 0 || sumOf(item) != verdicts; });
    return withInterval<ValueCounts>(items, fleissOf, options);
}

Agreement krippendorffsAlpha(const RatingTable &ratings, const BootstrapOptions &options) {
    std::vector<ValueCounts> items = countsOf(ratings);
    std::erase_if(items, [](const ValueCounts &item) { return sumOf(item) < 2; });
    return withInterval<ValueCounts>(items, krippendorffOf, options);
}

} // namespace tagscope
