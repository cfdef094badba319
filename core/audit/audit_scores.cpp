// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_scores.h"

#include "core/base/try.h"
#include "core/fusion/absent_score.h"
#include "core/fusion/calibrated_fusion.h"
#include "core/fusion/random_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace tagscope {
namespace {

constexpr std::size_t kStrata = 5; // of â, in each event

struct OrderText {
    std::string_view name;
    std::string_view formula;
};

constexpr std::string_view kUnlike = "1 - percentile of a without the label";
constexpr std::string_view kLike = "percentile of a with the label";
constexpr std::array<OrderText, kQueueOrders> kOrders{
    {{"label-wrong", kUnlike},
     {"seen-not-heard", "(1 - percentile of a) · percentile of v, without the label"},
     {"heard-not-labelled", "percentile of a · percentile of v, with the label"},
     {"uncertain", "1 - |2 â - 1|"},
     {"stratified", "in turn from each event's fifths of â"},
     {"random", "in random order"}}};

// Row after row, those of `rows` only.
Matrix rowsOf(const Matrix &table, const std::vector<std::size_t> &rows) {
    Matrix chosen(rows.size(), table.columns);
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::copy(table.row(rows[i]).begin(), table.row(rows[i]).end(), chosen.row(i).begin());
    return chosen;
}

BinaryTable rowsOf(const BinaryTable &table, const std::vector<std::size_t> &rows) {
    BinaryTable chosen(rows.size(), table.events);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t k = 0; k < table.events; ++k)
            chosen(i, k) = table(rows[i], k);
    return chosen;
}

bool hasAudio(const Matrix &audio, std::size_t clip) {
    return audio.columns > 0 && !std::isnan(audio(clip, 0));
}

bool isAbout(QueueOrder order, bool isLabelled) {
    if (order == QueueOrder::Uncertain)
        return true;
    return order == QueueOrder::HeardNotLabelled ? !isLabelled : isLabelled;
}

std::vector<bool> clipsAbout(const AuditScores &scores, QueueOrder order, std::size_t event) {
    std::vector<bool> chosen(scores.labels.clips);
    for (std::size_t i = 0; i < chosen.size(); ++i)
        chosen[i] = isAbout(order, scores.labels(i, event) != 0);
    return chosen;
}

std::vector<float> sortedNumbers(const Matrix &values, std::size_t column, const std::vector<bool> &isChosen) {
    std::vector<float> sorted;
    for (std::size_t i = 0; i < values.rows; ++i)
        if (isChosen[i] && !std::isnan(values(i, column)))
            sorted.push_back(values(i, column));
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

// Equal ones count half.
double numbersBelow(const std::vector<float> &sorted, float value) {
    const auto [from, to] = std::equal_range(sorted.begin(), sorted.end(), value);
    return static_cast<double>(from - sorted.begin()) + static_cast<double>(to - from) / 2.0;
}

// 1 for all where no clip of an event has a v.
std::vector<double> videoShares(const Matrix &video, std::size_t event, const std::vector<bool> &isReference) {
    std::vector<double> shares = percentilesAmong(video, event, isReference);
    const bool isKnown = std::any_of(shares.begin(), shares.end(), [](double share) { return !std::isnan(share); });
    for (double &share : shares)
        if (std::isnan(share))
            share = isKnown ? 0.5 : 1.0;
    return shares;
}

// Of an event, one a clip; NaN where there is no audio probability.
std::vector<double> valuesOf(const AuditScores &scores, QueueOrder order, std::size_t event) {
    std::vector<double> values(scores.labels.clips);
    if (order == QueueOrder::Uncertain) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = 1.0 - std::abs(2.0 * static_cast<double>(scores.audio(i, event)) - 1.0);
        return values;
    }
    std::vector<bool> isReference = clipsAbout(scores, order, event);
    isReference.flip();
    const std::vector<double> audio = percentilesAmong(scores.sound(), event, isReference);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = order == QueueOrder::HeardNotLabelled ? audio[i] : 1.0 - audio[i];
    if (!takesVideo(order) || scores.video.columns == 0)
        return values;
    const std::vector<double> video = videoShares(scores.video, event, isReference);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] *= video[i];
    return values;
}

std::vector<ScoredPair> byFormula(const AuditScores &scores, QueueOrder order) {
    std::vector<ScoredPair> pairs;
    for (std::size_t k = 0; k < scores.labels.events; ++k) {
        const std::vector<double> values = valuesOf(scores, order, k);
        for (std::size_t i = 0; i < values.size(); ++i)
            if (isAbout(order, scores.labels(i, k) != 0) && !std::isnan(values[i]))
                pairs.push_back({i, k, values[i]});
    }
    const auto doubtOf = [&scores, order](const ScoredPair &pair) {
        const float audio = scores.audio(pair.clip, pair.event);
        if (std::isnan(audio))
            return 0.0F;
        return order == QueueOrder::HeardNotLabelled ? audio : -audio;
    };
    std::sort(pairs.begin(), pairs.end(), [&doubtOf](const ScoredPair &a, const ScoredPair &b) {
        if (a.value != b.value)
            return a.value > b.value;
        if (const float ofA = doubtOf(a), ofB = doubtOf(b); ofA != ofB)
            return ofA > ofB;
        return std::pair(a.clip, a.event) < std::pair(b.clip, b.event);
    });
    return pairs;
}

std::vector<ScoredPair> inRandomOrder(const AuditScores &scores, std::mt19937_64 &random) {
    std::vector<ScoredPair> pairs;
    for (std::size_t i = 0; i < scores.labels.clips; ++i)
        for (std::size_t k = 0; k < scores.labels.events; ++k)
            if (scores.labels(i, k) != 0)
                pairs.push_back({i, k, 0.0});
    shuffle(pairs, random);
    return pairs;
}

// One pair of each stratum in turn, while there are any. A pair without â is in the lowest fifth.
std::vector<ScoredPair> inStrata(const AuditScores &scores, std::mt19937_64 &random) {
    std::vector<std::vector<ScoredPair>> strata(scores.labels.events * kStrata);
    std::vector<std::vector<double>> audio(scores.labels.events);
    for (std::size_t k = 0; k < scores.labels.events; ++k)
        audio[k] = percentiles(scores.audio, k, clipsAbout(scores, QueueOrder::Stratified, k));
    for (const ScoredPair &pair : inRandomOrder(scores, random)) {
        const double percentile = audio[pair.event][pair.clip];
        const auto fifth = std::isnan(percentile) ? std::size_t{0} : static_cast<std::size_t>(percentile * kStrata);
        strata[pair.event * kStrata + std::min(fifth, kStrata - 1)].push_back(pair);
    }
    std::vector<ScoredPair> pairs;
    for (std::size_t round = 0;; ++round) {
        const std::size_t before = pairs.size();
        for (const std::vector<ScoredPair> &stratum : strata)
            if (round < stratum.size())
                pairs.push_back(stratum[round]);
        if (pairs.size() == before)
            return pairs;
    }
}

} // namespace

std::string_view nameOf(QueueOrder order) {
    return kOrders.at(static_cast<std::size_t>(order)).name;
}

std::string_view formulaOf(QueueOrder order, bool hasVideo) {
    if (!hasVideo && takesVideo(order))
        return order == QueueOrder::HeardNotLabelled ? kLike : kUnlike;
    return kOrders.at(static_cast<std::size_t>(order)).formula;
}

bool takesVideo(QueueOrder order) {
    return order == QueueOrder::SeenNotHeard || order == QueueOrder::HeardNotLabelled;
}

std::optional<QueueOrder> queueOrderNamed(std::string_view name) {
    const auto at =
        std::find_if(kOrders.begin(), kOrders.end(), [name](const OrderText &order) { return order.name == name; });
    return at == kOrders.end() ? std::nullopt : std::optional(static_cast<QueueOrder>(at - kOrders.begin()));
}

Result<Matrix> calibratedOutOfFold(const Matrix &audio, const BinaryTable &labels, const CalibrationFolds &options,
                                   std::stop_token stop) {
    if (audio.rows != labels.clips || audio.columns != labels.events)
        return fail(Error::Kind::Inconsistent, "audit.other_clips_or_events");
    std::vector<std::size_t> clips;
    for (std::size_t i = 0; i < audio.rows; ++i)
        if (hasAudio(audio, i))
            clips.push_back(i);
    const auto folds = static_cast<std::size_t>(std::max(options.folds, 0));
    if (folds < 2 || clips.size() < folds)
        return fail(Error::Kind::Inconsistent, {"audit.number_of_folds", options.folds, clips.size()});
    std::mt19937_64 random(options.seed);
    shuffle(clips, random);

    Matrix calibratedAudio(audio.rows, audio.columns, kAbsentScore);
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<std::size_t> inside;
        std::vector<std::size_t> outside;
        for (std::size_t i = 0; i < clips.size(); ++i)
            (i % folds == fold ? inside : outside).push_back(clips[i]);
        const Matrix fitted = rowsOf(audio, outside);
        const Matrix noVideo(outside.size(), audio.columns, kAbsentScore);
        const TunedCalibration tuned =
            TAGSCOPE_TRY(tuneCalibrated(fitted, noVideo, rowsOf(labels, outside), kRidge, {}, stop));
        const Matrix said =
            calibrated(tuned.fusion, rowsOf(audio, inside), Matrix(inside.size(), audio.columns, kAbsentScore));
        for (std::size_t i = 0; i < inside.size(); ++i)
            std::copy(said.row(i).begin(), said.row(i).end(), calibratedAudio.row(inside[i]).begin());
    }
    return calibratedAudio;
}

std::vector<double> percentiles(const Matrix &values, std::size_t column, const std::vector<bool> &isChosen) {
    const std::vector<float> sorted = sortedNumbers(values, column, isChosen);
    std::vector<double> shares(values.rows, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < values.rows; ++i)
        if (isChosen[i] && !std::isnan(values(i, column)))
            shares[i] = numbersBelow(sorted, values(i, column)) / static_cast<double>(sorted.size());
    return shares;
}

std::vector<double> percentilesAmong(const Matrix &values, std::size_t column, const std::vector<bool> &isReference) {
    const std::vector<float> sorted = sortedNumbers(values, column, isReference);
    std::vector<double> shares(values.rows, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < values.rows; ++i)
        if (!std::isnan(values(i, column)))
            shares[i] = (numbersBelow(sorted, values(i, column)) + 0.5) / (static_cast<double>(sorted.size()) + 1.0);
    return shares;
}

std::vector<ScoredPair> orderedPairs(const AuditScores &scores, QueueOrder order, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    switch (order) {
    case QueueOrder::Stratified:
        return inStrata(scores, random);
    case QueueOrder::Random:
        return inRandomOrder(scores, random);
    default:
        return byFormula(scores, order);
    }
}

} // namespace tagscope
