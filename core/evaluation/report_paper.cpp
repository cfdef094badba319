// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_files.h"
#include "core/evaluation/report_settings.h"
#include "core/evaluation/report_text.h"

#include <algorithm>
#include <string>
#include <vector>

// What goes into a paper: LaTeX tables, a paragraph on the methods, how to cite.
namespace tagscope {
namespace {

std::string escapedForLatex(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '\\':
            escaped += "\\textbackslash{}";
            break;
        case '~':
            escaped += "\\textasciitilde{}";
            break;
        case '^':
            escaped += "\\textasciicircum{}";
            break;
        case '&':
        case '%':
        case '$':
        case '#':
        case '_':
        case '{':
        case '}':
            escaped += std::string("\\") + c;
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

std::string intervalLatex(const Interval &interval) {
    return " {\\footnotesize " + percent(interval.low) + "--" + percent(interval.high) + "}";
}

std::string microLatex(const Report &report, const std::optional<Evaluation> &found) {
    if (!found)
        return "--";
    if (report.isAsPaper)
        return percent(found->micro.f1());
    if (found->intervals)
        return percent(found->micro.f1()) + intervalLatex(found->intervals->micro);
    if (found->newClips && found->newClips->interval)
        return percent(found->newClips->microF1) + intervalLatex(*found->newClips->interval) + "\\textsuperscript{a}";
    return percent(found->micro.f1()) + "\\textsuperscript{b}";
}

// What the letters of a table say; empty where it has none.
std::string footnotes(const Report &report) {
    bool hasEstimate = false;
    bool hasTunedOn = false;
    for (const SplitFigures &figures : report.figures)
        for (const std::optional<Evaluation> &found : figures.systems)
            if (found && !found->intervals && !report.isAsPaper)
                (found->newClips && found->newClips->interval ? hasEstimate : hasTunedOn) = true;
    std::string text;
    if (hasEstimate)
        text +=
            " \\textsuperscript{a}Estimate for new clips by repeated nested cross-validation on the clips that were "
            "tuned on.";
    if (hasTunedOn)
        text += " \\textsuperscript{b}On the clips that were tuned on.";
    return text;
}

std::string table1Latex(const Report &report) {
    std::string latex = "\\begin{table}\n\\centering\n\\caption{Micro F1 (\\%)";
    latex += report.isAsPaper ? "." : " with 95\\,\\% intervals.";
    latex +=
        footnotes(report) + "}\n\\begin{tabular}{l" + std::string(report.figures.size(), 'r') + "}\n\\toprule\nSystem";
    for (const SplitFigures &figures : report.figures)
        latex += " & " + escapedForLatex(titleOf(figures));
    latex += " \\\\\n\\midrule\n";
    for (std::size_t i = 0; i < report.systems.size(); ++i) {
        latex += escapedForLatex(report.isAsPaper ? report.systems[i].name : titleOf(report.systems[i]));
        for (const SplitFigures &figures : report.figures)
            latex += " & " + microLatex(report, figures.systems[i]);
        latex += " \\\\\n";
    }
    return latex + "\\bottomrule\n\\end{tabular}\n\\end{table}\n";
}

std::string eventLatex(const Evaluation &found, std::size_t k) {
    if (found.perEvent[k] == Counts())
        return "--";
    std::string text = percent(found.perEvent[k].f1());
    if (found.intervals)
        text += intervalLatex(found.intervals->events[k]);
    return isFew(found.perEvent[k]) ? "\\textcolor{gray}{" + text + " few}" : text;
}

std::string classTableLatex(const Report &report) {
    const SplitFigures &close = report.close();
    std::vector<std::size_t> shown;
    if (report.against && close.systems[*report.against])
        shown.push_back(*report.against);
    if (close.systems[report.shown])
        shown.push_back(report.shown);
    if (shown.empty())
        return {};
    std::string latex = "\\begin{table}\n\\centering\n\\caption{F1 (\\%) of each event with 95\\,\\% intervals, " +
                        escapedForLatex(titleOf(close)) +
                        ". (V): the video weighs more than the audio.}\n\\begin{tabular}{lr" +
                        std::string(shown.size(), 'r') + "}\n\\toprule\nEvent & Positives";
    for (const std::size_t system : shown)
        latex += " & " + escapedForLatex(report.systems[system].name);
    latex += " \\\\\n\\midrule\n";
    for (std::size_t k = 0; k < report.events.size(); ++k) {
        const Counts &counts = close.systems[shown.back()]->perEvent[k];
        latex += escapedForLatex(report.events[k]) + (report.isVideoWeighted(k) ? " (V)" : "") + " & " +
                 std::to_string(counts.truePositives + counts.falseNegatives);
        for (const std::size_t system : shown)
            latex += " & " + eventLatex(*close.systems[system], k);
        latex += " \\\\\n";
    }
    return latex + "\\bottomrule\n\\end{tabular}\n\\end{table}\n";
}

std::string sourceSentence(const ReportedSource &one) {
    std::string text =
        one.source.branch == Branch::Audio ? " The audio probabilities \"" : " The video probabilities \"";
    text += one.source.name + "\"";
    if (one.bestEpoch >= 0)
        text += " are those of epoch " + std::to_string(one.bestEpoch + 1) +
                ", which had the highest micro F1 on the validation split";
    const char *verb = one.bestEpoch >= 0 ? ", of a run with: "
                       : one.isImported   ? " were imported: "
                                          : " were made with: ";
    if (!one.settings.empty())
        text += verb + settingsSentence(one.settings);
    else if (one.bestEpoch < 0)
        text += " are of unknown origin";
    if (!one.sha256.empty())
        text += " (network SHA-256 " + one.sha256 + ")";
    return text + ".";
}

// JSON on one line, so that it stands in a sentence.
std::string onOneLine(std::string text) {
    std::string line;
    for (const char c : text) {
        if (c != '\n')
            line += c;
        else
            while (!line.empty() && line.back() == ' ')
                line.pop_back();
    }
    return line;
}

} // namespace

std::string methodsText(const Report &report) {
    std::string text = "Clips were tagged with Tagscope " + report.provenance.programVersion + " (project " +
                       report.provenance.project + ";";
    for (const SplitCount &split : report.provenance.splits)
        text += " " + std::to_string(split.clips) + " clips in the split \"" + split.split + "\",";
    text.back() = ')';
    text += ".";
    for (const ReportedSource &one : report.provenance.sources)
        text += onOneLine(sourceSentence(one));
    for (const System &system : report.systems) {
        const NamedOperatingPoint &point = system.point;
        text += " The operating point \"" + point.name + "\" (" + system.name + ") was made by the method \"" +
                point.method + "\"";
        if (!point.tunedOn.empty())
            text += " on the weak labels of the split \"" + point.tunedOn + "\", seed " + std::to_string(point.seed);
        text += ".";
    }
    text +=
        " Intervals are 95 %: of micro F1 a percentile bootstrap over clips (" +
        std::to_string(report.bootstrap.draws) + " draws, seed " + std::to_string(report.bootstrap.seed) +
        "), of events and macro F1 the posterior of Goutte and Gaussier (2005) with lambda = 1/2; macro F1 is over the "
        "events that occur in the labels or the tags. Systems are compared by a paired bootstrap over clips. On clips "
        "that were tuned on, the figure for new clips is the mean of repeated nested cross-validation.";
    return text;
}

std::string citationText(const Report &report) {
    return "How to cite: the program as \"Tagscope " + report.provenance.programVersion +
           ", GPL-3.0-or-later\", and the method as J. Li, Y. Wang, J. Szurley, F. Metze, S. Das: A Light-Weight "
           "Multimodal Framework for Improved Environmental Audio Tagging, Proc. IEEE ICASSP, 2018; intervals of "
           "events "
           "as C. Goutte, E. Gaussier: A Probabilistic Interpretation of Precision, Recall and F-Score, with "
           "Implication "
           "for Evaluation, Proc. ECIR, 2005.";
}

std::string reportLatex(const Report &report) {
    std::string latex = "% Tagscope " + report.provenance.programVersion +
                        ": needs \\usepackage{booktabs} and \\usepackage{xcolor}\n" + table1Latex(report);
    if (!report.isAsPaper)
        latex += "\n" + classTableLatex(report);
    if (!report.departures.empty()) {
        latex += "\n\\paragraph{Where this differs from the paper.}\n";
        for (const Message &departure : report.departures)
            latex += escapedForLatex(englishText(departure)) + "\n";
    }
    return latex + "\n\\paragraph{Methods.}\n" + escapedForLatex(methodsText(report)) + "\n\n" +
           escapedForLatex(citationText(report)) + "\n";
}

} // namespace tagscope
