// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_settings.h"

#include "core/base/foreign_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;
using Rows = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kEvent = "event ";

std::string plainValue(const json &value) { // NOLINT(misc-no-recursion)
    if (!value.is_array())
        return value.is_string() ? value.get<std::string>() : value.is_null() ? "" : value.dump();
    std::string text;
    for (const json &one : value)
        text += (text.empty() ? "" : ", ") + plainValue(one);
    return text;
}

// "key frames" of "keyFrames".
std::string inWords(const std::string &key) {
    std::string words;
    for (const char letter : key) {
        const bool isCapital = letter >= 'A' && letter <= 'Z';
        words += isCapital ? " " : "";
        words += isCapital ? static_cast<char>(letter - 'A' + 'a') : letter == '_' ? ' ' : letter;
    }
    return words;
}

bool areEvents(const json &value) {
    return value.is_array() && !value.empty() &&
           std::ranges::all_of(value, [](const json &one) { return one.is_object() && one.contains("name"); });
}

// "Bicycle; mid /m/0199g; words bicycle"; words that are the name are not said again.
std::string eventInWords(const json &event) {
    std::string text;
    for (const auto &[key, value] : event.items()) {
        const std::string plain = plainValue(value);
        if (plain.empty() || (key != "name" && plain == plainValue(event["name"])))
            continue;
        text += (text.empty() ? "" : "; ") + (key == "name" ? "" : inWords(key) + " ") + plain;
    }
    return text;
}

void addRows(const std::string &name, const json &value, Rows &rows) { // NOLINT(misc-no-recursion)
    if (areEvents(value)) {
        for (std::size_t k = 0; k < value.size(); ++k)
            rows.emplace_back(std::string(kEvent) + std::to_string(k + 1), eventInWords(value[k]));
        return;
    }
    const bool isList =
        value.is_array() && std::ranges::none_of(value, [](const json &one) { return one.is_object(); });
    if (!value.is_structured() || isList) {
        if (std::string plain = plainValue(value); !plain.empty())
            rows.emplace_back(name, std::move(plain));
        return;
    }
    for (const auto &[key, inner] : value.items()) {
        const std::string part = value.is_array() ? std::to_string(std::stoul(key) + 1) : inWords(key);
        addRows(name.empty() ? part : name + ", " + part, inner, rows);
    }
}

} // namespace

std::vector<std::pair<std::string, std::string>> settingsInWords(const std::string &text) {
    const json document = foreignJson<json>(text);
    Rows rows;
    if (document.is_structured())
        addRows({}, document, rows);
    return rows;
}

std::string settingsSentence(const std::string &text) {
    const Rows rows = settingsInWords(text);
    if (rows.empty())
        return text;
    std::string sentence;
    for (const auto &[name, value] : rows)
        if (!name.starts_with(kEvent))
            sentence += (sentence.empty() ? "" : "; ") + name + " " + value;
    return sentence;
}

} // namespace tagscope
