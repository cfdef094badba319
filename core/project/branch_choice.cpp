// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/branch_choice.h"

#include "core/project/point_json.h"

#include <nlohmann/json.hpp>

namespace tagscope {

BranchChoice branchChoiceIn(const std::string &json) {
    const nlohmann::ordered_json document = jsonOrText(json);
    const auto name = [&document](const char *branch) {
        return document.is_object() && document.contains(branch) && document[branch].is_string()
                   ? document[branch].get<std::string>()
                   : std::string();
    };
    return {name("audio"), name("video")};
}

std::string jsonOf(const BranchChoice &choice) {
    return nlohmann::ordered_json{{"audio", choice.audio}, {"video", choice.video}}.dump();
}

} // namespace tagscope
