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

struct ValueOfAnswers {
    std::string_view name;
    Answers answers;
};
constexpr std::array<ValueOfAnswers, kAllVerdictValues> kValues{{
    {"audible", {AuditAnswer::Yes, AuditAnswer::No}},
    {"visible", {AuditAnswer::No, AuditAnswer::Yes}},
    {"both", {AuditAnswer::Yes, AuditAnswer::Yes}},
    {"neither", {AuditAnswer::No, AuditAnswer::No}},
    {"unsure", {AuditAnswer::Unsure, AuditAnswer::Unsure}},
    {"heard", {AuditAnswer::Yes, std::nullopt}},
    {"not heard", {AuditAnswer::No, std::nullopt}},
    {"unsure whether heard", {AuditAnswer::Unsure, std::nullopt}},
    {"seen", {std::nullopt, AuditAnswer::Yes}},
    {"not seen", {std::nullopt, AuditAnswer::No}},
    {"unsure whether seen", {std::nullopt, AuditAnswer::Unsure}},
    {"heard, unsure whether seen", {AuditAnswer::Yes, AuditAnswer::Unsure}},
    {"not heard, unsure whether seen", {AuditAnswer::No, AuditAnswer::Unsure}},
    {"seen, unsure whether heard", {AuditAnswer::Unsure, AuditAnswer::Yes}},
    {"not seen, unsure whether heard", {AuditAnswer::Unsure, AuditAnswer::No}},
}};
constexpr std::array<std::string_view, 3> kAnswerNames{"no", "yes", "unsure"};
constexpr std::array<std::string_view, kAuditStages> kStageNames{"sound", "pictures", "model-output", "adjudicated"};

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N> &names, std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? std::nullopt : std::optional(static_cast<Enum>(at - names.begin()));
}

auto annotatedPairOf(const Verdict &verdict) {
    return std::tie(verdict.clip, verdict.event, verdict.stage, verdict.annotator);
}

// ".123456" in microseconds, of any number of digits; taken off. 0 where there is none.
std::optional<std::int64_t> fractionIn(std::string_view &rest) {
    if (rest.empty() || (rest.front() != '.' && rest.front() != ','))
        return 0;
    rest.remove_prefix(1);
    std::int64_t fraction = 0;
    std::size_t digits = 0;
    for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; rest.remove_prefix(1), ++digits)
        if (digits < 6)
            fraction = fraction * 10 + (rest.front() - '0');
    for (std::size_t i = digits; i < 6; ++i)
        fraction *= 10;
    return digits == 0 ? std::nullopt : std::optional(fraction);
}

// Seconds east of Greenwich: "Z", "+01:00", "+0100", or nothing, which is UTC too.
std::optional<std::int64_t> zoneIn(std::string_view rest) {
    if (rest.empty() || rest == "Z" || rest == "z")
        return 0;
    const std::string text(rest.substr(1));
    int hours = 0;
    int minutes = 0;
    int read = 0;
    const bool hasColon = rest.size() == 6 && rest[3] == ':'; // "+01:00", or "+0100"
    const bool isSigned = (rest.front() == '+' || rest.front() == '-') && (hasColon || rest.size() == 5);
    const bool isRead = std::sscanf(text.c_str(), hasColon ? "%2d:%2d%n" : "%2d%2d%n", &hours, &minutes, &read) == 2;
    if (!isSigned || !isRead || static_cast<std::size_t>(read) != text.size() || hours < 0 || hours > 14 ||
        minutes < 0 || minutes > 59)
        return std::nullopt;
    return (rest.front() == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

} // namespace

std::string_view nameOf(VerdictValue value) {
    return kValues.at(static_cast<std::size_t>(value)).name;
}

std::string_view nameOf(AuditAnswer answer) {
    return kAnswerNames.at(static_cast<std::size_t>(answer));
}

std::string_view nameOf(AuditStage stage) {
    return kStageNames.at(static_cast<std::size_t>(stage));
}

std::optional<VerdictValue> verdictNamed(std::string_view name) {
    const auto at = std::ranges::find(kValues, name, &ValueOfAnswers::name);
    return at == kValues.end() ? std::nullopt : std::optional(static_cast<VerdictValue>(at - kValues.begin()));
}

std::optional<AuditStage> stageNamed(std::string_view name) {
    return named<AuditStage>(kStageNames, name);
}

std::optional<AuditAnswer> answerNamed(std::string_view name) {
    return named<AuditAnswer>(kAnswerNames, name);
}

Answers answersIn(VerdictValue value) {
    return kValues.at(static_cast<std::size_t>(value)).answers;
}

std::optional<VerdictValue> valueFor(const Answers &answers) {
    const auto at = std::ranges::find(kValues, answers, &ValueOfAnswers::answers);
    return at == kValues.end() ? std::nullopt : std::optional(static_cast<VerdictValue>(at - kValues.begin()));
}

std::optional<bool> saidIn(std::optional<AuditAnswer> answer) {
    return answer && *answer != AuditAnswer::Unsure ? std::optional(*answer == AuditAnswer::Yes) : std::nullopt;
}

Answers answersOf(const Verdict &verdict) {
    Answers answers = verdict.value ? answersIn(*verdict.value) : Answers();
    if (verdict.stage == AuditStage::Sound)
        answers.seen.reset();
    return answers;
}

std::optional<bool> isAudible(VerdictValue value) {
    return saidIn(answersIn(value).heard);
}

std::optional<bool> isVisible(VerdictValue value) {
    return saidIn(answersIn(value).seen);
}

std::vector<Verdict> standingVerdicts(std::vector<Verdict> history) {
    std::stable_sort(history.begin(), history.end(), [](const Verdict &a, const Verdict &b) {
        return std::tuple_cat(annotatedPairOf(a), std::tie(a.time, a.value, a.note)) <
               std::tuple_cat(annotatedPairOf(b), std::tie(b.time, b.value, b.note));
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
    int read = 0;
    const std::string text(isoTime);
    const auto isFullyRead = [&text, &read](int at) {
        return read == at && static_cast<std::size_t>(at) <= text.size();
    };
    if (std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &parts.tm_year, &parts.tm_mon, &parts.tm_mday, &read) != 3 ||
        !isFullyRead(10))
        return std::nullopt;
    std::string_view rest = std::string_view(text).substr(10);
    int seconds = 0;
    if (!rest.empty() && (rest.front() == 'T' || rest.front() == ' ')) {
        if (std::sscanf(text.c_str() + 11, "%2d:%2d:%2d%n", &parts.tm_hour, &parts.tm_min, &seconds, &read) != 3 ||
            read != 8)
            return std::nullopt;
        rest.remove_prefix(9);
    }
    parts.tm_sec = seconds;
    const std::optional<std::int64_t> fraction = fractionIn(rest);
    const std::optional<std::int64_t> zone = fraction ? zoneIn(rest) : std::nullopt;
    if (!zone)
        return std::nullopt;
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    const std::tm asked = parts;
    const std::int64_t time = ::timegm(&parts); // which turns what no calendar has into another day
    if (parts.tm_mon != asked.tm_mon || parts.tm_mday != asked.tm_mday || parts.tm_hour != asked.tm_hour ||
        parts.tm_min != asked.tm_min || parts.tm_sec != asked.tm_sec)
        return std::nullopt;
    return (time - *zone) * 1'000'000 + *fraction;
}

std::int64_t nowInMicroseconds() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

} // namespace tagscope
