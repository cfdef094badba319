// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tagscope {

// A sentence for a person, or a part of one, by its id in core/base/messages/: the English words stand there, the
// window translates them. What is filled in for {0}, {1} … are plain texts (names, figures), or messages again.
struct Message {
    std::string id;   // "folder.what"; empty for a plain text
    std::string text; // of a plain text, which is the same in every language
    std::vector<Message> arguments;

    Message() = default;
    // Implicit, so that an id in quotes is a message, and {"folder.what", file, 3} one with arguments. Fractional
    // numbers are formatted by whoever says them.
    template <class... Arguments>
    Message(const char *id, const Arguments &...arguments); // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool empty() const { return id.empty() && text.empty(); }
    bool operator==(const Message &) const = default;
};

// A text that is shown as it is, in every language.
[[nodiscard]] Message plainText(std::string text);

// The English pattern of an id, with {0}, {1} … for its arguments; null for an id that is not in the list.
[[nodiscard]] const char *englishPattern(std::string_view id);

// A pattern filled in: {0} becomes the first part, and so on.
[[nodiscard]] std::string filledIn(std::string_view pattern, const std::vector<std::string> &parts);

[[nodiscard]] std::string englishText(const Message &message);

namespace detail {

template <class Value>
Message argumentOf(const Value &value) {
    if constexpr (std::is_same_v<Value, Message>) {
        return value;
    } else if constexpr (requires { value.message; }) {
        return value.message; // what an Error says
    } else if constexpr (requires { value.native(); }) {
        return plainText(value.string()); // a path
    } else if constexpr (std::is_integral_v<Value>) {
        static_assert(!std::is_same_v<Value, bool> && !std::is_same_v<Value, char>);
        return plainText(std::to_string(value));
    } else {
        return plainText(std::string(value));
    }
}

} // namespace detail

template <class... Arguments>
Message::Message(const char *name, const Arguments &...values) : id(name) {
    arguments.reserve(sizeof...(values));
    (arguments.push_back(detail::argumentOf(values)), ...);
}

} // namespace tagscope
