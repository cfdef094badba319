// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/validation_draw.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <utility>

namespace tagscope {
namespace {

// Below `count`, each number equally likely, and the same on every platform (which the standard's own are not).
std::size_t randomBelow(std::size_t count, std::mt19937_64 &random) {
    const std::uint64_t n = count;
    const std::uint64_t excess = (std::mt19937_64::max() % n + 1) % n; // 2^64 mod n
    std::uint64_t drawn = random();
    while (drawn > std::mt19937_64::max() - excess) // the incomplete last round would favour small numbers
        drawn = random();
    return static_cast<std::size_t>(drawn % n);
}

std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(seed);
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[randomBelow(i, random)]);
    return order;
}

class Draw {
public:
    Draw(const BinaryTable &labels, std::uint64_t seed)
        : labels_(labels), order_(shuffled(labels.clips, seed)), next_(labels.events + 1), drawnOf_(labels.events),
          isDrawn_(labels.clips) {}

    void one() {
        std::optional<std::size_t> event;
        for (std::size_t k = 0; k < labels_.events; ++k)
            if ((!event || drawnOf_[k] < drawnOf_[*event]) && nextOf(k))
                event = k;
        const std::size_t clip = *nextOf(event.value_or(labels_.events));
        isDrawn_[clip] = 1;
        for (std::size_t k = 0; k < labels_.events; ++k)
            drawnOf_[k] += labels_(clip, k);
    }

    [[nodiscard]] std::vector<std::size_t> drawn() const {
        std::vector<std::size_t> clips;
        for (std::size_t clip = 0; clip < labels_.clips; ++clip)
            if (isDrawn_[clip] != 0)
                clips.push_back(clip);
        return clips;
    }

private:
    // The next clip with an event that is not drawn; of any kind for the event after the last.
    std::optional<std::size_t> nextOf(std::size_t event) {
        for (std::size_t &at = next_[event]; at < order_.size(); ++at) {
            const std::size_t clip = order_[at];
            if (isDrawn_[clip] == 0 && (event == labels_.events || labels_(clip, event) != 0))
                return clip;
        }
        return std::nullopt;
    }

    const BinaryTable &labels_;
    std::vector<std::size_t> order_;
    std::vector<std::size_t>
        next_; // for each event how far in `order_` was looked; what lies before is drawn or without
    std::vector<std::size_t> drawnOf_;
    std::vector<std::uint8_t> isDrawn_;
};

} // namespace

Result<std::vector<std::size_t>> drawBalanced(const BinaryTable &labels, std::size_t count, std::uint64_t seed) {
    if (count > 0 && count >= labels.clips)
        return fail(Error::Kind::Inconsistent, {"exchange.too_few_to_draw", count, labels.clips});
    Draw draw(labels, seed);
    for (std::size_t i = 0; i < count; ++i)
        draw.one();
    return draw.drawn();
}

} // namespace tagscope
