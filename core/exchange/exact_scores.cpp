// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exact_scores.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/formats/score_values.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string_view>

namespace tagscope {
namespace {

static_assert(std::endian::native == std::endian::little, "exact scores are stored as little-endian float64");

constexpr std::string_view kBase64Digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"; // RFC 4648

std::string exactSetting(const ScoreSource &source) {
    return std::string("exact.") + (source.branch == Branch::Audio ? "audio." : "video.") + source.name;
}

std::string base64Of(const std::vector<double> &values) {
    std::string bytes(values.size() * sizeof(double), '\0');
    std::memcpy(bytes.data(), values.data(), bytes.size());
    std::string text;
    text.reserve(bytes.size() / 3 * 4 + 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k)
            three = three << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k > bytes.size() ? '=' : kBase64Digits[three >> (18U - 6U * k) & 63U];
    }
    return text;
}

// Nothing where the text is not that of `count` doubles.
std::optional<std::vector<double>> doublesIn(std::string_view text, std::size_t count) {
    const std::size_t size = count * sizeof(double);
    if (text.size() != (size + 2) / 3 * 4)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(size + 2);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const std::size_t digit = text[i + k] == '=' ? 0 : kBase64Digits.find(text[i + k]);
            if (digit == std::string_view::npos)
                return std::nullopt;
            three = three << 6U | static_cast<std::uint32_t>(digit);
        }
        for (const unsigned shift : {16U, 8U, 0U})
            bytes += static_cast<char>(three >> shift & 255U);
    }
    std::vector<double> values(count);
    std::memcpy(values.data(), bytes.data(), size);
    return values;
}

ExactScores readExact(const nlohmann::json &document) {
    ExactScores scores{document.at("events"), document.at("clips"), {}};
    constexpr std::size_t kMost = std::size_t{1} << 31U; // more no setting can hold
    if (!std::ranges::is_sorted(scores.clips) || scores.clips.size() * scores.events.size() > kMost)
        return {};
    scores.values =
        doublesIn(document.at("float64").get_ref<const std::string &>(), scores.clips.size() * scores.events.size())
            .value_or(std::vector<double>());
    if (!std::ranges::all_of(scores.values, isInUnitInterval))
        scores.values.clear();
    return scores;
}

} // namespace

std::optional<std::size_t> ExactScores::rowOf(ClipId clip) const {
    const auto row = std::ranges::lower_bound(clips, clip);
    return row != clips.end() && *row == clip ? std::optional(static_cast<std::size_t>(row - clips.begin()))
                                              : std::nullopt;
}

std::optional<std::size_t> ExactScores::columnOf(const std::string &event) const {
    const auto column = std::ranges::find(events, event);
    return column != events.end() ? std::optional(static_cast<std::size_t>(column - events.begin())) : std::nullopt;
}

Result<void> keepExactScores(Project &project, const ScoreSource &source, const ExactScores &scores) {
    const std::string key = exactSetting(source);
    if (std::ranges::all_of(scores.values,
                            [](double value) { return static_cast<double>(keptProbability(value)) == value; })) {
        const std::optional<std::string> before = TAGSCOPE_TRY(project.setting(key));
        return before ? project.setSetting(key, "null") : Result<void>();
    }
    const nlohmann::ordered_json document{
        {"events", scores.events}, {"clips", scores.clips}, {"float64", base64Of(scores.values)}};
    return project.setSetting(key, document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

Result<ExactScores> exactScores(const Project &project, const ScoreSource &source) {
    const std::optional<std::string> text = TAGSCOPE_TRY(project.setting(exactSetting(source)));
    if (!text)
        return ExactScores{};
    const nlohmann::json document = foreignJson(*text);
    if (document.is_null())
        return ExactScores{};
    try {
        ExactScores scores = readExact(document);
        if (!scores.values.empty())
            return scores;
    } catch (const nlohmann::json::exception &) {
        // said below, as of a text that is not what it says
    }
    return fail(Error::Kind::Malformed, {"exchange.exact_scores", source.name});
}

} // namespace tagscope
