// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/publish_tables.h"

#include "core/base/try.h"
#include "core/formats/csv_cells.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace tagscope {
namespace {

using PairOfNames = std::pair<std::string, std::string>;

std::string numberText(const std::optional<double> &number) {
    return number ? shortestNumber(*number) : std::string();
}

std::string answerText(const std::optional<bool> &answer) {
    return answer ? (*answer ? "yes" : "no") : "";
}

std::string intervalText(const std::optional<Interval> &interval) {
    return interval ? shortestNumber(interval->low) + "," + shortestNumber(interval->high) : std::string(",");
}

std::string coefficientRow(const StageAgreement &of, const std::string &event, const std::string &coefficient,
                           const std::string &annotators, const Agreement &agreement) {
    return of.stage + "," + of.axis + "," + csvCell(event) + "," + coefficient + "," + csvCell(annotators) + "," +
           std::to_string(agreement.items) + "," + numberText(agreement.value) + "," +
           intervalText(agreement.interval) + "\r\n";
}

} // namespace

Result<CorrectedLabels> correctedLabels(const Project &project, const std::vector<VotesOfAxis> &votes, TruthRule rule) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    const BinaryTable weak = TAGSCOPE_TRY(project.labels(idsOf(clips), Truth::Weak));
    std::set<PairOfNames> before;
    for (std::size_t i = 0; i < clips.size(); ++i)
        for (std::size_t k = 0; k < weak.events; ++k)
            if (weak(i, k) != 0)
                before.emplace(clips[i].name, project.classes()[k].name);
    std::set<PairOfNames> after = before;
    CorrectedLabels corrected;
    for (const VotesOfAxis &axis : votes) {
        if (axis.axis != VoteAxis::Heard)
            continue;
        const std::vector<std::optional<bool>> truth = decided(axis, truthOf(axis.table, rule));
        for (std::size_t i = 0; i < truth.size(); ++i) {
            const PairOfNames pair{axis.pairs[i].clip, axis.pairs[i].event};
            corrected.undecided += truth[i] ? 0U : 1U;
            if (!truth[i] || *truth[i] == before.contains(pair))
                continue;
            if (*truth[i])
                after.insert(pair);
            else
                after.erase(pair);
            corrected.changes.push_back({pair.first, pair.second, *truth[i], axis.lead[i].has_value()});
        }
    }
    std::ranges::sort(corrected.changes, {},
                      [](const CorrectedLabels::Change &change) { return std::tie(change.clip, change.event); });
    corrected.labels.assign(after.begin(), after.end());
    return corrected;
}

std::string labelsCsv(const CorrectedLabels &corrected) {
    std::string text = "clip,event\r\n";
    for (const auto &[clip, event] : corrected.labels)
        text += csvCell(clip) + "," + csvCell(event) + "\r\n";
    return text;
}

std::string changesCsv(const CorrectedLabels &corrected, std::string_view rule) {
    std::string text = "clip,event,before,after,decided_by\r\n";
    for (const CorrectedLabels::Change &change : corrected.changes)
        text += csvCell(change.clip) + "," + csvCell(change.event) + (change.isLabelled ? ",0,1," : ",1,0,") +
                (change.isByLead ? std::string("lead") : std::string(rule)) + "\r\n";
    return text;
}

std::string votesCsv(const std::vector<VotesOfAxis> &votes) {
    std::string text = "axis,clip,event,yes,no,unanimous,majority,dawid_skene,posterior,lead\r\n";
    for (const VotesOfAxis &axis : votes) {
        const DawidSkene model = dawidSkene(axis.table);
        std::array<std::vector<std::optional<bool>>, 3> truths;
        for (std::size_t rule = 0; rule < truths.size(); ++rule)
            truths[rule] = truthOf(axis.table, static_cast<TruthRule>(rule));
        for (std::size_t i = 0; i < axis.pairs.size(); ++i) {
            std::size_t yes = 0;
            std::size_t no = 0;
            for (std::size_t a = 0; a < axis.table.annotators; ++a) {
                yes += axis.table(i, a) == 1 ? 1U : 0U;
                no += axis.table(i, a) == 0 ? 1U : 0U;
            }
            text += std::string(nameOf(axis.axis)) + "," + csvCell(axis.pairs[i].clip) + "," +
                    csvCell(axis.pairs[i].event) + "," + std::to_string(yes) + "," + std::to_string(no);
            for (const auto &truth : truths)
                text += "," + answerText(truth[i]);
            // A posterior of nobody's vote is the share of the others, and to more digits than these nothing is known.
            constexpr double kDigits = 1e6;
            text +=
                "," +
                (yes + no > 0 ? shortestNumber(std::round(model.posterior[i] * kDigits) / kDigits) : std::string()) +
                "," + answerText(axis.lead[i]) + "\r\n";
        }
    }
    return text;
}

std::string annotatorsCsv(const std::vector<VotesOfAxis> &votes) {
    std::string text = "axis,annotator,votes,sensitivity,low,high,specificity,low,high\r\n";
    constexpr double kDigits = 1e6;
    const auto rounded = [](double value) { return shortestNumber(std::round(value * kDigits) / kDigits); };
    for (const VotesOfAxis &axis : votes) {
        const DawidSkene model = dawidSkene(axis.table);
        for (std::size_t a = 0; a < model.annotators.size(); ++a) {
            const AnnotatorQuality &one = model.annotators[a];
            text += std::string(nameOf(axis.axis)) + "," + csvCell(axis.annotators[a]) + "," +
                    std::to_string(one.votes) + "," + rounded(one.sensitivity) + "," +
                    rounded(one.sensitivityInterval.low) + "," + rounded(one.sensitivityInterval.high) + "," +
                    rounded(one.specificity) + "," + rounded(one.specificityInterval.low) + "," +
                    rounded(one.specificityInterval.high) + "\r\n";
        }
    }
    return text;
}

Result<std::vector<StageAgreement>> agreementOf(const Project &project, const std::stop_token &stop) {
    std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    const std::vector<Verdict> standing = standingVerdicts(std::move(history));
    std::vector<StageAgreement> all;
    const std::array<std::optional<AuditStage>, 4> stages{AuditStage::Sound, AuditStage::Pictures,
                                                          AuditStage::ModelOutput, std::nullopt};
    for (const std::optional<AuditStage> stage : stages)
        for (const VoteAxis axis : {VoteAxis::Heard, VoteAxis::Seen}) {
            const AgreementRequest request{{stage, false}, axis, {}};
            AgreementSummary summary =
                TAGSCOPE_TRY(summariseAgreement(standing, project.classes().size(), request, stop));
            if (summary.verdicts > 0)
                all.push_back({stage ? std::string(nameOf(*stage)) : std::string("final"), std::string(nameOf(axis)),
                               std::move(summary)});
        }
    return all;
}

std::string agreementCsv(const std::vector<StageAgreement> &agreement, const std::vector<std::string> &events) {
    std::string text = "stage,axis,event,coefficient,annotators,pairs,value,low,high\r\n";
    for (const StageAgreement &of : agreement)
        for (const EventAgreement &row : of.summary.rows) {
            const std::string event = row.event ? events.at(static_cast<std::size_t>(*row.event)) : std::string();
            for (const PairKappa &pair : row.cohen)
                text += coefficientRow(of, event, "cohen",
                                       of.summary.annotators[pair.first] + " - " + of.summary.annotators[pair.second],
                                       pair.kappa);
            text += coefficientRow(of, event, "fleiss", "", row.fleiss);
            text += coefficientRow(of, event, "krippendorff", "", row.alpha);
        }
    return text;
}

} // namespace tagscope
