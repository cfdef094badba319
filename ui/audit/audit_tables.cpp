// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_tables.h"

#include "ui/base/audit_text.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope::ui {
namespace {

class AuditTables {
    Q_DECLARE_TR_FUNCTIONS(AuditTables)
};

using Cell = FigureTable::Cell;

QString dash() {
    return QStringLiteral("–");
}

QString percent(double share) {
    return numberText(100 * share, 1);
}

// To two decimals, without a sign before nothing.
QString coefficientText(double value) {
    constexpr double kRoundsToNothing = 0.005;
    return numberText(std::abs(value) < kRoundsToNothing ? 0.0 : value, 2);
}

QString shareText(const Share &share) {
    if (share.looked == 0)
        return dash();
    return AuditTables::tr("%1  (%2 to %3)")
        .arg(percent(share.share), percent(share.interval.low), percent(share.interval.high));
}

Cell coefficientCell(const Agreement &agreement) {
    if (agreement.items == 0)
        return {dash(), AuditTables::tr("No pair of clip and event has been judged by the required annotators.")};
    const QString observed =
        AuditTables::tr("Verdicts agree in %1 %, of %n pair(s).", nullptr, static_cast<int>(agreement.items))
            .arg(percent(agreement.observed));
    if (!agreement.value)
        return {AuditTables::tr("not defined  (n %1)").arg(countText(agreement.items)),
                AuditTables::tr("The same verdict everywhere: chance alone would agree just as well.") +
                    QLatin1Char('\n') + observed};
    const QString value = coefficientText(*agreement.value);
    if (!agreement.interval)
        return {AuditTables::tr("%1  (n %2)").arg(value, countText(agreement.items)), observed};
    return {AuditTables::tr("%1  (%2 to %3, n %4)")
                .arg(value, coefficientText(agreement.interval->low), coefficientText(agreement.interval->high),
                     countText(agreement.items)),
            observed};
}

// "12.5  (5 of 40)"
QString partText(const std::optional<double> &share, std::int64_t found, std::int64_t looked) {
    return share ? AuditTables::tr("%1  (%2 of %3)").arg(percent(*share), countText(found), countText(looked)) : dash();
}

QString orderText(const std::string &name) {
    const std::optional<QueueOrder> order = queueOrderNamed(name);
    return order ? textOf(*order) : toText(name);
}

FigureTable::Row judgedRow(const QString &name, const JudgedRows &judged, const QString &meaning) {
    return {{{name, meaning},
             {countText(judged.rows), {}},
             {countText(judged.wrong.looked), {}},
             {countText(judged.wrong.found), {}},
             {shareText(judged.wrong), {}},
             {countText(judged.undecided), {}}},
            false};
}

std::vector<const SplitFigures *> truthsOf(const Report &report) {
    std::vector<const SplitFigures *> found;
    for (const Truth truth : {Truth::Weak, Truth::Audible, Truth::Audited})
        for (const SplitFigures &figures : report.figures)
            if (figures.split == report.close().split && figures.truth == truth && figures.systems[report.shown])
                found.push_back(&figures);
    return found;
}

QString truthName(Truth truth) {
    switch (truth) {
    case Truth::Weak:
        return AuditTables::tr("weak");
    case Truth::Audible:
        return AuditTables::tr("audible");
    case Truth::Visible:
        return AuditTables::tr("visible");
    case Truth::Audited:
        break;
    }
    return AuditTables::tr("audited");
}

QString f1Text(double f1, const Interval *interval) {
    if (interval == nullptr)
        return percent(f1);
    return AuditTables::tr("%1  (%2 to %3)").arg(percent(f1), percent(interval->low), percent(interval->high));
}

LabelChanges sumOf(const std::vector<LabelChanges> &changes) {
    LabelChanges sum;
    for (const LabelChanges &one : changes) {
        sum.decided += one.decided;
        sum.removed += one.removed;
        sum.added += one.added;
    }
    return sum;
}

// The columns after the figures: empty where nothing is known of the split's labels.
void addChanges(FigureTable::Row &row, const LabelChanges *changes) {
    row.cells.push_back({changes != nullptr ? countText(changes->removed) : dash(), {}});
    row.cells.push_back({changes != nullptr ? countText(changes->added) : dash(), {}});
}

} // namespace

QString textOf(TruthRule rule) {
    switch (rule) {
    case TruthRule::Unanimous:
        return AuditTables::tr("unanimity");
    case TruthRule::Majority:
        return AuditTables::tr("majority");
    case TruthRule::DawidSkene:
        break;
    }
    return AuditTables::tr("Dawid and Skene's model");
}

FigureTable agreementTable(const AgreementSummary &summary, const std::vector<QString> &events) {
    FigureTable table{{AuditTables::tr("Event"), AuditTables::tr("Pairs"), AuditTables::tr("Differ")}, {}};
    if (!summary.rows.empty())
        for (const PairKappa &pair : summary.rows.front().cohen)
            table.header << AuditTables::tr("Cohen, %1 – %2")
                                .arg(toText(summary.annotators[pair.first]), toText(summary.annotators[pair.second]));
    table.header << AuditTables::tr("Fleiss, all") << AuditTables::tr("Krippendorff, all");
    for (const EventAgreement &of : summary.rows) {
        FigureTable::Row row{
            {{of.event ? events[static_cast<std::size_t>(*of.event)] : AuditTables::tr("all events"), {}},
             {countText(of.pairs), AuditTables::tr("Pairs of clip and event with at least two verdicts")},
             {countText(of.differing), {}}},
            !of.event};
        for (const PairKappa &pair : of.cohen)
            row.cells.push_back(coefficientCell(pair.kappa));
        row.cells.push_back(coefficientCell(of.fleiss));
        row.cells.push_back(coefficientCell(of.alpha));
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable noiseTable(const AuditEstimates &estimates) {
    FigureTable table{{AuditTables::tr("Event"), AuditTables::tr("Labelled"),
                       AuditTables::tr("By probabilities: wrong, %"), AuditTables::tr("missing, %"),
                       AuditTables::tr("By verdicts: judged"), AuditTables::tr("not heard, % (95 % interval)"),
                       AuditTables::tr("disputed")},
                      {}};
    for (const EventNoise &noise : estimates.noise) {
        const auto &counts = noise.joint.counts;
        table.rows.push_back(
            {{{toText(noise.event), {}},
              {countText(noise.joint.labelled),
               AuditTables::tr("Not labelled, among the clips with audio probabilities: %1")
                   .arg(countText(noise.joint.unlabelled))},
              {partText(noise.joint.wrongLabels, counts[1][0], counts[1][0] + counts[1][1]),
               AuditTables::tr("Labelled, and confidently without the event: %1; confidently with it: %2")
                   .arg(countText(counts[1][0]), countText(counts[1][1]))},
              {partText(noise.joint.missingLabels, counts[0][1], counts[0][0] + counts[0][1]),
               AuditTables::tr("Not labelled, and confidently with the event: %1; confidently without it: %2")
                   .arg(countText(counts[0][1]), countText(counts[0][0]))},
              {countText(noise.inaudible.looked), {}},
              {shareText(noise.inaudible),
               AuditTables::tr("%1 of %2 labelled pairs that were judged; Wilson interval")
                   .arg(countText(noise.inaudible.found), countText(noise.inaudible.looked))},
              {countText(noise.disputed), AuditTables::tr("Labelled pairs that were judged without an agreed answer")}},
             false});
    }
    return table;
}

FigureTable precisionTable(const AuditEstimates &estimates) {
    FigureTable table{{AuditTables::tr("Part of the queue"), AuditTables::tr("Rows"), AuditTables::tr("Judged"),
                       AuditTables::tr("Wrong labels"), AuditTables::tr("Share, % (95 % interval)"),
                       AuditTables::tr("Undecided")},
                      {}};
    if (!estimates.precision)
        return table;
    for (const QueuePrecision::Depth &depth : estimates.precision->depths)
        table.rows.push_back(judgedRow(AuditTables::tr("the first %1").arg(countText(depth.first)), depth.judged,
                                       AuditTables::tr("Rows placed by the order, from the front")));
    table.rows.push_back(judgedRow(AuditTables::tr("all rows placed by the order"), estimates.precision->ordered, {}));
    table.rows.push_back(judgedRow(
        AuditTables::tr("random controls"), estimates.precision->controls,
        AuditTables::tr("Pairs that the order covers, drawn at random: what judging without the order would find")));
    return table;
}

FigureTable ordersTable(const std::vector<OrderProgress> &orders) {
    FigureTable table{{AuditTables::tr("Order"), AuditTables::tr("Pairs"), AuditTables::tr("Judged"),
                       AuditTables::tr("Wrong labels"), AuditTables::tr("Share, % (95 % interval)"),
                       AuditTables::tr("Undecided")},
                      {}};
    for (const OrderProgress &order : orders) {
        const QString name = orderText(order.order);
        table.rows.push_back(judgedRow(name, order.ordered,
                                       AuditTables::tr("Pairs for which the plans chose their clips by this order. A "
                                                       "label is wrong if it is present and nothing is heard, or the "
                                                       "reverse.")));
        table.rows.push_back(judgedRow(AuditTables::tr("%1: random controls").arg(name), order.controls,
                                       AuditTables::tr("Pairs that the order covers, drawn at random: what judging "
                                                       "without the order would find")));
    }
    return table;
}

QString precisionSoFar(const JudgedRows &ordered, const JudgedRows &controls) {
    const auto text = [](const Share &wrong) {
        return AuditTables::tr("%1 of %2 (%3 %; 95 % interval %4 to %5)")
            .arg(countText(wrong.found), countText(wrong.looked), percent(wrong.share), percent(wrong.interval.low),
                 percent(wrong.interval.high));
    };
    if (ordered.wrong.looked == 0)
        return {};
    const QString placed =
        AuditTables::tr("Wrong labels among the pairs placed by the order: %1").arg(text(ordered.wrong));
    return controls.wrong.looked == 0
               ? AuditTables::tr("%1; no random control is decided yet").arg(placed)
               : AuditTables::tr("%1; among the random controls: %2").arg(placed, text(controls.wrong));
}

FigureTable truthTable(const Report &report, const std::vector<LabelChanges> &changes) {
    FigureTable table{{AuditTables::tr("F1, % (95 % interval)")}, {}};
    const std::vector<const SplitFigures *> truths = truthsOf(report);
    for (const SplitFigures *figures : truths)
        table.header << AuditTables::tr("%1 labels").arg(truthName(figures->truth));
    table.header << AuditTables::tr("Labels removed") << AuditTables::tr("added");
    const LabelChanges sum = sumOf(changes);
    const auto add = [&](const QString &name, bool isTotal, const LabelChanges *changed, const auto &cell) {
        FigureTable::Row row{{{name, {}}}, isTotal};
        for (const SplitFigures *figures : truths)
            row.cells.push_back(cell(*figures->systems[report.shown]));
        addChanges(row, changed);
        table.rows.push_back(std::move(row));
    };
    const LabelChanges *all = changes.empty() ? nullptr : &sum;
    add(AuditTables::tr("micro, all events"), true, all, [](const Evaluation &of) {
        return Cell{f1Text(of.micro.f1(), of.intervals ? &of.intervals->micro : nullptr),
                    AuditTables::tr("Precision %1, recall %2, of %n clip(s)", nullptr, static_cast<int>(of.clips))
                        .arg(percent(of.micro.precision()), percent(of.micro.recall()))};
    });
    add(AuditTables::tr("macro, mean of the events"), true, all, [](const Evaluation &of) {
        return Cell{f1Text(of.macroF1, of.intervals ? &of.intervals->macro : nullptr), {}};
    });
    for (std::size_t k = 0; k < report.events.size(); ++k)
        add(toText(report.events[k]), false, k < changes.size() ? &changes[k] : nullptr, [k](const Evaluation &of) {
            const Counts &counts = of.perEvent[k];
            return Cell{f1Text(counts.f1(), of.intervals ? &of.intervals->events[k] : nullptr),
                        AuditTables::tr("Labelled: %1, tagged: %2, both: %3")
                            .arg(countText(counts.truePositives + counts.falseNegatives),
                                 countText(counts.truePositives + counts.falsePositives),
                                 countText(counts.truePositives))};
        });
    return table;
}

QString noiseSource(const AuditEstimates &estimates) {
    QStringList parts{AuditTables::tr("From %n clip(s)", nullptr, static_cast<int>(estimates.clips)) +
                      (estimates.split.empty() ? AuditTables::tr(" of all splits")
                                               : AuditTables::tr(" of the split “%1”").arg(toText(estimates.split)))};
    parts
        << (estimates.audio.empty()
                ? AuditTables::tr("no audio probabilities")
                : AuditTables::tr("audio probabilities of “%1”, calibrated out of fold").arg(toText(estimates.audio)));
    if (estimates.withoutAudio > 0)
        parts << AuditTables::tr("clips without any: %1").arg(countText(estimates.withoutAudio));
    parts << AuditTables::tr("%n current verdict(s)", nullptr, static_cast<int>(estimates.verdicts));
    return AuditTables::tr("%1. Left: the confident joint (confident learning); right: what annotators heard, which is "
                           "representative of all labels only where pairs were drawn at random.")
        .arg(parts.join(QStringLiteral(", ")));
}

QString precisionSource(const AuditEstimates &estimates, const std::vector<QString> &events) {
    if (!estimates.precision)
        return translated(estimates.problem);
    const QueueOptions &queue = estimates.setup.queue;
    QStringList parts{AuditTables::tr("Order: %1 (%2)").arg(textOf(queue.order), translated(estimates.formula))};
    parts << (estimates.setup.split.empty() ? AuditTables::tr("all splits")
                                            : AuditTables::tr("split “%1”").arg(toText(estimates.setup.split)));
    parts << (queue.event && *queue.event < events.size() ? events[*queue.event] : AuditTables::tr("all events"));
    parts << (queue.controlEvery > 0 ? AuditTables::tr("one row in %1 drawn at random").arg(queue.controlEvery)
                                     : AuditTables::tr("no random controls"));
    parts << AuditTables::tr("seed %1").arg(queue.seed);
    parts << AuditTables::tr("%n pair(s)", nullptr, static_cast<int>(estimates.pairs));
    return AuditTables::tr("%1. The queue is rebuilt from the currently stored probabilities. A label is wrong if it "
                           "is present and nothing is heard, or the reverse.")
        .arg(parts.join(QStringLiteral(" · ")));
}

QString truthSource(const Report &report, const std::vector<LabelChanges> &changes) {
    const std::vector<const SplitFigures *> truths = truthsOf(report);
    const QString what = AuditTables::tr("%1, split “%2”. Intervals: bootstrap over the clips.")
                             .arg(toText(titleOf(report.systems[report.shown])), toText(report.close().split));
    const bool isAudited =
        std::ranges::any_of(truths, [](const SplitFigures *figures) { return figures->truth == Truth::Audited; });
    if (!isAudited)
        return what + QLatin1Char(' ') + AuditTables::tr("No verdict settles a label in this split yet.");
    if (changes.empty())
        return what;
    const LabelChanges sum = sumOf(changes);
    return what + QLatin1Char(' ') +
           AuditTables::tr("The audit decided %n pair(s)", nullptr, static_cast<int>(sum.decided)) +
           AuditTables::tr(": it removed %1 labels and added %2.").arg(countText(sum.removed), countText(sum.added));
}

} // namespace tagscope::ui
