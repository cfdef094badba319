// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/bootstrap.h"
#include "core/fusion/metrics.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>

// Numbers of tuning and measuring, as the JSON of files and of the command line has them.
namespace tagscope {

// Infinities, which thresholds can be, are the strings "inf" and "-inf": JSON's numbers cannot say them.
[[nodiscard]] nlohmann::ordered_json numberToJson(double number);
// Throws nlohmann::json::type_error for what is neither a number nor one of these strings.
[[nodiscard]] double numberFromJson(const nlohmann::ordered_json &value);

[[nodiscard]] nlohmann::ordered_json orNull(const std::optional<double> &number);
[[nodiscard]] nlohmann::ordered_json countsToJson(const Counts &counts);       // with precision, recall and F1
[[nodiscard]] nlohmann::ordered_json intervalToJson(const Interval &interval); // [low, high]

} // namespace tagscope
