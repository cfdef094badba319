// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/tuning_outcome.h"

#include "core/evaluation/tuning.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/fusion/fusion_tune_dialog.h"

#include <QStringList>

namespace tagscope::ui {
namespace {

QString pointsText(double share) {
    return numberText(100 * share, 1);
}

QString signedPoints(double share) {
    return (share > 0 ? QStringLiteral("+") : QString()) + pointsText(share);
}

QString chanceText(const F1Difference &difference) {
    return difference.isWithinChance() ? FusionTuneDialog::tr(", within chance") : QString();
}

QString overPaperText(const F1Difference &over) {
    return FusionTuneDialog::tr("Over the paper's procedure, on the same folds: %1 points (95 %: %2 to %3)%4.")
        .arg(signedPoints(over.difference), signedPoints(over.interval.low), signedPoints(over.interval.high),
             chanceText(over));
}

// One that was tried beside the best.
QString behindText(const ComparedWay &way) {
    const F1Difference &behind = *way.behindBest;
    return FusionTuneDialog::tr("%1: %2 % on new clips, behind by %3 points (95 %: %4 to %5)%6")
        .arg(methodText(way.how.method), pointsText(way.system.heldOut->microF1), pointsText(behind.difference),
             signedPoints(behind.interval.low), signedPoints(behind.interval.high), chanceText(behind));
}

} // namespace

QString methodText(TuningMethod method) {
    switch (method) {
    case TuningMethod::Paper:
        return FusionTuneDialog::tr("The paper's procedure");
    case TuningMethod::Exact:
        return FusionTuneDialog::tr("Exact thresholds");
    case TuningMethod::Joint:
        return FusionTuneDialog::tr("Exact weights and thresholds, jointly");
    case TuningMethod::Calibrated:
        break;
    }
    return FusionTuneDialog::tr("Calibrated probabilities, one threshold");
}

QString estimateText(const TuningEnd::Outcome &outcome) {
    const std::optional<HeldOutEstimate> &heldOut = outcome.best().system.heldOut;
    if (!heldOut)
        return {};
    return FusionTuneDialog::tr("%1 % on new clips (95 %: %2 to %3)")
        .arg(pointsText(heldOut->microF1), pointsText(heldOut->interval.low), pointsText(heldOut->interval.high));
}

QString outcomeText(const TuningEnd::Outcome &outcome) {
    const ComparedWay &best = outcome.best();
    QStringList lines;
    lines << FusionTuneDialog::tr("%1: micro F1 %2 % on the %3 clips that it was tuned on.")
                 .arg(methodText(best.how.method), pointsText(best.system.tuned.microF1))
                 .arg(outcome.contents->clips.size());
    if (const std::optional<HeldOutEstimate> &heldOut = best.system.heldOut) {
        lines << FusionTuneDialog::tr("The estimate for new clips is by nested cross-validation: %1 deals of %2 folds.")
                     .arg(heldOut->deals)
                     .arg(heldOut->folds);
        if (heldOut->overPaper && outcome.ways.size() == 1)
            lines << overPaperText(*heldOut->overPaper);
    }
    for (const ComparedWay &way : outcome.ways)
        if (way.behindBest)
            lines << behindText(way);
    for (const Message &note : notesOn(best.system.tuned, outcome.contents->events, outcome.contents->clips.size()))
        lines << QStringLiteral("⚠ ") + translated(note);
    if (!outcome.contents->epochNote.empty())
        lines << QStringLiteral("⚠ ") + translated(outcome.contents->epochNote);
    return lines.join(QLatin1Char('\n'));
}

} // namespace tagscope::ui
