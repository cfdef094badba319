// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/verdict_summary.h"

#include <algorithm>
#include <functional>
#include <set>

namespace tagscope {
namespace {

Ratings ratingsBy(const std::vector<Verdict> &standing, const VerdictChoice &choice,
                  const std::function<std::optional<int>(const Verdict &)> &ratingIn) {
    std::vector<Verdict> verdicts = choice.stage ? standing : finalVerdicts(standing);
    std::erase_if(verdicts, [&](const Verdict &verdict) {
        return !choice.takes(verdict) || isAdjudication(verdict) || !ratingIn(verdict);
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
                      static_cast<std::size_t>(column - ratings.annotators.begin())) = *ratingIn(verdict);
    }
    return ratings;
}

std::set<AuditAnswer> answersOn(VoteAxis axis, const std::vector<Verdict> &verdicts) {
    std::set<AuditAnswer> answers;
    for (const Verdict &verdict : verdicts)
        if (const std::optional<AuditAnswer> answer = answerOn(axis, verdict))
            answers.insert(*answer);
    return answers;
}

} // namespace

Ratings ratingsOn(VoteAxis axis, const std::vector<Verdict> &standing, const VerdictChoice &choice) {
    return ratingsBy(standing, choice, [axis](const Verdict &verdict) {
        const std::optional<bool> said = saidOn(axis, verdict);
        return said ? std::optional(*said ? 1 : 0) : std::nullopt;
    });
}

Ratings ratingsOf(const std::vector<Verdict> &standing, const VerdictChoice &choice) {
    return ratingsBy(standing, choice, [](const Verdict &verdict) {
        const std::optional<VerdictValue> value = valueFor(answersOf(verdict));
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    });
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

std::vector<Disagreement> disagreementsIn(const std::vector<Verdict> &standing, const VerdictChoice &choice) {
    std::vector<Verdict> chosen = standing;
    std::erase_if(chosen,
                  [&choice](const Verdict &verdict) { return !choice.takes(verdict) && !isAdjudication(verdict); });
    std::vector<Disagreement> disagreements;
    for (auto &[pair, verdicts] : finalVerdictsByPair(chosen)) {
        Disagreement disagreement{pair, verdicts, std::nullopt, false, false};
        disagreement.adjudication = takeAdjudication(disagreement.verdicts);
        const std::set<AuditAnswer> heard = answersOn(VoteAxis::Heard, disagreement.verdicts);
        const std::set<AuditAnswer> seen = answersOn(VoteAxis::Seen, disagreement.verdicts);
        if (heard.size() < 2 && seen.size() < 2)
            continue;
        disagreement.isAboutSound = heard.contains(AuditAnswer::Yes) && heard.contains(AuditAnswer::No);
        disagreement.isAboutPictures = seen.contains(AuditAnswer::Yes) && seen.contains(AuditAnswer::No);
        disagreements.push_back(std::move(disagreement));
    }
    return disagreements;
}

} // namespace tagscope
