// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace tagscope::cli {

// Progress on standard error: on a terminal one line, rewritten, with a bar, the rate and what remains; elsewhere a
// plain line at each tenth. Thread-safe.
class ProgressLine {
public:
    // `items`: how many there are, such as files; `quiet`: say nothing.
    ProgressLine(std::string what, std::size_t items, bool quiet);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    // `done` of the items, which may be a fraction, and what is being done.
    void show(double done, std::string_view stage);
    // Takes the line away. Called by the destructor too.
    void close();

private:
    void showOnTerminal(double done, std::string_view stage);
    void showPlainly(double done);
    [[nodiscard]] std::string rateAndRemaining(double done) const;

    using Clock = std::chrono::steady_clock;
    std::mutex mutex_;
    std::string what_;
    double items_;
    bool quiet_;
    bool onTerminal_;
    Clock::time_point started_ = Clock::now();
    Clock::time_point lastShown_;
    int lastTenth_ = 0;
    bool lineIsOpen_ = false;
};

} // namespace tagscope::cli
