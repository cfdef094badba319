// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message.h"

#include "core/base/wording.h"

#include <atomic>
#include <unordered_map>

namespace tagscope {

namespace {

using MessageTable = std::unordered_map<std::string_view, const char *>;

// Every message of the program; a folder's ids begin with its name.
const MessageTable &messageTable() {
    static const MessageTable table = {
#define TAGSCOPE_MESSAGE(id, english) {id, english},
#define TAGSCOPE_ON_COMMAND_LINE(id, english)
#include "core/base/messages/all.def"
#undef TAGSCOPE_MESSAGE
#undef TAGSCOPE_ON_COMMAND_LINE
    };
    return table;
}

// Those that the command line says in other words.
const MessageTable &commandLineTable() {
    static const MessageTable table = {
#define TAGSCOPE_MESSAGE(id, english)
#define TAGSCOPE_ON_COMMAND_LINE(id, english) {id, english},
#include "core/base/messages/all.def"
#undef TAGSCOPE_MESSAGE
#undef TAGSCOPE_ON_COMMAND_LINE
    };
    return table;
}

const char *patternIn(const MessageTable &table, std::string_view id) {
    const auto entry = table.find(id);
    return entry == table.end() ? nullptr : entry->second;
}

// A program's own, for its whole life.
std::atomic<Wording> &wordingInUse() {
    static std::atomic<Wording> wording = Wording::Window;
    return wording;
}

} // namespace

Message plainText(std::string text) {
    Message plain;
    plain.text = std::move(text);
    return plain;
}

void speakAs(Wording wording) {
    wordingInUse() = wording;
}

const char *englishPattern(std::string_view id) {
    const char *const onCommandLine =
        wordingInUse() == Wording::CommandLine ? patternIn(commandLineTable(), id) : nullptr;
    return onCommandLine != nullptr ? onCommandLine : patternIn(messageTable(), id);
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
