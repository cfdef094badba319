// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tagscope {

// The key under which a project keeps whose scores its branches have.
inline constexpr std::string_view kBranchSetting = "branches";

// Whose scores a project's branches have, by the names of the sources. Empty: the newest.
struct BranchChoice {
    std::string audio;
    std::string video;

    friend bool operator==(const BranchChoice &, const BranchChoice &) = default;
};

// What is no such document chooses nothing.
[[nodiscard]] BranchChoice branchChoiceIn(const std::string &json);
[[nodiscard]] std::string jsonOf(const BranchChoice &choice);

} // namespace tagscope
