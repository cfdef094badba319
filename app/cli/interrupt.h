// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace tagscope::cli {

// Turns Ctrl-C (SIGINT) and SIGTERM into a stop request, so that work ends at its next natural step; a second signal
// ends the program at once. To be made before any other thread, so that all inherit the blocked signals.
class Interrupt {
public:
    Interrupt();

    [[nodiscard]] std::stop_token token() const { return asked_.get_token(); }

private:
    std::stop_source asked_;
    std::jthread waiting_;
};

} // namespace tagscope::cli
