// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/tensor_contents.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tagscope {

// Refuses a pickle that no pickler writes.
[[noreturn]] inline void refusePickle(const Message &what) {
    throw Refusal{Error::Kind::Malformed, {"network.damaged_tensor_list", what}, {}};
}

// The bytes of a pickle, read forwards with bounds. Throws Refusal at their end.
class ByteCursor {
public:
    ByteCursor(std::span<const std::byte> bytes, std::size_t start) : bytes_(bytes), position_(start) {}

    [[nodiscard]] std::size_t position() const { return position_; }

    std::string_view text(std::size_t length) {
        if (position_ > bytes_.size() || bytes_.size() - position_ < length)
            throw Refusal{Error::Kind::Malformed, "network.tensor_list_cut_short", {}};
        const auto *first = reinterpret_cast<const char *>(bytes_.data() + position_);
        position_ += length;
        return {first, length};
    }

    std::uint64_t number(std::size_t size) { // little-endian, unsigned
        std::uint64_t value = 0;
        unsigned shift = 0;
        for (const char byte : text(size)) {
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(byte)) << shift;
            shift += 8;
        }
        return value;
    }

    std::string_view line() {
        const std::size_t start = position_;
        while (text(1) != "\n") {
            if (position_ - start > kMaxText)
                refusePickle("network.name_without_end");
        }
        const auto *first = reinterpret_cast<const char *>(bytes_.data() + start);
        return {first, position_ - start - 1};
    }

    std::string_view boundedText(std::size_t sizeOfLength) {
        const std::uint64_t length = number(sizeOfLength);
        if (length > kMaxText)
            refusePickle({"network.text_too_long", length});
        return text(static_cast<std::size_t>(length));
    }

private:
    static constexpr std::size_t kMaxText = 1U << 16U; // of a name, by far

    std::span<const std::byte> bytes_;
    std::size_t position_;
};

} // namespace tagscope
