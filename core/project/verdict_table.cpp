// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/verdict_table.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <tuple>

namespace tagscope {
namespace {

constexpr std::array<std::string_view, kVerdictValues> kValueNames{"audible", "visible", "both", "neither", "unsure"};
constexpr std::array<std::string_view, kAuditStages> kStageNames{"sound", "pictures", "model-output", "adjudicated"};

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N> &names, std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? std::nullopt : std::optional(static_cast<Enum>(at - names.begin()));
}

auto annotatedPairOf(const Verdict &verdict) {
    return std::tie(verdict.clip, verdict.event, verdict.stage, verdict.annotator);
}

} // namespace

std::string_view nameOf(VerdictValue value) {
    return kValueNames.at(static_cast<std::size_t>(value));
}

std::string_view nameOf(AuditStage stage) {
    return kStageNames.at(static_cast<std::size_t>(stage));
}

std::optional<VerdictValue> verdictNamed(std::string_view name) {
    return named<VerdictValue>(kValueNames, name);
}

std::optional<AuditStage> stageNamed(std::string_view name) {
    return named<AuditStage>(kStageNames, name);
}

std::optional<bool> isAudible(VerdictValue value) {
    if (value == VerdictValue::Unsure)
        return std::nullopt;
    return value == VerdictValue::Audible || value == VerdictValue::Both;
}

std::optional<bool> isVisible(VerdictValue value) {
    if (value == VerdictValue::Unsure)
        return std::nullopt;
    return value == VerdictValue::Visible || value == VerdictValue::Both;
}

std::vector<Verdict> standingVerdicts(std::vector<Verdict> history) {
    std::stable_sort(history.begin(), history.end(), [](const Verdict &a, const Verdict &b) {
        return std::tuple_cat(annotatedPairOf(a), std::tie(a.time)) <
               std::tuple_cat(annotatedPairOf(b), std::tie(b.time));
    });
    std::vector<Verdict> standing;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const bool isLast = i + 1 == history.size() || annotatedPairOf(history[i]) != annotatedPairOf(history[i + 1]);
        if (isLast && history[i].value)
            standing.push_back(std::move(history[i]));
    }
    return standing;
}

std::string isoTime(std::int64_t microseconds) {
    const std::time_t seconds = microseconds / 1'000'000;
    std::tm parts{};
    if (::gmtime_r(&seconds, &parts) == nullptr)
        return {};
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", parts.tm_year + 1900,
                  parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                  static_cast<int>(microseconds % 1'000'000));
    return text.data();
}

std::optional<std::int64_t> microsecondsOf(std::string_view isoTime) {
    std::tm parts{};
    int fraction = 0;
    int read = 0;
    const std::string text(isoTime);
    if (std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d.%6dZ%n", &parts.tm_year, &parts.tm_mon, &parts.tm_mday,
                    &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &fraction, &read) != 7)
        return std::nullopt;
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    const std::int64_t seconds = ::timegm(&parts);
    const std::int64_t time = seconds * 1'000'000 + fraction;
    // Only what is written again as it was read is a time.
    return tagscope::isoTime(time) == isoTime ? std::optional(time) : std::nullopt;
}

std::int64_t nowInMicroseconds() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

} // namespace tagscope
