// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <string>
#include <tl/expected.hpp> // std::expected needs a newer compiler than Debian 12's
#include <utility>

namespace tagscope {

// What went wrong in the world outside the program: a file, a device, a person's input, a wish to stop.
struct Error {
    enum class Kind {
        Cancelled,    // someone asked for the work to stop; an outcome, not a failure, and never a dialog
        Unreadable,   // missing, forbidden, a directory, an input/output error
        Unsupported,  // understood, but not something this program does
        Malformed,    // damaged, or not of the format it claims
        Inconsistent, // well formed, but does not fit what it is used with
        Internal      // a library failed in a way that input should not be able to cause
    };

    Kind kind = Kind::Internal;
    Message message;   // a sentence for the person: what, where, why, what to do
    std::string cause; // the library's own words, for the log and the details pane; may be empty

    [[nodiscard]] std::string what() const { return englishText(message); }
    [[nodiscard]] bool isCancelled() const { return kind == Kind::Cancelled; }
};

// A value, or why there is none; core/base/try.h hands the error on.
template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error::Kind kind, Message message, std::string cause = {}) {
    return tl::unexpected(Error{kind, std::move(message), std::move(cause)});
}

// The outcome of work that was asked to stop.
[[nodiscard]] inline tl::unexpected<Error> cancelled() {
    return fail(Error::Kind::Cancelled, "base.cancelled");
}

} // namespace tagscope
