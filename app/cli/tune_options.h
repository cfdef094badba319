// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include "core/fusion/system_appraisal.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace tagscope::cli {

struct TuneOptions {
    std::string project; // or tables:
    std::string scores;
    std::string videoScores;
    std::string truth;

    std::string method = "paper";
    std::string weights = "paper";
    bool isAppraised = true;

    // Of a project.
    std::string split = "validation";
    std::optional<std::string> audio; // a run; empty text: the newest
    bool video = false;
    std::string name;

    [[nodiscard]] bool triesAll() const { return method == "all"; }
    [[nodiscard]] bool isJoint() const { return weights == "joint"; }
    [[nodiscard]] TuningMethod tuningMethod() const {
        return isJoint() ? TuningMethod::Joint : tuningMethodNamed(method).value_or(TuningMethod::Paper);
    }
};

Result<int> tuneTables(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop);
Result<int> tuneProject(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop);

// `method` of a document, as the option has it: joint is "exact" with weights of its own.
[[nodiscard]] std::string methodName(TuningMethod method);
// `weights` of a document: null where the method has none.
[[nodiscard]] nlohmann::ordered_json weightsOf(TuningMethod method);
// What a way of tuning is worth, as JSON (null for nothing) and as text.
[[nodiscard]] nlohmann::ordered_json heldOutToJson(const std::optional<HeldOutEstimate> &heldOut);
void printHeldOut(const std::optional<HeldOutEstimate> &heldOut);
// The methods that were tried, the best first.
[[nodiscard]] nlohmann::ordered_json comparedToJson(const std::vector<ComparedWay> &compared);
void printCompared(const std::vector<ComparedWay> &compared);

} // namespace tagscope::cli
