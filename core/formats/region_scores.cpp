// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/region_scores.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace tagscope {
namespace {

struct Span {
    double onset = 0.0;
    double offset = 0.0;
};

// Of a clip and an event.
struct SpanPair {
    std::vector<Span> truth;
    std::vector<Span> found;
};

// Both lists by clip and by event.
class RegionTables {
public:
    [[nodiscard]] static Result<RegionTables> of(const std::vector<DcaseRow> &truth,
                                                 const std::vector<DcaseRow> &found) {
        RegionTables tables;
        for (const DcaseRow &row : truth)
            tables.clips_[row.file];
        for (const DcaseRow &row : truth)
            tables.add(row, &SpanPair::truth);
        for (const DcaseRow &row : found) {
            if (!tables.clips_.contains(row.file))
                return fail(Error::Kind::Inconsistent, {"formats.predicted_clip_unknown", row.file});
            tables.add(row, &SpanPair::found);
        }
        return tables;
    }

    [[nodiscard]] const std::vector<std::string> &events() const { return events_; }
    using ByEvent = std::map<std::size_t, SpanPair>;
    [[nodiscard]] const std::map<std::string, ByEvent> &clips() const { return clips_; }

private:
    void add(const DcaseRow &row, std::vector<Span> SpanPair::*list) {
        if (!row.label || row.offset <= Seconds(0))
            return;
        const auto [place, isNew] = numbers_.emplace(*row.label, events_.size());
        if (isNew)
            events_.push_back(*row.label);
        (clips_[row.file][place->second].*list).push_back({row.onset.count(), row.offset.count()});
    }

    std::vector<std::string> events_;
    std::map<std::string, std::size_t> numbers_;
    std::map<std::string, ByEvent> clips_;
};

RegionScore emptyScore(const RegionTables &tables) {
    RegionScore score;
    score.events = tables.events();
    score.perEvent.resize(score.events.size());
    score.clips = tables.clips().size();
    return score;
}

void sumUp(RegionScore &score) {
    score.micro = total(score.perEvent);
    score.macroF1 = macroF1(score.perEvent);
}

std::set<std::int64_t> segmentsOf(const std::vector<Span> &spans, double segment) {
    std::set<std::int64_t> active;
    for (const Span &span : spans) {
        const auto end = static_cast<std::int64_t>(std::ceil(span.offset / segment));
        for (auto i = static_cast<std::int64_t>(std::floor(span.onset / segment)); i < end; ++i)
            active.insert(i);
    }
    return active;
}

struct SegmentCounts {
    std::int64_t truth = 0;
    std::int64_t found = 0;
    std::int64_t both = 0;
};

void countSegments(const RegionTables::ByEvent &clip, double segment, RegionScore &score) {
    std::map<std::int64_t, SegmentCounts> counts;
    for (const auto &[event, spans] : clip) {
        const std::set<std::int64_t> truth = segmentsOf(spans.truth, segment);
        const std::set<std::int64_t> found = segmentsOf(spans.found, segment);
        for (const std::int64_t i : truth) {
            const bool isBoth = found.contains(i);
            ++(isBoth ? score.perEvent[event].truePositives : score.perEvent[event].falseNegatives);
            ++counts[i].truth;
            counts[i].both += isBoth ? 1 : 0;
        }
        for (const std::int64_t i : found) {
            score.perEvent[event].falsePositives += truth.contains(i) ? 0 : 1;
            ++counts[i].found;
        }
    }
    for (const auto &[i, one] : counts) {
        score.substitutions += std::min(one.truth, one.found) - one.both;
        score.deletions += std::max<std::int64_t>(0, one.truth - one.found);
        score.insertions += std::max<std::int64_t>(0, one.found - one.truth);
    }
}

bool isMet(const Span &truth, const Span &found, const RegionCollar &collar) {
    const double offsetCollar = std::max(collar.offset.count(), collar.shareOfLength * (truth.offset - truth.onset));
    return std::abs(truth.onset - found.onset) <= collar.onset.count() &&
           std::abs(truth.offset - found.offset) <= offsetCollar;
}

// The greatest number of pairs, by augmenting paths (Kuhn).
class Matching {
public:
    Matching(const SpanPair &spans, const RegionCollar &collar)
        : spans_(spans), collar_(collar), truthOf_(spans.found.size(), spans.truth.size()) {}

    [[nodiscard]] std::int64_t pairs() {
        std::int64_t count = 0;
        for (std::size_t i = 0; i < spans_.truth.size(); ++i) {
            isTried_.assign(spans_.found.size(), false);
            count += canBeMet(i) ? 1 : 0;
        }
        return count;
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): as deep as there are regions of an event in a clip
    bool canBeMet(std::size_t truth) {
        for (std::size_t j = 0; j < spans_.found.size(); ++j) {
            if (isTried_[j] || !isMet(spans_.truth[truth], spans_.found[j], collar_))
                continue;
            isTried_[j] = true;
            if (truthOf_[j] == spans_.truth.size() || canBeMet(truthOf_[j])) {
                truthOf_[j] = truth;
                return true;
            }
        }
        return false;
    }

    const SpanPair &spans_;
    const RegionCollar &collar_;
    std::vector<std::size_t> truthOf_; // of each found one; as many as there are: none
    std::vector<bool> isTried_;
};

} // namespace

Result<RegionScore> scoreSegments(const std::vector<DcaseRow> &truth, const std::vector<DcaseRow> &found,
                                  Seconds segment) {
    const RegionTables tables = TAGSCOPE_TRY(RegionTables::of(truth, found));
    RegionScore score = emptyScore(tables);
    for (const auto &[name, clip] : tables.clips())
        countSegments(clip, segment.count(), score);
    sumUp(score);
    const std::int64_t active = score.micro.truePositives + score.micro.falseNegatives;
    const std::int64_t errors = score.substitutions + score.deletions + score.insertions;
    score.errorRate = active == 0 ? 0.0 : static_cast<double>(errors) / static_cast<double>(active);
    return score;
}

Result<RegionScore> scoreRegions(const std::vector<DcaseRow> &truth, const std::vector<DcaseRow> &found,
                                 const RegionCollar &collar) {
    const RegionTables tables = TAGSCOPE_TRY(RegionTables::of(truth, found));
    RegionScore score = emptyScore(tables);
    for (const auto &[name, clip] : tables.clips()) {
        for (const auto &[event, spans] : clip) {
            const std::int64_t met = Matching(spans, collar).pairs();
            score.perEvent[event] += Counts{met, static_cast<std::int64_t>(spans.found.size()) - met,
                                            static_cast<std::int64_t>(spans.truth.size()) - met};
        }
    }
    sumUp(score);
    return score;
}

} // namespace tagscope
