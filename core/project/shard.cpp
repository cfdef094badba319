// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/shard.h"

#include <charconv>

namespace tagscope {

std::optional<Shard> shardFrom(std::string_view text) {
    Shard shard;
    const char *end = text.data() + text.size();
    const auto [slash, first] = std::from_chars(text.data(), end, shard.index);
    if (first != std::errc() || slash == end || *slash != '/')
        return std::nullopt;
    const auto [rest, second] = std::from_chars(slash + 1, end, shard.count);
    if (second != std::errc() || rest != end || !shard.isPossible())
        return std::nullopt;
    return shard;
}

} // namespace tagscope
