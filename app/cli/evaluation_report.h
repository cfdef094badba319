// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/systems.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace tagscope::cli {

struct MeasuredSystem {
    System system;
    Evaluation evaluation;
};

// What `evaluate` found.
struct EvaluationReport {
    std::vector<std::string> events;
    std::vector<MeasuredSystem> systems;    // the last is the one whose figures are shown in full
    std::optional<F1Difference> difference; // of the last and the first, where that is audio alone
    std::vector<std::string> warnings;

    [[nodiscard]] const MeasuredSystem &shown() const { return systems.back(); }
};

[[nodiscard]] nlohmann::ordered_json reportToJson(const EvaluationReport &report);
void printReport(const EvaluationReport &report);

} // namespace tagscope::cli
