// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

namespace tagscope::ui {

// How many verdicts an hour somebody gives, over the last minutes of work; pauses are left out.
class AuditPace {
public:
    static constexpr std::int64_t kPauseMilliseconds = 60'000; // longer than anybody listens to a clip of 10 s
    static constexpr std::int64_t kSpanMilliseconds = 600'000; // of work that counts

    void restart(std::int64_t now); // of any clock that goes on, in milliseconds
    void add(std::int64_t now);     // a verdict
    // Nothing until there are enough to tell.
    [[nodiscard]] std::optional<double> perHour() const;
    // Of all verdicts since restart(), without the pauses.
    [[nodiscard]] std::size_t verdicts() const { return verdicts_; }
    [[nodiscard]] double minutes() const { return static_cast<double>(whole_) / 60'000.0; }

private:
    std::int64_t last_ = 0;
    std::deque<std::int64_t> spans_; // from one verdict to the next
    std::int64_t worked_ = 0;        // their sum
    std::int64_t whole_ = 0;         // of all
    std::size_t verdicts_ = 0;
};

} // namespace tagscope::ui
