// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_pace.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr std::size_t kFewest = 3;

} // namespace

void AuditPace::restart(std::int64_t now) {
    *this = AuditPace();
    last_ = now;
}

void AuditPace::add(std::int64_t now) {
    const std::int64_t span = now - std::exchange(last_, now);
    ++verdicts_;
    if (span > kPauseMilliseconds)
        return;
    whole_ += span;
    spans_.push_back(span);
    worked_ += span;
    while (worked_ > kSpanMilliseconds && spans_.size() > kFewest) {
        worked_ -= spans_.front();
        spans_.pop_front();
    }
}

std::optional<double> AuditPace::perHour() const {
    if (spans_.size() < kFewest)
        return std::nullopt;
    return static_cast<double>(spans_.size()) * 3'600'000.0 / static_cast<double>(std::max<std::int64_t>(worked_, 1));
}

} // namespace tagscope::ui
