// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/clips/clip_row.h"
#include "ui/clips/project_clip_model.h"

#include <utility>

// What ProjectClipModel says of its clips.
namespace tagscope::ui {
namespace {

constexpr int kMarginDecimals = 2;
constexpr int kDurationDecimals = 1;

// Whether a network has said something of it.
bool hasAnalysis(const ClipProgress &progress, const ClipJudgement &judgement) {
    return progress.tags || judgement.isScored;
}

} // namespace

QString ProjectClipModel::eventNames(const std::vector<int> &events) const {
    QStringList names;
    for (const int event : events)
        names << toText(project_->contents.classes[static_cast<std::size_t>(event)].name);
    return names.join(QStringLiteral(" · "));
}

QString ProjectClipModel::labelsText(ClipId id) const {
    const Row *row = rowFor(id);
    if (row == nullptr)
        return {};
    return row->labelled->labels.empty() ? tr("No label") : eventNames(row->labelled->labels);
}

QString ProjectClipModel::tagsText(ClipId id) const {
    const Row *row = rowFor(id);
    if (row == nullptr || !row->judgement.isTagged)
        return {};
    return row->judgement.tags.empty() ? tr("No tag") : tr("Tags: %1").arg(eventNames(row->judgement.tags));
}

// "−" stands before what is labelled and not tagged, "+" before what is tagged and not labelled.
QString ProjectClipModel::disagreementText(const ClipJudgement &judgement, bool isLong) const {
    if (!judgement.isTagged)
        return isLong ? tr("The tags are not known yet.") : QString();
    if (!judgement.isDisputed())
        return isLong ? tr("Tags and weak labels are the same.") : tr("none");
    QStringList parts;
    for (const auto &[events, sign, words] :
         {std::tuple(&judgement.untagged, QStringLiteral("−"), tr("Labelled and not tagged: %1")),
          std::tuple(&judgement.unlabelled, QStringLiteral("+"), tr("Tagged and not labelled: %1"))}) {
        if (isLong && !events->empty())
            parts << words.arg(eventNames(*events));
        for (std::size_t i = 0; !isLong && i < events->size(); ++i)
            parts << sign + eventNames({(*events)[i]});
    }
    return parts.join(isLong ? QStringLiteral("\n") : QStringLiteral("  "));
}

QString ProjectClipModel::heardText(const Row &row) const {
    switch (row.judgement.heard) {
    case Heard::Unknown:
        return {};
    case Heard::Yes:
        return tr("✓ heard");
    case Heard::No:
        return tr("✗ not heard: %1").arg(eventNames(row.judgement.unheard));
    }
    return {};
}

QString ProjectClipModel::stateText(ClipId id) const {
    const Row *row = rowFor(id);
    return row == nullptr ? QString() : stateText(*row);
}

QString ProjectClipModel::stateText(const Row &row) const {
    switch (row.progress.state) {
    case ClipProgress::State::Untouched:
        if (!row.progress.misleads.empty()) // as its last analysis noted
            return tr("⚠ The recording misleads");
        return row.judgement.isScored ? tr("Scored") : tr("Not analysed yet");
    case ClipProgress::State::Missing:
        return tr("Media missing");
    case ClipProgress::State::Done:
        if (!row.progress.misleads.empty())
            return tr("⚠ Analysed, but the recording misleads");
        return hasAnalysis(row.progress, row.judgement) ? tr("Analysed") : tr("Not analysed: no models");
    default:
        return progressText(row.progress);
    }
}

// The tags where there are any, unless something else is under way or went wrong.
QString ProjectClipModel::outcomeText(const Row &row) const {
    const ClipProgress::State state = row.progress.state;
    const bool isAtRest = state == ClipProgress::State::Untouched || state == ClipProgress::State::Done;
    const QString tags = isAtRest ? tagsText(row.labelled->clip.id) : QString();
    const QString differs = isAtRest && row.judgement.isDisputed() ? QStringLiteral("≠ ") : QString();
    const bool isEmpty = state == ClipProgress::State::Done && !hasAnalysis(row.progress, row.judgement);
    const QString misleads = row.progress.misleads.empty() ? QString() : QStringLiteral("⚠ ");
    return signOf(isEmpty ? ClipProgress::State::Untouched : state) + QLatin1Char(' ') + misleads + differs +
           (tags.isEmpty() ? stateText(row) : tags);
}

QString ProjectClipModel::text(const Row &row, int column) const {
    const Clip &clip = row.labelled->clip;
    switch (column) {
    case Name:
        return toText(clip.name);
    case Split:
        return row.split;
    case Labels:
        return eventNames(row.labelled->labels);
    case Tags:
        return !row.judgement.isTagged ? QString() : eventNames(row.judgement.tags);
    case Disagreed:
        return disagreementText(row.judgement, false);
    case Margin:
        return row.judgement.isScored && row.judgement.isDisputed() ? numberText(row.judgement.margin, kMarginDecimals)
                                                                    : QString();
    case HeardLabels:
        return heardText(row);
    case Duration:
        return tr("%1 s").arg(numberText(clip.duration.count(), kDurationDecimals));
    case State:
        return stateText(row);
    default:
        return {};
    }
}

QString ProjectClipModel::toolTip(const Row &row, int column) const {
    if (column == Disagreed || column == Margin)
        return disagreementText(row.judgement, true);
    const ClipId id = row.labelled->clip.id;
    QStringList lines{toText(row.labelled->clip.name), tr("Split: %1").arg(row.split),
                      tr("Weak labels: %1").arg(labelsText(id)), stateText(row)};
    for (const Message &note : row.progress.misleads)
        lines << tr("⚠ %1").arg(translated(note));
    if (row.judgement.isTagged)
        lines << tagsText(id) << disagreementText(row.judgement, true);
    if (const QString heard = heardText(row); !heard.isEmpty())
        lines << heard;
    if (const QString notice = noticeText(project_->contents); !notice.isEmpty())
        lines << notice;
    return lines.join(QLatin1Char('\n'));
}

QVariant ProjectClipModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = at(rows_[static_cast<std::size_t>(index.row())]);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == Margin || index.column() == Duration)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() != Name)
            return text(row, index.column());
        return QStringList{toText(row.labelled->clip.name), row.split, labelsText(row.labelled->clip.id),
                           stateText(row)}
            .join(QStringLiteral(", "));
    case OriginRole: {
        const QString labels = labelsText(row.labelled->clip.id);
        return row.split.isEmpty() ? labels : QString(row.split + QStringLiteral(" · ") + labels);
    }
    case OutcomeRole:
        return outcomeText(row);
    case FractionRole:
        return row.progress.state == ClipProgress::State::Analysing ? QVariant(row.progress.fraction) : QVariant();
    default:
        return {};
    }
}

QVariant ProjectClipModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const std::pair<QString, QString> texts[] = {
        {tr("Clip"), tr("The clip's name")},
        {tr("Split"), tr("The split that the clip belongs to")},
        {tr("Labels"), tr("The weak labels of the lists")},
        {tr("Tags"), tr("From the probabilities stored in the project, or the clip's analysis, with the current "
                        "weights and thresholds")},
        {tr("Disagreement"), tr("−: labelled and not tagged; +: tagged and not labelled")},
        {tr("|p − t|"), tr("The largest distance of a probability from its threshold, among the events on which tags "
                           "and labels disagree")},
        {tr("Heard"), tr("Whether the labelled events are known to be heard: from strong lists and verdicts")},
        {tr("Duration"), tr("Of the clip")},
        {tr("State"),
         tr("How far the analysis has got in this session; scored: its probabilities are stored in the project")}};
    switch (role) {
    case Qt::DisplayRole:
        return texts[section].first;
    case Qt::ToolTipRole:
        return texts[section].second;
    default:
        return {};
    }
}

} // namespace tagscope::ui
