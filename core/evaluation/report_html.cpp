// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_files.h"
#include "core/evaluation/report_settings.h"
#include "core/evaluation/report_text.h"

#include <algorithm>
#include <cmath>

// A page that browsers and Qt's rich text both show: tables with attributes, few styles.
namespace tagscope {
namespace {

constexpr std::size_t kListedChanges = 500; // more make no reading; the CSV and JSON files have all

constexpr std::string_view kBeginning =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Tagscope report</title>\n<style>\n"
    "body { font-family: sans-serif; color: #1a1a1a; background-color: #ffffff; max-width: 60em; margin: 2em auto; "
    "padding: 0 1em; font-size: ";
// Of letters. On paper thirteen columns stand beside each other, and no word is broken.
constexpr std::string_view kOnScreen = "10pt";
constexpr std::string_view kOnPaper = "7pt";
constexpr std::string_view kStyles =
    "; }\n"
    "table { border-collapse: collapse; margin: 0.5em 0 1.5em 0; }\n"
    "th, td { border: 1px solid #b4b4b4; padding: 3px 8px; }\n"
    "th { background-color: #eeeeee; text-align: left; }\n"
    "svg { max-width: 100%; height: auto; }\n"
    "@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr, svg { break-inside: avoid; } "
    "}\n"
    "</style></head><body>\n";

// The head stands on every page that the table goes on to.
constexpr const char *kTable = "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n<thead><tr>";
constexpr const char *kEndOfHead = "</tr></thead>\n";

std::string number(const std::string &text) {
    return "<td align=\"right\">" + text + "</td>";
}

std::string cell(const std::string &text) {
    return "<td>" + escapedForXml(text) + "</td>";
}

std::string header(std::initializer_list<std::string_view> names) {
    std::string row(kTable);
    for (const std::string_view name : names)
        row += "<th>" + escapedForXml(name) + "</th>";
    return row + kEndOfHead;
}

std::string between(const Interval &interval) {
    return percent(interval.low) + " to " + percent(interval.high);
}

std::string withInterval(double value, const Interval *interval) {
    const std::string text = "<b>" + percent(value) + "</b>";
    return interval == nullptr ? text : text + " <small>" + between(*interval) + "</small>";
}

// On clips that were tuned on, what tuning has estimated for others stands large beside it.
std::string microCell(const Evaluation &found) {
    if (found.intervals)
        return withInterval(found.micro.f1(), &found.intervals->micro);
    const std::string onThese = percent(found.micro.f1()) + " <small>on the clips it was tuned on</small>";
    if (!found.newClips)
        return onThese;
    const std::optional<Interval> &interval = found.newClips->interval;
    return withInterval(found.newClips->microF1, interval ? &*interval : nullptr) +
           " <small>on new clips, estimated</small><br>" + onThese;
}

std::string differenceCell(const std::optional<F1Difference> &difference) {
    if (!difference)
        return number("–");
    return number(signedPercent(difference->difference) + " <small>" + signedPercent(difference->interval.low) +
                  " to " + signedPercent(difference->interval.high) +
                  (difference->isWithinChance() ? ", within chance" : "") + "</small>");
}

std::string percentOrDash(const std::optional<double> &value) {
    return value ? percent(*value) : "–";
}

std::string thresholdText(double threshold) {
    return std::isinf(threshold) ? (threshold > 0 ? "never" : "always") : fixed(threshold, 4);
}

std::string table1(const Report &report) {
    std::string html =
        "<h2>Micro F1, %</h2>\n<p>With 95 % intervals: a bootstrap over the clips; of new clips, repeated nested "
        "cross-validation.</p>\n";
    html += std::string(kTable) + "<th>system</th>";
    for (const SplitFigures &figures : report.figures)
        html += "<th>" + escapedForXml(titleOf(figures)) + "</th>";
    html += kEndOfHead;
    for (std::size_t i = 0; i < report.systems.size(); ++i) {
        html += "<tr>" + cell(titleOf(report.systems[i]));
        for (const SplitFigures &figures : report.figures)
            html += number(figures.systems[i] ? microCell(*figures.systems[i]) : "–");
        html += "</tr>\n";
    }
    if (report.against) {
        for (std::size_t i = 0; i < report.systems.size(); ++i) {
            if (i == *report.against)
                continue;
            html += "<tr>" + cell(titleOf(report.systems[i]) + " less " + titleOf(report.systems[*report.against]) +
                                  ", points, paired");
            for (const SplitFigures &figures : report.figures)
                html += differenceCell(figures.difference[i]);
            html += "</tr>\n";
        }
    }
    return html + "</table>\n";
}

std::string otherMeans(const Report &report) {
    std::string html =
        "<h2>Means over the events, %</h2>\n" +
        header({"split", "system", "clips", "precision", "recall", "micro F1", "macro F1", "macro F1, organisers'",
                "mean average precision", "AUC, mean", "AUC, all pairs", "d-prime", "accuracy"});
    for (const SplitFigures &figures : report.figures) {
        for (std::size_t i = 0; i < report.systems.size(); ++i) {
            if (!figures.systems[i])
                continue;
            const Evaluation &found = *figures.systems[i];
            html += "<tr>" + cell(titleOf(figures)) + cell(titleOf(report.systems[i])) +
                    number(std::to_string(found.clips)) + number(percent(found.micro.precision())) +
                    number(percent(found.micro.recall())) + number(percent(found.micro.f1())) +
                    number(withInterval(found.macroF1, found.intervals ? &found.intervals->macro : nullptr)) +
                    number(percent(found.organisersMacroF1)) + number(percentOrDash(found.meanAveragePrecision)) +
                    number(percentOrDash(found.ranking.macroAuc)) + number(percentOrDash(found.ranking.microAuc)) +
                    number(found.ranking.dPrime ? fixed(*found.ranking.dPrime, 3) : "–") +
                    number(found.singleLabel ? withInterval(found.singleLabel->accuracy(), &found.singleLabel->interval)
                                             : "–") +
                    "</tr>\n";
        }
    }
    return html +
           "</table>\n<p><small>Macro F1 is the mean of the events' F1 over the events that occur in the labels or "
           "the tags; the organisers' is the harmonic mean of "
           "mean precision and mean recall over the events that occur or are predicted. Precision and recall "
           "are those of all events together.</small></p>\n";
}

// Of the system that is shown, where each clip has exactly one label.
std::string confusionTable(const Report &report) {
    const std::optional<Evaluation> &shown = report.close().systems[report.shown];
    if (!shown || !shown->singleLabel)
        return {};
    const SingleLabelFigures &figures = *shown->singleLabel;
    std::string html = "<h2>Confusion: " + escapedForXml(titleOf(report.systems[report.shown])) + ", " +
                       escapedForXml(titleOf(report.close())) +
                       "</h2>\n<p>Each clip has one label; the answer is the event with the highest score.</p>\n" +
                       kTable + "<th>labelled, and answered as</th>";
    for (std::size_t k = 0; k < report.events.size(); ++k)
        html += "<th>" + std::to_string(k + 1) + "</th>";
    html += std::string("<th>none</th>") + kEndOfHead;
    for (std::size_t labelled = 0; labelled < report.events.size(); ++labelled) {
        html += "<tr>" + cell(std::to_string(labelled + 1) + " " + report.events[labelled]);
        for (std::size_t answered = 0; answered <= figures.events; ++answered) {
            const std::string count = std::to_string(figures.count(labelled, answered));
            html += number(answered == labelled ? "<b>" + count + "</b>" : count);
        }
        html += "</tr>\n";
    }
    return html + "</table>\n";
}

std::string eventCell(const Evaluation &found, std::size_t k) {
    const Counts &counts = found.perEvent[k];
    if (counts == Counts())
        return number("–");
    const std::string text = withInterval(counts.f1(), found.intervals ? &found.intervals->events[k] : nullptr);
    return number(isFew(counts) ? "<font color=\"#767676\">" + text + " few</font>" : text);
}

std::string classTable(const Report &report, std::size_t index) {
    const SplitFigures &close = report.close();
    if (!close.systems[index])
        return {};
    const System &system = report.systems[index];
    const Evaluation &found = *close.systems[index];
    std::string html = "<h3>" + escapedForXml(titleOf(system)) + "</h3>\n" +
                       header({"event", "video weight", "threshold", "positives", "precision", "recall", "F1",
                               "average precision", "TP", "FP", "FN"});
    for (std::size_t k = 0; k < report.events.size(); ++k) {
        const Counts &counts = found.perEvent[k];
        const bool isWeighted = system.sources.audio && system.sources.video && !system.point.point.isCalibrated();
        html +=
            "<tr>" + cell(report.events[k]) + number(isWeighted ? fixed(system.point.point.videoWeight[k], 2) : "–") +
            number(thresholdText(system.point.point.threshold[k])) +
            number(std::to_string(counts.truePositives + counts.falseNegatives)) + number(percent(counts.precision())) +
            number(percent(counts.recall())) + eventCell(found, k) + number(percentOrDash(found.averagePrecision[k])) +
            number(std::to_string(counts.truePositives)) + number(std::to_string(counts.falsePositives)) +
            number(std::to_string(counts.falseNegatives)) + "</tr>\n";
    }
    return html + "</table>\n";
}

std::string differenceTable(const Report &report, const F1Differences &differences) {
    std::string html = header({"event", "F1 difference, points", "95 % interval, paired", ""});
    for (std::size_t k = 0; k < report.events.size(); ++k) {
        const F1Difference &one = differences.events[k];
        html += "<tr>" + cell(report.events[k]) + number(signedPercent(one.difference)) +
                number(signedPercent(one.interval.low) + " to " + signedPercent(one.interval.high)) +
                cell(one.isWithinChance() ? "within chance" : "") + "</tr>\n";
    }
    return html + "</table>\n";
}

std::string changed(const Report &report) {
    if (!report.changes)
        return {};
    const SystemChanges &changes = *report.changes;
    std::string html =
        "<h2>What changes from " + escapedForXml(titleOf(report.systems[*report.against])) + " to " +
        escapedForXml(titleOf(report.systems[report.shown])) + "</h2>\n<p>" + escapedForXml(titleOf(report.close())) +
        ": tags correctly gained " + std::to_string(changes.count(true, true)) + ", wrongly gained " +
        std::to_string(changes.count(true, false)) + ", correctly lost " + std::to_string(changes.count(false, true)) +
        ", wrongly lost " + std::to_string(changes.count(false, false)) + ".</p>\n" +
        (changes.differences ? differenceTable(report, *changes.differences) : std::string());
    html += header({"clip", "event", "tag", "", "before", "after"});
    const auto probability = [](const std::optional<double> &p) { return number(p ? fixed(*p, 3) : "–"); };
    for (std::size_t i = 0; i < std::min(changes.tags.size(), kListedChanges); ++i) {
        const TagChange &tag = changes.tags[i];
        html += "<tr>" + cell(tag.clip) + cell(report.events[tag.event]) + cell(tag.isTagged ? "gained" : "lost") +
                cell(tag.isRight ? "right" : "wrong") + probability(tag.before) + probability(tag.after) + "</tr>\n";
    }
    html += "</table>\n";
    if (changes.tags.size() > kListedChanges)
        html += "<p>And " + std::to_string(changes.tags.size() - kListedChanges) +
                " more: the lists as CSV or JSON have all.</p>\n";
    return html;
}

// In plain words; the text as it is where it is no JSON document.
std::string settingsTable(const std::string &text) {
    const auto settings = settingsInWords(text);
    if (settings.empty())
        return text.empty() ? "" : "<p>" + escapedForXml(text) + "</p>\n";
    std::string rows;
    for (const auto &[name, value] : settings)
        rows += "<tr>" + cell(name) + cell(value) + "</tr>\n";
    return header({"setting", "value"}) + rows + "</table>\n";
}

} // namespace

std::string provenanceHtml(const Report &report) {
    const Provenance &made = report.provenance;
    std::string html = "<p>Tagscope " + escapedForXml(made.programVersion) + ", project " +
                       escapedForXml(made.project) + "; bootstrap: " + std::to_string(report.bootstrap.draws) +
                       " draws of clips, seed " + std::to_string(report.bootstrap.seed) + ".</p>\n" +
                       header({"split", "clips", "without media"});
    for (const SplitCount &split : made.splits)
        html += "<tr>" + cell(split.split) + number(std::to_string(split.clips)) +
                number(std::to_string(split.missing)) + "</tr>\n";
    html += "</table>\n" + header({"operating point", "system", "method", "tuned on", "micro F1 there, %",
                                   "on new clips, estimated, %", "seed", report.hasTimes ? "made" : ""});
    for (const System &system : report.systems) {
        const NamedOperatingPoint &point = system.point;
        html += "<tr>" + cell(point.name) + cell(system.name) + cell(point.method) +
                cell(point.tunedOn.empty() ? "–" : point.tunedOn) +
                number(point.tunedOn.empty() ? "–" : percent(point.microF1)) +
                number(percentOrDash(point.crossValidatedF1)) + number(std::to_string(point.seed)) +
                cell(report.hasTimes ? point.created : "") + "</tr>\n";
    }
    html += "</table>\n";
    for (const ReportedSource &one : made.sources) {
        html += "<p>" + std::string(one.source.branch == Branch::Audio ? "Audio" : "Video") + " probabilities \"" +
                escapedForXml(one.source.name) + "\"";
        if (one.bestEpoch >= 0)
            html += ", best epoch " + std::to_string(one.bestEpoch);
        if (!one.sha256.empty())
            html += ", network SHA-256 " + one.sha256;
        html += "</p>\n";
        html += settingsTable(one.settings);
    }
    for (const auto &[key, value] : made.settings)
        html += "<p>Settings: " + escapedForXml(key) + "</p>\n" + settingsTable(value);
    return html;
}

std::string departuresHtml(const Report &report) {
    if (report.departures.empty())
        return {};
    std::string html = "<h2>Where this differs from the paper</h2>\n<ul>\n";
    for (const Message &departure : report.departures)
        html += "<li>" + escapedForXml(englishText(departure)) + "</li>\n";
    return html + "</ul>\n";
}

std::string reportHtml(const Report &report, std::string_view figure) {
    std::string html(kBeginning);
    html.append(figure.empty() ? kOnScreen : kOnPaper).append(kStyles);
    html += "<h1>" + escapedForXml(report.provenance.project) + "</h1>\n";
    if (!report.warnings.empty()) {
        html += "<ul>\n";
        for (const Message &warning : report.warnings)
            html += "<li>" + escapedForXml(englishText(warning)) + "</li>\n";
        html += "</ul>\n";
    }
    html += table1(report);
    if (report.isAsPaper)
        return html + departuresHtml(report) + "</body></html>\n";
    html += otherMeans(report) + confusionTable(report);
    html += "<h2>F1 of each event: " + escapedForXml(titleOf(report.close())) + "</h2>\n<p>" +
            "(V): the video weighs more than the audio. Lines: 95 % intervals.</p>\n<div>" +
            (figure.empty() ? classFigureSvg(report) : std::string(figure)) + "</div>\n";
    if (report.against)
        html += classTable(report, *report.against);
    html += classTable(report, report.shown) + changed(report);
    html += departuresHtml(report) + "<h2>How these figures were made</h2>\n<p>" + escapedForXml(methodsText(report)) +
            "</p>\n<p>" + escapedForXml(citationText(report)) + "</p>\n" + provenanceHtml(report);
    return html + "</body></html>\n";
}

} // namespace tagscope
