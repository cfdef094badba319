#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tagscope::demo {

// Seeded variety of a drawing: a sequence of numbers that is the same everywhere (splitmix64, Steele et al. 2014),
// unlike the distributions of the standard library.
class Variation {
public:
    explicit Variation(std::uint64_t seed) : state_(seed) {}

    [[nodiscard]] std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t value = state_;
        value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
        value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
        return value ^ (value >> 31U);
    }
    [[nodiscard]] double between(double low, double high) {
        constexpr double kOne = 9007199254740992.0; // 2^53
        return low + (high - low) * (static_cast<double>(next() >> 11U) / kOne);
    }
    [[nodiscard]] bool chance(double probability) { return between(0.0, 1.0) < probability; }
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    template <class T, std::size_t kCount>
    [[nodiscard]] const T &pick(const std::array<T, kCount> &choices) {
        return choices[below(kCount)];
    }

private:
    std::uint64_t state_;
};

} // namespace tagscope::demo
