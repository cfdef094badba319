// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/bootstrap.h"
#include "core/fusion/metrics.h"
#include "core/fusion/operating_point.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

// Figures as the commands' JSON and text have them.
namespace tagscope::cli {

[[nodiscard]] nlohmann::ordered_json countsToJson(const Counts &counts);
[[nodiscard]] nlohmann::ordered_json intervalToJson(const Interval &interval);
// Infinite thresholds are the strings "inf" and "-inf", which JSON's numbers cannot say.
[[nodiscard]] nlohmann::ordered_json thresholdToJson(double threshold);

// The list `events` of `tune --json`, and the same as text. A calibrated point has no weights: null, or a dash.
[[nodiscard]] nlohmann::ordered_json pointToJson(const std::vector<std::string> &events, const OperatingPoint &point,
                                                 const std::vector<Counts> &counts);
void printPoint(const std::vector<std::string> &events, const OperatingPoint &point, const std::vector<Counts> &counts);

// JSON text on one line of standard output; what is not UTF-8 in names is replaced.
void printDocument(const nlohmann::ordered_json &document);

} // namespace tagscope::cli
