// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope::test {

// Knuth's MMIX generator, as tests/golden/ds3.py's.
class Generator {
public:
    explicit Generator(std::uint64_t seed) : state_(seed) {}
    float uniform();

private:
    std::uint64_t state_;
};

// The matrices of tests/golden/ds3.py: "random", "clustered", "duplicated", "walk", "constant".
[[nodiscard]] Matrix dissimilaritiesOf(std::string_view name);

struct GoldenValue {
    std::string matrix;
    double parameter = 0.0;
    double value = 0.0;
};

// The lines of tests/golden/ds3.csv of one kind.
[[nodiscard]] std::vector<GoldenValue> goldenValues(std::string_view kind);

} // namespace tagscope::test
