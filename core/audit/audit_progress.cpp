// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_progress.h"

#include "core/audit/verdict_summary.h"
#include "core/base/try.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace tagscope {
namespace {

constexpr std::int64_t kPause = 120'000'000; // microseconds

using AskedAnswer = std::tuple<std::string, AuditedPair, AuditStage>;

std::set<AskedAnswer> askedBy(const std::vector<AuditPlan> &plans) {
    std::set<AskedAnswer> asked;
    for (const AuditPlan &plan : plans)
        for (const PlannedTask &task : plan.tasks)
            for (const PlannedPage &page : task.pages)
                for (const int event : page.page.events)
                    for (const AuditStage stage : plan.stages)
                        asked.emplace(task.annotator, AuditedPair(page.page.clip, event), stage);
    return asked;
}

// The answer that a stage asks for: what is seen where there are pictures, else what is heard.
std::optional<AuditAnswer> chiefAnswerOf(const Verdict &verdict) {
    const Answers answers = answersOf(verdict);
    return verdict.stage != AuditStage::Sound && answers.seen ? answers.seen : answers.heard;
}

std::optional<double> perHour(std::vector<std::int64_t> times) {
    std::ranges::sort(times);
    std::int64_t worked = 0;
    std::int64_t answers = 0;
    for (std::size_t i = 1; i < times.size(); ++i)
        if (const std::int64_t since = times[i] - times[i - 1]; since <= kPause) {
            worked += since;
            ++answers;
        }
    constexpr double kHour = 3'600'000'000.0;
    return worked > 0 ? std::optional(kHour * static_cast<double>(answers) / static_cast<double>(worked))
                      : std::nullopt;
}

// Each pair once, whoever is asked. Not of plans whose pages have no reasons.
std::map<std::string, std::vector<RankedPair>> rankedBy(const std::vector<AuditPlan> &plans) {
    std::map<std::string, std::vector<RankedPair>> ranked;
    std::set<std::pair<std::string, AuditedPair>> known;
    for (const AuditPlan &plan : plans)
        for (const PlannedTask &task : plan.tasks)
            for (const PlannedPage &page : task.pages) {
                if (!page.reason)
                    continue;
                const AuditedPair pair(page.page.clip, page.reason->event);
                if (known.emplace(plan.order, pair).second)
                    ranked[plan.order].push_back({pair, page.reason->isLabelled, page.reason->isControl});
            }
    return ranked;
}

class Counting {
public:
    Counting(const std::vector<AuditPlan> &plans, const std::vector<Verdict> &history,
             const std::vector<std::string> &events)
        : asked_(askedBy(plans)), history_(history), standing_(standingVerdicts(history)), names_(events),
          events_(events.size()) {
        for (const AuditPlan &plan : plans)
            gold_.insert(plan.gold.begin(), plan.gold.end());
        for (auto &[order, ranked] : rankedBy(plans)) { // by what the lead decided, too
            QueuePrecision precision = queuePrecision(ranked, standing_, {});
            orders_.push_back({order, precision.ordered, precision.controls});
        }
        std::erase_if(standing_, isAdjudication);
    }

    AuditProgress count() {
        countPlanned();
        countStanding();
        countEntries();
        countAgreement();
        for (const Disagreement &disagreement : disagreementsIn(standing_))
            ++events_[static_cast<std::size_t>(disagreement.pair.second)].differing;
        AuditProgress progress;
        for (auto &[name, one] : people_) {
            one.annotator = name;
            one.unsure = shareOf(unsure_[name].first, unsure_[name].second);
            one.asOthers = shareOf(same_[name].first, same_[name].second);
            one.asGold = shareOf(right_[name].first, right_[name].second);
            progress.annotators.push_back(std::move(one));
        }
        for (std::size_t k = 0; k < events_.size(); ++k) {
            events_[k].event = names_[k];
            events_[k].unsure = shareOf(unsureOf_[k].first, unsureOf_[k].second);
            if (events_[k].planned > 0 || unsureOf_[k].second > 0)
                progress.events.push_back(std::move(events_[k]));
        }
        progress.orders = std::move(orders_);
        return progress;
    }

private:
    using Found = std::pair<std::int64_t, std::int64_t>; // so many of so many

    void countPlanned() {
        for (const auto &[annotator, pair, stage] : asked_) {
            ++people_[annotator].planned;
            ++events_[static_cast<std::size_t>(pair.second)].planned;
        }
    }

    void countStanding() {
        for (const Verdict &verdict : standing_) {
            const auto event = static_cast<std::size_t>(verdict.event);
            AnnotatorProgress &one = people_[verdict.annotator];
            const bool isAsked = asked_.contains({verdict.annotator, pairOf(verdict), verdict.stage});
            ++(isAsked ? one.done : one.beyond);
            events_[event].done += isAsked ? 1U : 0U;
            one.informed += verdict.isInformed ? 1U : 0U;
            for (Found *found : {&unsure_[verdict.annotator], &unsureOf_[event]}) {
                found->first += chiefAnswerOf(verdict) == AuditAnswer::Unsure ? 1 : 0;
                ++found->second;
            }
            const auto known = gold_.find(pairOf(verdict));
            if (const std::optional<bool> heard = saidOn(VoteAxis::Heard, verdict); heard && known != gold_.end()) {
                right_[verdict.annotator].first += *heard == known->second ? 1 : 0;
                ++right_[verdict.annotator].second;
            }
        }
    }

    void countEntries() {
        std::map<std::string, std::vector<std::int64_t>> times;
        std::map<AskedAnswer, std::size_t> entries;
        for (const Verdict &verdict : history_) {
            if (isAdjudication(verdict))
                continue;
            times[verdict.annotator].push_back(verdict.time);
            if (entries[{verdict.annotator, pairOf(verdict), verdict.stage}]++ > 0)
                ++people_[verdict.annotator].changes;
        }
        for (auto &[name, given] : times)
            people_[name].perHour = perHour(std::move(given));
    }

    void countAgreement() {
        using Question = std::tuple<AuditedPair, AuditStage, VoteAxis>;
        std::map<Question, std::vector<std::pair<std::string, bool>>> answers;
        for (const Verdict &verdict : standing_)
            for (const VoteAxis axis : {VoteAxis::Heard, VoteAxis::Seen})
                if (const std::optional<bool> said = saidOn(axis, verdict))
                    answers[{pairOf(verdict), verdict.stage, axis}].emplace_back(verdict.annotator, *said);
        for (const auto &[question, given] : answers)
            for (const auto &[one, said] : given)
                for (const auto &[other, saidToo] : given)
                    if (one != other) {
                        same_[one].first += said == saidToo ? 1 : 0;
                        ++same_[one].second;
                    }
    }

    std::set<AskedAnswer> asked_;
    const std::vector<Verdict> &history_;
    std::vector<Verdict> standing_;
    const std::vector<std::string> &names_;
    std::map<AuditedPair, bool> gold_;
    std::map<std::string, AnnotatorProgress> people_;
    std::vector<EventProgress> events_;
    std::vector<OrderProgress> orders_;
    std::map<std::string, Found> unsure_;
    std::map<std::string, Found> same_;
    std::map<std::string, Found> right_;
    std::map<std::size_t, Found> unsureOf_;
};

} // namespace

AuditProgress auditProgress(const std::vector<AuditPlan> &plans, const std::vector<Verdict> &history,
                            const std::vector<std::string> &events) {
    return Counting(plans, history, events).count();
}

Result<AuditProgress> auditProgress(const Project &project) {
    const std::vector<AuditPlan> plans = TAGSCOPE_TRY(plansOf(project));
    const std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    return auditProgress(plans, history, namesOf(project.classes()));
}

} // namespace tagscope
