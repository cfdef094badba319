// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_text.h"

#include <array>
#include <charconv>

namespace tagscope {

std::string fixed(double value, int decimals) {
    std::array<char, 400> text{}; // enough for any double
    const auto done = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    std::string result(text.data(), done.ptr);
    const bool isNegativeZero = result.starts_with('-') && result.find_first_not_of("-0.") == std::string::npos;
    return isNegativeZero ? result.substr(1) : result;
}

std::string percent(double share) {
    return fixed(100 * share, 1);
}

std::string signedPercent(double share) {
    const std::string text = percent(share);
    return text.starts_with('-') ? text : "+" + text;
}

std::string escapedForXml(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            // Control characters are not allowed in XML at all.
            escaped += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return escaped;
}

} // namespace tagscope
