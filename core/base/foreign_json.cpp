// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/foreign_json.h"

namespace tagscope {

bool isWithinJsonLimits(std::string_view text) {
    if (text.size() > kMaxJsonBytes)
        return false;
    int depth = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInString && c == '\\')
            ++i;
        else if (c == '"')
            isInString = !isInString;
        else if (!isInString && (c == '[' || c == '{') && ++depth > kMaxJsonDepth)
            return false;
        else if (!isInString && (c == ']' || c == '}'))
            --depth;
    }
    return true;
}

} // namespace tagscope
