// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress_line.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unistd.h>
#include <utility>

namespace tagscope::cli {
namespace {

constexpr auto kRedrawInterval = std::chrono::milliseconds(100);
constexpr int kBarWidth = 24;

std::string minutesAndSeconds(double seconds) {
    char text[32];
    const auto whole = std::lround(seconds);
    std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
    return text;
}

} // namespace

ProgressLine::ProgressLine(std::string what, std::size_t items, bool quiet)
    : what_(std::move(what)), items_(static_cast<double>(std::max<std::size_t>(items, 1))), quiet_(quiet),
      onTerminal_(isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    close();
}

void ProgressLine::close() {
    const std::lock_guard lock(mutex_);
    if (lineIsOpen_)
        std::fputs("\r\033[K", stderr);
    lineIsOpen_ = false;
}

void ProgressLine::show(double done, std::string_view stage) {
    if (quiet_)
        return;
    const std::lock_guard lock(mutex_);
    if (onTerminal_)
        showOnTerminal(done, stage);
    else
        showPlainly(done);
}

std::string ProgressLine::rateAndRemaining(double done) const {
    const double seconds = std::chrono::duration<double>(Clock::now() - started_).count();
    if (done <= 0.0 || seconds <= 0.0)
        return {};
    std::string remaining = minutesAndSeconds(seconds * std::max(0.0, items_ - done) / done) + " left";
    if (items_ <= 1.0)
        return remaining; // a rate says nothing of a single thing
    char rate[64];
    std::snprintf(rate, sizeof rate, "%.2g %s/s, ", done / seconds, what_.c_str());
    return rate + remaining;
}

void ProgressLine::showOnTerminal(double done, std::string_view stage) {
    if (lineIsOpen_ && Clock::now() - lastShown_ < kRedrawInterval)
        return;
    lastShown_ = Clock::now();
    lineIsOpen_ = true;
    const auto filled = static_cast<std::size_t>(std::clamp(done / items_, 0.0, 1.0) * kBarWidth);
    const std::string bar = std::string(filled, '#') + std::string(kBarWidth - filled, '.');
    std::fprintf(stderr, "\r\033[K[%s] %3.0f %%  %s  %.*s", bar.c_str(), 100.0 * std::min(1.0, done / items_),
                 rateAndRemaining(done).c_str(), static_cast<int>(stage.size()), stage.data());
    std::fflush(stderr);
}

void ProgressLine::showPlainly(double done) {
    const int tenth = static_cast<int>(std::clamp(done / items_, 0.0, 1.0) * 10.0);
    if (tenth <= lastTenth_)
        return;
    lastTenth_ = tenth;
    std::fprintf(stderr, "%d %% of %.0f %s, %s\n", tenth * 10, items_, what_.c_str(), rateAndRemaining(done).c_str());
}

} // namespace tagscope::cli
