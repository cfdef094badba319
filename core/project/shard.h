// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tagscope {

// A part of the clips: number `index` of 1 … `count`, every count-th clip, so that long and short ones are spread.
struct Shard {
    int index = 1;
    int count = 1;

    [[nodiscard]] bool isPossible() const { return count >= 1 && index >= 1 && index <= count; }
    friend bool operator==(const Shard &, const Shard &) = default;
};

// "2/8" as the second of eight; nothing for what is no part.
[[nodiscard]] std::optional<Shard> shardFrom(std::string_view text);

// Those of the part, in their order.
template <class Item>
[[nodiscard]] std::vector<Item> partOf(std::span<const Item> items, const Shard &shard) {
    std::vector<Item> part;
    for (auto i = static_cast<std::size_t>(shard.index - 1); i < items.size();
         i += static_cast<std::size_t>(shard.count))
        part.push_back(items[i]);
    return part;
}

} // namespace tagscope
