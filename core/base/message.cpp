// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message.h"

#include <unordered_map>

namespace tagscope {

namespace {

using MessageTable = std::unordered_map<std::string_view, const char *>;

// Every message of the program; a folder's ids begin with its name.
const MessageTable &messageTable() {
    static const MessageTable table = {
#define TAGSCOPE_MESSAGE(id, english) {id, english},
#include "core/base/messages/analysis.def"
#include "core/base/messages/app.def"
#include "core/base/messages/audio.def"
#include "core/base/messages/audit.def"
#include "core/base/messages/base.def"
#include "core/base/messages/demo.def"
#include "core/base/messages/evaluation.def"
#include "core/base/messages/exchange.def"
#include "core/base/messages/formats.def"
#include "core/base/messages/fusion.def"
#include "core/base/messages/media.def"
#include "core/base/messages/network.def"
#include "core/base/messages/project.def"
#include "core/base/messages/tagging.def"
#include "core/base/messages/training.def"
#include "core/base/messages/ui.def"
#include "core/base/messages/vision.def"
#include "core/base/messages/words.def"
#undef TAGSCOPE_MESSAGE
    };
    return table;
}

} // namespace

Message plainText(std::string text) {
    Message plain;
    plain.text = std::move(text);
    return plain;
}

const char *englishPattern(std::string_view id) {
    const auto entry = messageTable().find(id);
    return entry == messageTable().end() ? nullptr : entry->second;
}

std::string filledIn(std::string_view pattern, const std::vector<std::string> &parts) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isGap = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 1] >= '0' &&
                           pattern[i + 1] <= '9' && pattern[i + 2] == '}';
        if (!isGap) {
            text += pattern[i];
            continue;
        }
        const auto part = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (part < parts.size())
            text += parts[part];
        i += 2;
    }
    return text;
}

std::string englishText(const Message &message) {
    if (message.id.empty())
        return message.text;
    const char *const pattern = englishPattern(message.id);
    if (pattern == nullptr)
        return message.id;
    std::vector<std::string> parts;
    parts.reserve(message.arguments.size());
    for (const Message &argument : message.arguments)
        parts.push_back(englishText(argument));
    return filledIn(pattern, parts);
}

} // namespace tagscope
