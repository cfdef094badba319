#pragma once

#include "command.h"

#include <optional>
#include <string>

namespace tagscope::cli {

struct TuneOptions {
    std::string project; // or tables:
    std::string scores;
    std::string videoScores;
    std::string truth;

    std::string method = "paper";
    std::string weights = "paper";

    // Of a project.
    std::string split = "validation";
    std::optional<std::string> audio; // a run; empty text: the newest
    bool video = false;
    std::string name;

    [[nodiscard]] bool isJoint() const { return weights == "joint"; }
};

int tuneTables(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop);
int tuneProject(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop);

} // namespace tagscope::cli
