// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/psds.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <set>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

constexpr double kSecondsPerHour = 3600.0;

struct PsdsSpan {
    double onset = 0.0;
    double offset = 0.0;

    [[nodiscard]] double length() const { return offset - onset; }
    [[nodiscard]] double shared(const PsdsSpan &other) const {
        return std::max(0.0, std::min(offset, other.offset) - std::max(onset, other.onset));
    }
};

using EventSpans = std::vector<std::vector<PsdsSpan>>; // of each event

// To a microsecond, so that a share that is met exactly counts as met.
bool isCovered(double shared, double length, double tolerance) {
    constexpr double kMicroseconds = 1e6;
    return std::llround(shared * kMicroseconds) >= std::llround(tolerance * length * kMicroseconds);
}

struct PsdsCounts {
    std::int64_t hits = 0;
    std::int64_t falseOnes = 0;
    std::vector<std::int64_t> cross; // of each event

    explicit PsdsCounts(std::size_t events = 0) : cross(events) {}
    void add(const PsdsCounts &other, std::int64_t sign) {
        hits += sign * other.hits;
        falseOnes += sign * other.falseOnes;
        for (std::size_t k = 0; k < cross.size(); ++k)
            cross[k] += sign * other.cross[k];
    }
};

std::vector<PsdsSpan> detectionsOf(const ScoreSeries &series, std::size_t event, float threshold) {
    std::vector<PsdsSpan> found;
    bool isOpen = false;
    for (std::size_t step = 0; step < series.scores.rows; ++step) {
        const bool isActive = series.scores(step, event) >= threshold;
        if (isActive && !isOpen)
            found.push_back({series.bounds[step], series.bounds[step + 1]});
        else if (isActive)
            found.back().offset = series.bounds[step + 1];
        isOpen = isActive;
    }
    return found;
}

double sharedWith(const PsdsSpan &one, const std::vector<PsdsSpan> &others) {
    double sum = 0.0;
    for (const PsdsSpan &other : others)
        sum += one.shared(other);
    return sum;
}

PsdsCounts countsOf(const std::vector<PsdsSpan> &found, const EventSpans &truth, std::size_t event,
                    const PsdsSettings &settings) {
    PsdsCounts counts(truth.size());
    std::vector<PsdsSpan> relevant;
    for (const PsdsSpan &one : found) {
        if (isCovered(sharedWith(one, truth[event]), one.length(), settings.detectionTolerance)) {
            relevant.push_back(one);
            continue;
        }
        ++counts.falseOnes;
        for (std::size_t k = 0; settings.crossTolerance && k < truth.size(); ++k)
            if (k != event && !truth[k].empty() &&
                isCovered(sharedWith(one, truth[k]), one.length(), *settings.crossTolerance))
                ++counts.cross[k];
    }
    for (const PsdsSpan &region : truth[event])
        if (isCovered(sharedWith(region, relevant), region.length(), settings.truthTolerance))
            ++counts.hits;
    return counts;
}

// A curve that never falls: how many of its regions an event has found at so many false detections an hour.
class PsdsCurve {
public:
    explicit PsdsCurve(std::vector<std::pair<double, double>> points) {
        std::ranges::sort(points);
        for (const auto &[rate, ratio] : points) {
            const double best = ratios_.empty() ? ratio : std::max(ratio, ratios_.back());
            if (!rates_.empty() && rates_.back() == rate) {
                ratios_.back() = best;
                continue;
            }
            rates_.push_back(rate);
            ratios_.push_back(best);
        }
    }

    [[nodiscard]] const std::vector<double> &rates() const { return rates_; }
    // 0 before its first point.
    [[nodiscard]] double at(double rate) const {
        const auto after = std::ranges::upper_bound(rates_, rate);
        return after == rates_.begin() ? 0.0 : ratios_[static_cast<std::size_t>(after - rates_.begin()) - 1];
    }

private:
    std::vector<double> rates_;
    std::vector<double> ratios_;
};

double areaUnder(const std::function<double(double)> &height, std::vector<double> rates, double most) {
    std::erase_if(rates, [most](double rate) { return rate > most; });
    rates.push_back(most);
    std::ranges::sort(rates);
    double area = 0.0;
    for (std::size_t i = 0; i + 1 < rates.size(); ++i)
        area += (rates[i + 1] - rates[i]) * height(rates[i]);
    return area / most;
}

class PsdsWork {
public:
    static Result<PsdsWork> of(const std::vector<DcaseRow> &truth, const std::map<std::string, ScoreSeries> &scores,
                               const PsdsSettings &settings) {
        PsdsWork work(scores, settings);
        for (const DcaseRow &row : truth)
            TAGSCOPE_TRY(work.take(row));
        for (const auto &[clip, series] : scores)
            if (!work.truth_.contains(clip))
                return fail(Error::Kind::Inconsistent, {"formats.predicted_clip_unknown", clip});
        return work;
    }

    [[nodiscard]] PsdsScore score() const {
        PsdsScore score;
        score.events = events();
        score.clips = truth_.size();
        score.hours = seconds_ / kSecondsPerHour;
        std::vector<PsdsCurve> curves;
        std::vector<double> rates;
        for (std::size_t k = 0; k < score.events.size(); ++k) {
            curves.push_back(curveOf(k));
            const PsdsCurve &curve = curves.back();
            rates.insert(rates.end(), curve.rates().begin(), curve.rates().end());
            score.perEvent.push_back(
                areaUnder([&curve](double rate) { return curve.at(rate); }, curve.rates(), settings_.mostFalsePerHour));
        }
        score.area =
            areaUnder([&](double rate) { return effectiveAt(curves, rate); }, rates, settings_.mostFalsePerHour);
        return score;
    }

private:
    PsdsWork(const std::map<std::string, ScoreSeries> &scores, const PsdsSettings &settings)
        : scores_(scores), settings_(settings), regions_(events().size()), lengths_(events().size()) {
        for (const auto &[clip, series] : scores)
            seconds_ += series.bounds.back() - series.bounds.front();
    }

    [[nodiscard]] const std::vector<std::string> &events() const { return scores_.begin()->second.events; }

    Result<void> take(const DcaseRow &row) {
        const std::string clip = std::filesystem::path(row.file).stem().string();
        if (!scores_.contains(clip))
            return fail(Error::Kind::Inconsistent, {"formats.no_scores_of_clip", row.file});
        EventSpans &spans = truth_.try_emplace(clip, events().size()).first->second;
        if (!row.label || row.offset <= row.onset)
            return {};
        const auto event = std::ranges::find(events(), *row.label);
        if (event == events().end())
            return fail(Error::Kind::Inconsistent, {"formats.no_scores_of_event", *row.label});
        const auto k = static_cast<std::size_t>(event - events().begin());
        spans[k].push_back({row.onset.count(), row.offset.count()});
        regions_[k] += 1.0;
        lengths_[k] += spans[k].back().length();
        return {};
    }

    // Thresholds fall from score to score; a clip's counts change only at its own.
    [[nodiscard]] PsdsCurve curveOf(std::size_t event) const {
        std::map<float, PsdsCounts, std::greater<>> changes;
        for (const auto &[clip, series] : scores_) {
            std::set<float, std::greater<>> thresholds;
            for (std::size_t step = 0; step < series.scores.rows; ++step)
                thresholds.insert(series.scores(step, event));
            PsdsCounts before(events().size());
            for (const float threshold : thresholds) {
                PsdsCounts now = countsOf(detectionsOf(series, event, threshold), truth_.at(clip), event, settings_);
                PsdsCounts &change = changes.try_emplace(threshold, events().size()).first->second;
                change.add(now, 1);
                change.add(before, -1);
                before = std::move(now);
            }
        }
        std::vector<std::pair<double, double>> points{{0.0, 0.0}};
        PsdsCounts sum(events().size());
        for (const auto &[threshold, change] : changes) {
            sum.add(change, 1);
            points.emplace_back(rateOf(sum, event), static_cast<double>(sum.hits) / std::max(1.0, regions_[event]));
        }
        return PsdsCurve(std::move(points));
    }

    // False detections an hour, with what cross triggers add.
    [[nodiscard]] double rateOf(const PsdsCounts &counts, std::size_t event) const {
        double cross = 0.0;
        for (std::size_t k = 0; k < counts.cross.size(); ++k)
            if (k != event && counts.cross[k] > 0)
                cross += static_cast<double>(counts.cross[k]) / lengths_[k];
        const double others = std::max(1.0, static_cast<double>(counts.cross.size()) - 1.0);
        return kSecondsPerHour *
               (static_cast<double>(counts.falseOnes) / seconds_ + settings_.costOfCrossTriggers * cross / others);
    }

    // The events' mean, less what they differ.
    [[nodiscard]] double effectiveAt(const std::vector<PsdsCurve> &curves, double rate) const {
        const auto count = static_cast<double>(curves.size());
        double sum = 0.0;
        double squares = 0.0;
        for (const PsdsCurve &curve : curves)
            sum += curve.at(rate);
        for (const PsdsCurve &curve : curves)
            squares += (curve.at(rate) - sum / count) * (curve.at(rate) - sum / count);
        return std::max(0.0, sum / count - settings_.costOfInstability * std::sqrt(squares / count));
    }

    const std::map<std::string, ScoreSeries> &scores_;
    PsdsSettings settings_;
    std::map<std::string, EventSpans> truth_;
    std::vector<double> regions_; // of each event
    std::vector<double> lengths_; // of its regions, s
    double seconds_ = 0.0;
};

Result<void> checkPsdsSettings(const PsdsSettings &settings) {
    const auto isShare = [](double value) { return value > 0.0 && value <= 1.0; };
    const auto isCost = [](double value) { return std::isfinite(value) && value >= 0.0; };
    if (!isShare(settings.detectionTolerance) || !isShare(settings.truthTolerance) ||
        (settings.crossTolerance && !isShare(*settings.crossTolerance)))
        return fail(Error::Kind::Inconsistent, "formats.psds_share");
    if (!isCost(settings.costOfCrossTriggers) || !isCost(settings.costOfInstability) ||
        !isCost(settings.mostFalsePerHour) || settings.mostFalsePerHour <= 0.0)
        return fail(Error::Kind::Inconsistent, "formats.psds_cost");
    return {};
}

} // namespace

PsdsSettings secondPsdsScenario() {
    PsdsSettings settings;
    settings.detectionTolerance = 0.1;
    settings.truthTolerance = 0.1;
    settings.crossTolerance = 0.3;
    settings.costOfCrossTriggers = 0.5;
    return settings;
}

Result<std::map<std::string, ScoreSeries>> readScoreFolder(const std::filesystem::path &folder) {
    std::map<std::string, ScoreSeries> scores;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() != ".tsv")
            continue;
        ScoreSeries series = TAGSCOPE_TRY(readScoreSeries(entry->path()));
        if (!scores.empty() && series.events != scores.begin()->second.events)
            return fail(Error::Kind::Inconsistent,
                        {"formats.scores_of_other_events", entry->path(), scores.begin()->first});
        scores.emplace(entry->path().stem().string(), std::move(series));
    }
    if (error || scores.empty())
        return fail(error ? Error::Kind::Unreadable : Error::Kind::Inconsistent, {"formats.no_score_tables", folder},
                    error ? error.message() : std::string());
    return scores;
}

Result<PsdsScore> scorePsds(const std::vector<DcaseRow> &truth, const std::map<std::string, ScoreSeries> &scores,
                            const PsdsSettings &settings) {
    TAGSCOPE_TRY(checkPsdsSettings(settings));
    if (scores.empty())
        return fail(Error::Kind::Inconsistent, {"formats.no_score_tables", std::filesystem::path()});
    const PsdsWork work = TAGSCOPE_TRY(PsdsWork::of(truth, scores, settings));
    return work.score();
}

} // namespace tagscope
