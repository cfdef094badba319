// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/publish_card.h"

#include "core/audit/audit_plan.h"
#include "core/base/try.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string> &words) {
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string dayOf(std::int64_t microseconds) {
    constexpr std::size_t kDay = 10; // "2026-01-15"
    return isoTime(microseconds).substr(0, kDay);
}

// As a double-quoted scalar of YAML, which JSON's strings are.
std::string quoted(const std::string &text) {
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string lowered(std::string text) {
    for (char &letter : text)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

std::string alphaText(const StageAgreement &of) {
    const Agreement &alpha = of.summary.rows.front().alpha; // of all events
    std::array<char, 96> text{};
    if (!alpha.value)
        return of.stage + ", " + of.axis + ": not defined, " + std::to_string(alpha.items) + " pairs";
    if (alpha.interval)
        std::snprintf(text.data(), text.size(), "%.2f (95 %% interval %.2f to %.2f)", *alpha.value, alpha.interval->low,
                      alpha.interval->high);
    else
        std::snprintf(text.data(), text.size(), "%.2f", *alpha.value);
    return of.stage + ", " + of.axis + ": " + text.data() + ", " + std::to_string(alpha.items) + " pairs";
}

std::string planText(const AuditPlan &plan) {
    std::vector<std::string> stages;
    for (const AuditStage stage : plan.stages)
        stages.emplace_back(nameOf(stage));
    std::vector<std::string> annotators;
    std::size_t pages = 0;
    std::size_t shared = 0;
    std::size_t gold = 0;
    for (const PlannedTask &task : plan.tasks) {
        annotators.push_back(task.annotator);
        pages += task.pages.size();
        for (const PlannedPage &page : task.pages) {
            shared += page.kind == PageKind::Shared ? 1U : 0U;
            gold += page.kind == PageKind::Gold ? 1U : 0U;
        }
    }
    return plan.id + ": " + joined(annotators) + "; order " + plan.order + "; stages " + joined(stages) + "; " +
           std::to_string(pages) + " pages, of which " + std::to_string(shared) + " were given to everybody and " +
           std::to_string(gold) + " had known answers";
}

// Tables of the data card, one a file: they have different columns.
std::string cardOf(const AuditCard &card, bool hasFigures) {
    std::string text = "---\npretty_name: " + quoted(card.title) + "\nlicense: " + lowered(card.licence) +
                       "\ntask_categories:\n- audio-classification\ntags:\n- audio\n- audio-tagging\n- weak-labels\n"
                       "- label-noise\nannotations_creators:\n- expert-generated\nconfigs:\n";
    std::vector<std::string> tables{"labels", "changes", "votes", "verdicts", "annotators", "agreement"};
    if (hasFigures)
        tables.emplace_back("figures");
    for (const std::string &table : tables)
        text += "- config_name: " + table + "\n  data_files: " + table + ".csv\n";
    return text + "---\n\n";
}

} // namespace

Result<AuditCard> auditCard(const Project &project, const PublishOptions &options, const CorrectedLabels &corrected,
                            const std::vector<VotesOfAxis> &votes, const std::vector<StageAgreement> &agreement) {
    AuditCard card;
    card.title = options.title.empty() ? project.file().stem().string() + ": audited labels" : options.title;
    card.creators = options.creators;
    card.licence = options.licence;
    card.programVersion = options.programVersion;
    card.rule = nameOf(options.rule);
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    card.clips = clips.size();
    const std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    std::set<std::string> annotators;
    for (const Verdict &verdict : history) {
        card.first = card.first == 0 ? verdict.time : std::min(card.first, verdict.time);
        card.last = std::max(card.last, verdict.time);
        if (isAdjudication(verdict)) {
            ++card.adjudications;
            continue;
        }
        ++card.verdicts;
        card.informed += verdict.isInformed ? 1U : 0U;
        annotators.insert(verdict.annotator);
    }
    card.annotators.assign(annotators.begin(), annotators.end());
    for (const VotesOfAxis &axis : votes)
        if (axis.axis == VoteAxis::Heard)
            card.judgedPairs = axis.pairs.size();
    card.labels = corrected.labels.size();
    for (const CorrectedLabels::Change &change : corrected.changes)
        ++(change.isLabelled ? card.added : card.removed);
    card.labelsBefore = card.labels + card.removed - card.added;
    card.undecided = corrected.undecided;
    const std::vector<AuditPlan> plans = TAGSCOPE_TRY(plansOf(project));
    for (const AuditPlan &plan : plans)
        card.plans.push_back(planText(plan));
    for (const StageAgreement &of : agreement)
        card.agreement.push_back(alphaText(of));
    return card;
}

std::string readmeOf(const AuditCard &card, bool hasFigures) {
    const auto number = [](std::size_t count) { return std::to_string(count); };
    std::string text = cardOf(card, hasFigures) + "# " + card.title + "\n\n" + number(card.annotators.size()) +
                       " annotators (" + joined(card.annotators) + ") judged " + number(card.judgedPairs) +
                       " pairs of clip and event from " + dayOf(card.first) + " to " + dayOf(card.last) + ": " +
                       number(card.verdicts) + " entries, " + number(card.adjudications) +
                       " decisions of the lead.\n\n";
    text += "Of " + number(card.labelsBefore) + " labels on " + number(card.clips) + " clips " + number(card.removed) +
            " were removed and " + number(card.added) + " added; " + number(card.labels) + " are left. On " +
            number(card.undecided) + " judged pairs nothing was decided: their labels stay as they were.\n\n";
    text +=
        "## Method\n\n"
        "Each clip came with all its labels on a page. At the stage `sound` an annotator hears the clip, sees no "
        "picture, name, label source or score, and says of each event whether it is heard; at `pictures` whether it "
        "is seen. Answers are yes, no or unsure; nothing is ever overwritten. Entries given after the annotator had "
        "seen more of the clip are marked as informed (" +
        number(card.informed) + ") and left out of the agreement of a stage.\n\n";
    if (!card.plans.empty()) {
        text += "Pages were dealt out by these plans:\n\n";
        for (const std::string &plan : card.plans)
            text += "- " + plan + "\n";
        text += "\n";
    }
    text += "Votes became labels by the rule `" + card.rule +
            "`; the lead's decisions stand over it. `votes.csv` has what each rule gives: `unanimous`, `majority`, and "
            "`dawid_skene` (Dawid and Skene 1979, one sensitivity and specificity for each annotator with Beta(2, 1) "
            "priors, a Beta(2, 2) prior for the share). Unsure is no vote. None is the best in advance.\n\n";
    text += "## Agreement\n\nKrippendorff's alpha of all events; Cohen's and Fleiss' kappa, and each event, are in "
            "`agreement.csv`.\n\n";
    for (const std::string &line : card.agreement)
        text += "- " + line + "\n";
    text += "\n## Files\n\n| file | a row is |\n| --- | --- |\n"
            "| `labels.csv` | a label after the audit |\n"
            "| `changes.csv` | a label that the audit removed or added, and by which rule or the lead |\n"
            "| `votes.csv` | a pair on an axis, what was voted, and what each rule makes of it |\n"
            "| `verdicts.csv` | an entry of the history; Tagscope imports it |\n"
            "| `annotators.csv` | an annotator's sensitivity and specificity on an axis, by Dawid and Skene's model |\n"
            "| `agreement.csv` | a coefficient of agreement, with its 95 % bootstrap interval |\n";
    if (hasFigures)
        text +=
            "| `figures.csv` | a figure of the project's systems against the labels before (weak) and after (audited) "
            "|\n";
    return text +
           "| `SHA256SUMS` | a file and its SHA-256; `sha256sum -c` checks them |\n\n"
           "Made with Tagscope " +
           card.programVersion + ". The same project gives the same bytes.\n";
}

std::string zenodoOf(const AuditCard &card) {
    json creators = json::array();
    for (const std::string &creator : card.creators)
        creators.push_back({{"name", creator}});
    const json document{{"title", card.title},
                        {"upload_type", "dataset"},
                        {"description", "Labels of " + std::to_string(card.clips) + " clips after an audit by " +
                                            std::to_string(card.annotators.size()) +
                                            " annotators, with every verdict, the votes and "
                                            "the agreement. README.md has the method."},
                        {"creators", std::move(creators)},
                        {"license", lowered(card.licence)},
                        {"access_right", "open"},
                        {"publication_date", dayOf(card.last)},
                        {"keywords", {"audio tagging", "weak labels", "label noise", "annotation"}}};
    return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace tagscope
