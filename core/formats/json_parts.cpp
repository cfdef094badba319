// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/json_parts.h"

#include <cmath>

namespace tagscope {

const nlohmann::json &partOf(const nlohmann::json &object, const char *key) {
    static const nlohmann::json kNone;
    if (!object.is_object())
        return kNone;
    const auto found = object.find(key);
    return found != object.end() ? *found : kNone;
}

std::optional<double> finiteIn(const nlohmann::json &object, const char *key) {
    const nlohmann::json &number = partOf(object, key);
    return number.is_number() && std::isfinite(number.get<double>()) ? std::optional(number.get<double>())
                                                                     : std::nullopt;
}

std::string textIn(const nlohmann::json &object, const char *key) {
    const nlohmann::json &text = partOf(object, key);
    return text.is_string() ? text.get<std::string>() : std::string();
}

} // namespace tagscope
