// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/split_evaluation.h"

#include <nlohmann/json.hpp>

namespace tagscope::cli {

// What `evaluate` found, as JSON and as text.
[[nodiscard]] nlohmann::ordered_json evaluationToJson(const SplitEvaluation &split);
void printEvaluation(const SplitEvaluation &split);

} // namespace tagscope::cli
