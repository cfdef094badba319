// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/fusion_json.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace tagscope {

using json = nlohmann::ordered_json;

json numberToJson(double number) {
    return std::isinf(number) ? json(number > 0 ? "inf" : "-inf") : json(number);
}

double numberFromJson(const json &value) {
    if (value == "inf")
        return std::numeric_limits<double>::infinity();
    if (value == "-inf")
        return -std::numeric_limits<double>::infinity();
    return value.get<double>();
}

json orNull(const std::optional<double> &number) {
    return number ? json(*number) : json();
}

json countsToJson(const Counts &counts) {
    return {{"precision", counts.precision()}, {"recall", counts.recall()},   {"f1", counts.f1()},
            {"tp", counts.truePositives},      {"fp", counts.falsePositives}, {"fn", counts.falseNegatives}};
}

json intervalToJson(const Interval &interval) {
    return json::array({interval.low, interval.high});
}

} // namespace tagscope
