#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// A weight and a threshold for each event (section 2.3).
struct OperatingPoint {
    std::vector<double> videoWeight; // w_k in [0, 1]
    std::vector<double> threshold;   // t_k; +infinity: never, -infinity: always

    friend bool operator==(const OperatingPoint &, const OperatingPoint &) = default;
};

// p = (1 - w) a + w v; where one branch is absent the other alone, where both are nothing. Computed in double.
[[nodiscard]] std::optional<double> fuse(std::optional<double> audio, std::optional<double> video, double videoWeight);

} // namespace tagscope
