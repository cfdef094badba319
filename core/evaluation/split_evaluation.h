// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/systems.h"
#include "core/fusion/bootstrap.h"
#include "core/project/project.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// A project's systems beside one another on one split.
namespace tagscope {

struct SplitEvaluationRequest {
    std::string split = "test";
    Truth truth = Truth::Weak;
    std::string pointName; // the system to look at closely is at this point; empty: the best kind's newest
    BootstrapOptions bootstrap;
};

struct MeasuredSystem {
    System system;
    Evaluation evaluation;
};

struct SplitEvaluation {
    std::vector<std::string> events;
    std::vector<MeasuredSystem> systems; // those of systemsFor() that could be measured; the last is looked at closely
    // Micro F1 of the last less the first, where the first is audio alone and neither was tuned on this split.
    std::optional<F1Difference> difference;
    std::vector<std::string> warnings; // sentences: what was left out, tuned on the split itself, clips without scores,
                                       // events that no clip has, a difference between two runs

    [[nodiscard]] const MeasuredSystem &shown() const { return systems.back(); }
};

// A system that cannot be measured there is left out with a warning, but for one whose point was named.
// Errors: those of systemsFor(); those of scoresOfSplit() and evaluate() where no system can be measured, or not the
// one that was named; Cancelled.
[[nodiscard]] Result<SplitEvaluation> evaluateSplit(const Project &project, const SplitEvaluationRequest &request,
                                                    std::stop_token stop = {});

} // namespace tagscope
