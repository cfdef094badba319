// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/verdict_summary.h"

#include <algorithm>
#include <set>

namespace tagscope {

Ratings ratingsOf(const std::vector<Verdict> &standing, std::optional<AuditStage> stage) {
    std::vector<Verdict> verdicts = stage ? standing : finalVerdicts(standing);
    std::erase_if(verdicts, [stage](const Verdict &verdict) {
        return !verdict.value || (stage ? verdict.stage != *stage : isAdjudication(verdict));
    });
    std::set<AuditedPair> pairs;
    std::set<std::string> annotators;
    for (const Verdict &verdict : verdicts) {
        pairs.insert(pairOf(verdict));
        annotators.insert(verdict.annotator);
    }
    Ratings ratings;
    ratings.pairs.assign(pairs.begin(), pairs.end());
    ratings.annotators.assign(annotators.begin(), annotators.end());
    ratings.table = RatingTable(ratings.pairs.size(), ratings.annotators.size());
    for (const Verdict &verdict : verdicts) {
        const auto row = std::lower_bound(ratings.pairs.begin(), ratings.pairs.end(), pairOf(verdict));
        const auto column = std::lower_bound(ratings.annotators.begin(), ratings.annotators.end(), verdict.annotator);
        ratings.table(static_cast<std::size_t>(row - ratings.pairs.begin()),
                      static_cast<std::size_t>(column - ratings.annotators.begin())) = static_cast<int>(*verdict.value);
    }
    return ratings;
}

RatingTable audibleRatings(const RatingTable &verdicts) {
    RatingTable audible = verdicts;
    for (int &value : audible.values)
        if (value >= 0)
            value = isAudible(static_cast<VerdictValue>(value)).has_value()
                        ? (*isAudible(static_cast<VerdictValue>(value)) ? 1 : 0)
                        : -1;
    return audible;
}

RatingTable ofEvent(const Ratings &ratings, int event) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < ratings.pairs.size(); ++i)
        if (ratings.pairs[i].second == event)
            rows.push_back(i);
    RatingTable table(rows.size(), ratings.table.annotators);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t a = 0; a < table.annotators; ++a)
            table(i, a) = ratings.table(rows[i], a);
    return table;
}

std::vector<Disagreement> disagreementsIn(const std::vector<Verdict> &standing) {
    std::vector<Disagreement> disagreements;
    for (auto &[pair, verdicts] : finalVerdictsByPair(standing)) {
        Disagreement disagreement{pair, verdicts, std::nullopt, false};
        disagreement.adjudication = takeAdjudication(disagreement.verdicts);
        const std::vector<Verdict> &said = disagreement.verdicts;
        const bool differ = std::any_of(said.begin(), said.end(),
                                        [&said](const Verdict &verdict) { return verdict.value != said[0].value; });
        if (!differ)
            continue;
        std::set<bool> heard;
        for (const Verdict &verdict : said)
            if (const std::optional<bool> audible = isAudible(*verdict.value))
                heard.insert(*audible);
        disagreement.isAboutSound = heard.size() > 1;
        disagreements.push_back(std::move(disagreement));
    }
    return disagreements;
}

} // namespace tagscope
