// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/scores.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

// Operating points as JSON: for the project's history, and to hand them to others.
namespace tagscope {

// Whether there is a weight in [0, 1], a threshold and, if any, a finite calibration for each event. Inconsistent.
[[nodiscard]] Result<void> checkPoint(const NamedOperatingPoint &point, std::size_t events);

[[nodiscard]] nlohmann::ordered_json pointToJson(const NamedOperatingPoint &point,
                                                 const std::vector<std::string> &events);

// Events are told by their names, in any order. Errors: Malformed (not such a document), Inconsistent (events that are
// missing or unknown, naming one).
[[nodiscard]] Result<NamedOperatingPoint> pointFromJson(const nlohmann::ordered_json &document,
                                                        const std::vector<std::string> &events);

// What a project keeps as JSON text, such as a setting. Text that is not JSON stands as it is.
[[nodiscard]] nlohmann::ordered_json jsonOrText(const std::string &text);

} // namespace tagscope
