// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_report.h"

#include "figures.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

json coefficientToJson(const Agreement &agreement) {
    return {{"value", orNull(agreement.value)},
            {"interval", agreement.interval ? intervalToJson(*agreement.interval) : json()},
            {"items", agreement.items},
            {"observed", agreement.items > 0 ? json(agreement.observed) : json()}};
}

std::string coefficientText(const Agreement &agreement) {
    if (!agreement.value)
        return "      -                 ";
    char text[64];
    if (agreement.interval)
        std::snprintf(text, sizeof text, "%7.3f (%5.2f to %5.2f)", *agreement.value, agreement.interval->low,
                      agreement.interval->high);
    else
        std::snprintf(text, sizeof text, "%7.3f %16s", *agreement.value, "");
    return text;
}

// Cohen's, where there are exactly two annotators.
const Agreement *soleKappa(const EventAgreement &row) {
    return row.cohen.size() == 1 ? &row.cohen.front().kappa : nullptr;
}

std::string nameOf(const AgreementReport &report, const EventAgreement &row) {
    return row.event ? report.events[static_cast<std::size_t>(*row.event)] : std::string();
}

json pairsToJson(const AgreementSummary &summary, const EventAgreement &row) {
    json pairs = json::array();
    for (const PairKappa &pair : row.cohen)
        pairs.push_back({{"annotators", {summary.annotators[pair.first], summary.annotators[pair.second]}},
                         {"kappa", coefficientToJson(pair.kappa)}});
    return pairs;
}

json rowsToJson(const AgreementReport &report, const AgreementSummary &summary) {
    json rows = json::array();
    for (const EventAgreement &row : summary.rows) {
        const Agreement *kappa = soleKappa(row);
        rows.push_back({{"event", row.event ? json(nameOf(report, row)) : json()},
                        {"pairs", row.pairs},
                        {"differing", row.differing},
                        {"cohen", kappa != nullptr ? coefficientToJson(*kappa) : json()},
                        {"cohen_pairs", pairsToJson(summary, row)},
                        {"fleiss", coefficientToJson(row.fleiss)},
                        {"krippendorff", coefficientToJson(row.alpha)}});
    }
    return rows;
}

json agreementOnAxis(const AgreementReport &report, VoteAxis axis, const AgreementSummary &summary) {
    return {{"axis", tagscope::nameOf(axis)},
            {"annotators", summary.annotators},
            {"answers", summary.verdicts},
            {"agreement", rowsToJson(report, summary)}};
}

void printRows(const AgreementReport &report, const char *what, const AgreementSummary &summary) {
    if (summary.verdicts == 0)
        return;
    std::printf("%-32s %6s %6s  %-24s %-24s %s\n", what, "pairs", "differ", "Cohen's kappa", "Fleiss' kappa",
                "Krippendorff's alpha");
    for (const EventAgreement &row : summary.rows) {
        const Agreement *kappa = soleKappa(row);
        std::printf("%-32s %6zu %6zu  %s %s %s\n", row.event ? nameOf(report, row).c_str() : "all", row.pairs,
                    row.differing, coefficientText(kappa != nullptr ? *kappa : Agreement()).c_str(),
                    coefficientText(row.fleiss).c_str(), coefficientText(row.alpha).c_str());
    }
    if (summary.annotators.size() > 2)
        for (const PairKappa &pair : summary.rows.front().cohen)
            std::printf("Cohen's kappa of %s and %s, all events: %s, %zu pairs\n",
                        summary.annotators[pair.first].c_str(), summary.annotators[pair.second].c_str(),
                        coefficientText(pair.kappa).c_str(), pair.kappa.items);
    std::printf("\n");
}

} // namespace

json agreementToJson(const AgreementReport &report) {
    json disagreements = json::array();
    for (std::size_t i = 0; i < report.disagreements.size(); ++i) {
        const Disagreement &disagreement = report.disagreements[i];
        json verdicts = json::array();
        for (const Verdict &verdict : disagreement.verdicts)
            verdicts.push_back(verdictToJson(verdict));
        disagreements.push_back(
            {{"clip", report.clipNames[i]},
             {"event", report.events[static_cast<std::size_t>(disagreement.pair.second)]},
             {"about_sound", disagreement.isAboutSound},
             {"about_pictures", disagreement.isAboutPictures},
             {"verdicts", std::move(verdicts)},
             {"adjudication", disagreement.adjudication ? verdictToJson(*disagreement.adjudication) : json()}});
    }
    return {{"stage", report.stage},
            {"annotators", report.verdicts.annotators},
            {"agreement", rowsToJson(report, report.verdicts)}, // of both answers together
            {"axes",
             {agreementOnAxis(report, VoteAxis::Heard, report.heard),
              agreementOnAxis(report, VoteAxis::Seen, report.seen)}},
            {"disagreements", std::move(disagreements)}};
}

void printAgreement(const AgreementReport &report) {
    const std::vector<std::string> &annotators = report.verdicts.annotators;
    std::string names;
    for (const std::string &annotator : annotators)
        names += (names.empty() ? "" : ", ") + annotator;
    std::printf("%zu annotators (%s), %s verdicts\n\n", annotators.size(), names.c_str(), report.stage.c_str());
    printRows(report, "heard or not", report.heard);
    printRows(report, "seen or not", report.seen);
    printRows(report, "both answers, unsure included", report.verdicts);
    if (!report.disagreements.empty())
        std::printf("%zu pairs on which annotators disagree:\n", report.disagreements.size());
    for (std::size_t i = 0; i < report.disagreements.size(); ++i) {
        const Disagreement &disagreement = report.disagreements[i];
        std::printf("%s, %s:", report.clipNames[i].c_str(),
                    report.events[static_cast<std::size_t>(disagreement.pair.second)].c_str());
        for (const Verdict &verdict : disagreement.verdicts)
            std::printf(" %s %s", verdict.annotator.c_str(), std::string(nameOf(*verdict.value)).c_str());
        if (disagreement.adjudication)
            std::printf("; adjudicated: %s", std::string(nameOf(*disagreement.adjudication->value)).c_str());
        std::printf("\n");
    }
}

} // namespace tagscope::cli
