// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/audit_text.h"

#include "ui/base/count_text.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace tagscope::ui {
namespace {

class AuditText {
    Q_DECLARE_TR_FUNCTIONS(AuditText)
};

QString saidText(const Verdict &verdict) {
    return verdict.value ? textOf(*verdict.value) : AuditText::tr("no verdict any more");
}

} // namespace

QString textOf(VerdictValue value) {
    switch (value) {
    case VerdictValue::Audible:
        return AuditText::tr("audible");
    case VerdictValue::Visible:
        return AuditText::tr("visible");
    case VerdictValue::Both:
        return AuditText::tr("both");
    case VerdictValue::Neither:
        return AuditText::tr("neither");
    case VerdictValue::Heard:
        return AuditText::tr("heard");
    case VerdictValue::NotHeard:
        return AuditText::tr("not heard");
    case VerdictValue::HeardUnsure:
        return AuditText::tr("unsure whether heard");
    case VerdictValue::Seen:
        return AuditText::tr("seen");
    case VerdictValue::NotSeen:
        return AuditText::tr("not seen");
    case VerdictValue::SeenUnsure:
        return AuditText::tr("unsure whether seen");
    case VerdictValue::HeardSeenUnsure:
        return AuditText::tr("heard, unsure whether seen");
    case VerdictValue::NotHeardSeenUnsure:
        return AuditText::tr("not heard, unsure whether seen");
    case VerdictValue::SeenHeardUnsure:
        return AuditText::tr("seen, unsure whether heard");
    case VerdictValue::NotSeenHeardUnsure:
        return AuditText::tr("not seen, unsure whether heard");
    case VerdictValue::Unsure:
        break;
    }
    return AuditText::tr("unsure");
}

QString textOf(AuditStage stage) {
    switch (stage) {
    case AuditStage::Sound:
        return AuditText::tr("sound alone");
    case AuditStage::Pictures:
        return AuditText::tr("with pictures");
    case AuditStage::ModelOutput:
        return AuditText::tr("with the model's output");
    case AuditStage::Adjudicated:
        break;
    }
    return AuditText::tr("adjudicated");
}

QString momentText(std::int64_t microseconds) {
    constexpr std::int64_t kPerMillisecond = 1000;
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(microseconds / kPerMillisecond), QLocale::ShortFormat);
}

QString textOf(const std::vector<Verdict> &verdicts) {
    QStringList words;
    for (const Verdict &verdict : verdicts)
        //: An annotator's name and verdict.
        words << AuditText::tr("%1: %2").arg(toText(verdict.annotator), saidText(verdict));
    return words.join(QStringLiteral(" · "));
}

QString textOf(QueueOrder order) {
    switch (order) {
    case QueueOrder::LabelProbablyWrong:
        return AuditText::tr("label probably wrong");
    case QueueOrder::SeenNotHeard:
        return AuditText::tr("seen, not heard");
    case QueueOrder::HeardNotLabelled:
        return AuditText::tr("heard, not labelled");
    case QueueOrder::Uncertain:
        return AuditText::tr("uncertain");
    case QueueOrder::Stratified:
        return AuditText::tr("stratified random");
    case QueueOrder::Random:
        break;
    }
    return AuditText::tr("random");
}

QString textOf(const MergeReport &report, bool isPreview) {
    QStringList lines;
    lines << (isPreview ? AuditText::tr("Nothing has been changed yet. Verdicts to be added: %1; already present: %2. "
                                        "Regions to be added: %3; to be withdrawn: %4.")
                        : AuditText::tr("Verdicts added: %1; already present: %2. Regions added: %3; withdrawn: %4."))
                 .arg(countText(report.verdictsAdded), countText(report.verdictsKnown), countText(report.regionsAdded),
                      countText(report.regionsTakenBack));
    if (report.remarksAdded > 0)
        lines << AuditText::tr("Flags and new events, which the lead finds beside the team's progress: %1")
                     .arg(countText(report.remarksAdded));
    if (!report.conflicts.empty())
        lines << AuditText::tr("Pairs on which an annotator gave different verdicts in the two projects: %1. Both stay "
                               "in the history; the later one counts:")
                     .arg(countText(report.conflicts.size()));
    for (const MergeConflict &conflict : report.conflicts)
        //: Clip, event, annotator, verdict and time here, verdict and time in the other project.
        lines << AuditText::tr("%1, %2, %3: here %4 (%5), there %6 (%7)")
                     .arg(toText(conflict.clip), toText(conflict.event), toText(conflict.here.annotator),
                          saidText(conflict.here), momentText(conflict.here.time), saidText(conflict.there),
                          momentText(conflict.there.time));
    for (const std::string &clip : report.leftOutClips)
        lines << AuditText::tr("Skipped because there is no such clip here: %1").arg(toText(clip));
    for (const std::string &event : report.leftOutEvents)
        lines << AuditText::tr("Skipped because there is no such event here: %1").arg(toText(event));
    return lines.join(QLatin1Char('\n'));
}

} // namespace tagscope::ui
