// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/project_votes.h"

#include "core/base/try.h"
#include "core/project/audited_truth.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace tagscope {
namespace {

using PairName = std::pair<std::string, std::string>;

// `verdicts`: one of each annotator and pair, adjudications aside, of which the latest stands.
VotesOfAxis votesOf(const Project &project, const std::vector<Verdict> &verdicts, VoteAxis axis,
                    const std::map<ClipId, std::string> &clips) {
    std::map<PairName, std::map<std::string, bool>> answers;
    std::map<PairName, std::pair<std::int64_t, bool>> lead;
    std::set<std::string> annotators;
    for (const Verdict &verdict : verdicts) {
        const std::optional<bool> answer = saidOn(axis, verdict);
        const auto clip = clips.find(verdict.clip);
        if (!answer || clip == clips.end())
            continue;
        const PairName pair{clip->second, project.classes()[static_cast<std::size_t>(verdict.event)].name};
        if (isAdjudication(verdict)) {
            auto &decision = lead.try_emplace(pair, verdict.time, *answer).first->second;
            decision = std::max(decision, std::pair(verdict.time, *answer));
            answers.try_emplace(pair);
            continue;
        }
        annotators.insert(verdict.annotator);
        answers[pair][verdict.annotator] = *answer;
    }
    VotesOfAxis votes;
    votes.axis = axis;
    votes.annotators.assign(annotators.begin(), annotators.end());
    votes.table = RatingTable(answers.size(), annotators.size());
    for (const auto &[pair, given] : answers) {
        const std::size_t row = votes.pairs.size();
        votes.pairs.push_back({pair.first, pair.second});
        const auto decision = lead.find(pair);
        votes.lead.push_back(decision == lead.end() ? std::nullopt : std::optional(decision->second.second));
        for (std::size_t i = 0; i < votes.annotators.size(); ++i)
            if (const auto answer = given.find(votes.annotators[i]); answer != given.end())
                votes.table(row, i) = answer->second ? 1 : 0;
    }
    votes.gold.resize(votes.pairs.size());
    return votes;
}

} // namespace

std::vector<VotesOfAxis> votesIn(const VoteTable &table) {
    std::vector<VotesOfAxis> all;
    for (const VoteAxis axis : {VoteAxis::Heard, VoteAxis::Seen}) {
        std::vector<const VoteTable::Row *> rows;
        for (const VoteTable::Row &row : table.rows)
            if (row.axis == axis)
                rows.push_back(&row);
        if (rows.empty())
            continue;
        VotesOfAxis votes;
        votes.axis = axis;
        votes.annotators = table.annotators;
        votes.table = RatingTable(rows.size(), table.annotators.size());
        votes.lead.resize(rows.size());
        votes.gold.resize(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            votes.pairs.push_back({rows[i]->clip, rows[i]->event});
            for (std::size_t j = 0; j < rows[i]->votes.size(); ++j)
                if (rows[i]->votes[j])
                    votes.table(i, j) = *rows[i]->votes[j] ? 1 : 0;
        }
        all.push_back(std::move(votes));
    }
    return all;
}

Result<std::vector<VotesOfAxis>> votesIn(const Project &project, const VerdictChoice &choice) {
    std::vector<Verdict> verdicts = TAGSCOPE_TRY(project.verdictHistory());
    verdicts = standingVerdicts(std::move(verdicts));
    std::erase_if(verdicts,
                  [&choice](const Verdict &verdict) { return !choice.takes(verdict) && !isAdjudication(verdict); });
    if (!choice.stage)
        verdicts = finalVerdicts(verdicts);
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    std::map<ClipId, std::string> names;
    for (const Clip &clip : clips)
        names.emplace(clip.id, clip.name);
    std::vector<VotesOfAxis> all;
    for (const VoteAxis axis : {VoteAxis::Heard, VoteAxis::Seen})
        if (VotesOfAxis votes = votesOf(project, verdicts, axis, names); !votes.pairs.empty())
            all.push_back(std::move(votes));
    return all;
}

void addGold(VotesOfAxis &votes, const std::vector<GoldRow> &gold) {
    std::map<PairName, bool> known;
    for (const GoldRow &row : gold)
        known[{row.clip, row.event}] = votes.axis == VoteAxis::Heard ? row.isHeard : row.isSeen;
    for (std::size_t i = 0; i < votes.pairs.size(); ++i)
        if (const auto row = known.find({votes.pairs[i].clip, votes.pairs[i].event}); row != known.end())
            votes.gold[i] = row->second;
}

std::vector<std::optional<bool>> decided(const VotesOfAxis &votes, std::vector<std::optional<bool>> truth) {
    for (std::size_t i = 0; i < truth.size(); ++i)
        if (votes.lead[i])
            truth[i] = votes.lead[i];
    return truth;
}

std::vector<RuleOutcome> outcomesOf(const VotesOfAxis &votes) {
    std::vector<RuleOutcome> outcomes;
    for (const TruthRule rule : kAllTruthRules) {
        const std::vector<std::optional<bool>> truth = truthOf(votes.table, rule);
        RuleOutcome outcome;
        outcome.rule = rule;
        outcome.figures = truthAgainst(truth, votes.gold);
        for (const std::optional<bool> &one : decided(votes, truth)) {
            outcome.isTrue += one == true ? 1U : 0U;
            outcome.undecided += one ? 0U : 1U;
        }
        outcomes.push_back(outcome);
    }
    return outcomes;
}

} // namespace tagscope
