// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <string>
#include <vector>

namespace tagscope {

[[nodiscard]] inline std::vector<std::string> englishTexts(const std::vector<Message> &messages) {
    std::vector<std::string> texts;
    texts.reserve(messages.size());
    for (const Message &message : messages)
        texts.push_back(englishText(message));
    return texts;
}

} // namespace tagscope
