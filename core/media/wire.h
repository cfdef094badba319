// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tagscope {

// Numbers and texts one after the other, as two processes of one program on one machine exchange them.
class WireWriter {
public:
    template <class Number>
    void number(Number value) {
        static_assert(std::is_arithmetic_v<Number>);
        const std::size_t at = bytes_.size();
        bytes_.resize(at + sizeof value);
        std::memcpy(bytes_.data() + at, &value, sizeof value);
    }
    void text(std::string_view text) {
        number(static_cast<std::uint32_t>(text.size()));
        const auto *data = reinterpret_cast<const std::byte *>(text.data());
        bytes_.insert(bytes_.end(), data, data + text.size());
    }

    void append(const WireWriter &other) { bytes_.insert(bytes_.end(), other.bytes_.begin(), other.bytes_.end()); }

    [[nodiscard]] const std::vector<std::byte> &bytes() const { return bytes_; }

private:
    std::vector<std::byte> bytes_;
};

// Reads what a WireWriter wrote, or what somebody who means harm wrote in its place: after the first read beyond the
// end all are zeros and empty texts, and isGood() is false.
class WireReader {
public:
    explicit WireReader(std::vector<std::byte> bytes) : bytes_(std::move(bytes)) {}

    template <class Number>
    [[nodiscard]] Number number() {
        static_assert(std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>);
        Number value{};
        if (take(sizeof value))
            std::memcpy(&value, bytes_.data() + used_ - sizeof value, sizeof value);
        return value;
    }
    [[nodiscard]] bool flag() { return number<std::uint8_t>() != 0; }
    [[nodiscard]] std::string text() {
        const std::size_t size = number<std::uint32_t>();
        if (!take(size))
            return {};
        return {reinterpret_cast<const char *>(bytes_.data() + used_ - size), size};
    }

    [[nodiscard]] bool isGood() const { return isGood_; }
    [[nodiscard]] bool isAtEnd() const { return used_ == bytes_.size(); }
    void giveUp() { isGood_ = false; }

private:
    [[nodiscard]] bool take(std::size_t count) {
        isGood_ = isGood_ && count <= bytes_.size() - used_;
        used_ += isGood_ ? count : 0;
        return isGood_;
    }

    std::vector<std::byte> bytes_;
    std::size_t used_ = 0;
    bool isGood_ = true;
};

} // namespace tagscope
