// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/bootstrap.h"
#include "core/fusion/fusion_json.h"
#include "core/fusion/metrics.h"
#include "core/fusion/operating_point.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

// Figures as the commands' JSON and text have them.
namespace tagscope::cli {

// The list `events` of `tune --json`, and the same as text. A calibrated point has no weights: null, or a dash.
[[nodiscard]] nlohmann::ordered_json pointToJson(const std::vector<std::string> &events, const OperatingPoint &point,
                                                 const std::vector<Counts> &counts);
void printPoint(const std::vector<std::string> &events, const OperatingPoint &point, const std::vector<Counts> &counts);

// A paired difference of F1.
[[nodiscard]] nlohmann::ordered_json differenceToJson(const F1Difference &difference);

// JSON text on one line of standard output; what is not UTF-8 in names is replaced.
void printDocument(const nlohmann::ordered_json &document);

} // namespace tagscope::cli
