// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

// An evaluation as the JSON of reports and of the command line has it.
namespace tagscope {

// {"micro", "macro", "ranking", "events"} and, where each clip has exactly one label, "single_label". `interval` is
// null, and `estimate` there in its place, on clips that were tuned on.
[[nodiscard]] nlohmann::ordered_json figuresToJson(const Evaluation &evaluation,
                                                   const std::vector<std::string> &events);

} // namespace tagscope
