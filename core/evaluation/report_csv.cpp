// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_files.h"
#include "core/formats/csv_cells.h"

namespace tagscope {
namespace {

class FigureLines {
public:
    FigureLines(const SplitFigures &figures, const System &system, std::string &csv)
        : start_(csvCell(figures.split) + "," + nameOf(figures.truth) + "," + csvCell(system.name) + "," +
                 csvCell(system.point.name) + ","),
          csv_(csv) {}

    void add(const char *measure, double value, const Interval *interval = nullptr, const std::string &event = {}) {
        csv_ += start_ + measure + "," + csvCell(event) + "," + shortestNumber(value) + "," +
                (interval != nullptr ? shortestNumber(interval->low) + "," + shortestNumber(interval->high) : ",") +
                "\r\n";
    }
    void add(const char *measure, const std::optional<double> &value, const std::string &event = {}) {
        if (value)
            add(measure, *value, nullptr, event);
    }
    void add(const Counts &counts, const Interval *interval, const char *f1, const std::string &event) {
        add(f1, counts.f1(), interval, event);
        add("precision", counts.precision(), nullptr, event);
        add("recall", counts.recall(), nullptr, event);
        add("true_positives", static_cast<double>(counts.truePositives), nullptr, event);
        add("false_positives", static_cast<double>(counts.falsePositives), nullptr, event);
        add("false_negatives", static_cast<double>(counts.falseNegatives), nullptr, event);
    }

private:
    std::string start_;
    std::string &csv_;
};

std::string orNothing(const std::optional<double> &value) {
    return value ? shortestNumber(*value) : std::string();
}

} // namespace

std::string reportCsv(const Report &report) {
    std::string csv = "split,truth,system,operating_point,measure,event,value,low,high\r\n";
    for (const SplitFigures &figures : report.figures) {
        for (std::size_t i = 0; i < report.systems.size(); ++i) {
            if (!figures.systems[i])
                continue;
            const Evaluation &found = *figures.systems[i];
            FigureLines lines(figures, report.systems[i], csv);
            lines.add("clips", static_cast<double>(found.clips));
            lines.add("clips_untagged_for_want_of_scores", static_cast<double>(found.withoutScores.size()));
            const F1Intervals *intervals = found.intervals ? &*found.intervals : nullptr;
            lines.add(found.micro, intervals != nullptr ? &intervals->micro : nullptr, "micro_f1", {});
            if (found.newClips)
                lines.add("micro_f1_on_new_clips", found.newClips->microF1,
                          found.newClips->interval ? &*found.newClips->interval : nullptr);
            lines.add("macro_f1", found.macroF1, intervals != nullptr ? &intervals->macro : nullptr);
            lines.add("events_left_out_of_macro_f1", static_cast<double>(found.neverOccurring()));
            lines.add("organisers_macro_f1", found.organisersMacroF1);
            lines.add("mean_average_precision", found.meanAveragePrecision);
            lines.add("auc_macro", found.ranking.macroAuc);
            lines.add("auc_micro", found.ranking.microAuc);
            lines.add("average_precision_micro", found.ranking.microAveragePrecision);
            lines.add("d_prime", found.ranking.dPrime);
            if (const auto &single = found.singleLabel)
                lines.add("accuracy", single->accuracy(), &single->interval);
            if (const auto &difference = figures.difference[i])
                lines.add("micro_f1_difference", difference->difference, &difference->interval);
            for (std::size_t k = 0; k < report.events.size(); ++k) {
                lines.add(found.perEvent[k], intervals != nullptr ? &intervals->events[k] : nullptr, "f1",
                          report.events[k]);
                lines.add("average_precision", found.averagePrecision[k], report.events[k]);
                lines.add("auc", found.ranking.auc[k], report.events[k]);
            }
        }
    }
    return csv;
}

std::string changesCsv(const Report &report) {
    std::string csv = "clip,event,change,judgement,before,after\r\n";
    if (!report.changes)
        return csv;
    for (const TagChange &tag : report.changes->tags)
        csv += csvCell(tag.clip) + "," + csvCell(report.events[tag.event]) + (tag.isTagged ? ",gained," : ",lost,") +
               (tag.isRight ? "right," : "wrong,") + orNothing(tag.before) + "," + orNothing(tag.after) + "\r\n";
    return csv;
}

} // namespace tagscope
