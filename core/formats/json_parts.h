// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

// Parts of other programs' JSON, which may lack, or be of another kind than they should.
namespace tagscope {

// The part of that name; null where there is none, or the value is no object.
[[nodiscard]] const nlohmann::json &partOf(const nlohmann::json &object, const char *key);
[[nodiscard]] std::optional<double> finiteIn(const nlohmann::json &object, const char *key);
[[nodiscard]] std::string textIn(const nlohmann::json &object, const char *key); // empty where it is no text

} // namespace tagscope
