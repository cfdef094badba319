// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/event_table_model.h"

#include "core/analysis/clip_events.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/document/absence.h"

#include <QFont>
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace tagscope::ui {

namespace {

// The number in a column; nothing where it is absent or the column has none.
std::optional<double> valueOf(const EventResult &event, int column) {
    switch (column) {
    case EventTableModel::Audio:
        return event.audio;
    case EventTableModel::Video:
        return event.video;
    case EventTableModel::Weight:
        return event.calibration ? std::nullopt : std::optional(event.videoWeight);
    case EventTableModel::Fused:
        return event.fused;
    case EventTableModel::Threshold:
        return event.threshold;
    case EventTableModel::Margin:
        return decisionOf(event).margin();
    case EventTableModel::Tag:
        return event.tag ? 1.0 : 0.0;
    default:
        return std::nullopt;
    }
}

QString signedText(double value) {
    return value > 0 ? QLatin1Char('+') + probabilityText(value) : probabilityText(value);
}

} // namespace

void EventTableModel::setClip(std::shared_ptr<const ClipAnalysis> clip, std::vector<int> labels) {
    const int rows = rowCount();
    if (rows > 0) {
        beginRemoveRows({}, 0, rows - 1);
        clip_.reset();
        endRemoveRows();
    }
    if (!clip || clip->events.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(std::min(clip->events.size(), clip->settings.events.size())) - 1);
    clip_ = std::move(clip);
    labels_ = std::move(labels);
    endInsertRows();
}

int EventTableModel::rowCount(const QModelIndex &parent) const {
    if (parent.isValid() || !clip_)
        return 0;
    return static_cast<int>(std::min(clip_->events.size(), clip_->settings.events.size()));
}

int EventTableModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return toolTip(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Event ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                       : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole:
        return clip_->events[static_cast<std::size_t>(index.row())].tag ? strong(QFont()) : QFont();
    case kSortRole:
        return sortValue(index.row(), index.column());
    default:
        return {};
    }
}

QString EventTableModel::text(int row, int column) const {
    const auto k = static_cast<std::size_t>(row);
    const EventResult &event = clip_->events[k];
    if (column == Event)
        return toText(clip_->settings.events[k].name);
    if (column == Tag)
        return event.tag ? tr("✓") : tr("–");
    if (column == Label)
        return isLabelled(row) ? tr("●") : tr("–");
    const std::optional<double> value = valueOf(event, column);
    if (!value)
        return QStringLiteral("—");
    if (column == Margin)
        return signedText(*value);
    return column == Weight ? numberText(*value, 2) : probabilityText(*value);
}

QString EventTableModel::toolTip(int row, int column) const {
    const auto k = static_cast<std::size_t>(row);
    const EventResult &event = clip_->events[k];
    switch (column) {
    case Event:
        return toText(clip_->settings.events[k].name);
    case Audio:
        if (!event.audio)
            return whyNoActivations(*clip_);
        return event.audioPeak ? tr("Largest activation at %1 s").arg(numberText(event.audioPeak->count(), 2))
                               : QString();
    case Video:
        return event.video ? QString() : whyNoVideoProbabilities(*clip_);
    case Weight:
        return event.calibration ? tr("The operating point is calibrated: there is no weight.") : QString();
    case Fused:
        if (!event.fused)
            return tr("There is neither an audio nor a video probability.");
        if (event.calibration)
            return tr("Calibrated from both probabilities; Why shows what each adds.");
        if (!event.audio)
            return tr("The video probability alone: there is no audio probability.");
        if (!event.video)
            return tr("The audio probability alone: there is no video probability.");
        return tr("(1 − %1) · %2 + %1 · %3 = %4")
            .arg(numberText(event.videoWeight, 2), probabilityText(*event.audio), probabilityText(*event.video),
                 probabilityText(*event.fused));
    case Threshold:
    case Margin:
        return std::isinf(event.threshold)
                   ? tr("No threshold in reach: at this operating point the event is never tagged.")
                   : QString();
    case Tag:
        return event.tag ? tr("Tagged: the fused probability reaches the threshold.")
                         : tr("Not tagged: the fused probability is below the threshold.");
    case Label:
        return isLabelled(row) ? tr("The clip is weakly labelled with this event: the event is said to be in it, "
                                    "but not when.")
                               : tr("The clip is not labelled with this event.");
    default:
        return {};
    }
}

bool EventTableModel::isLabelled(int row) const {
    return std::find(labels_.begin(), labels_.end(), row) != labels_.end();
}

QVariant EventTableModel::sortValue(int row, int column) const {
    if (column == Event)
        return row; // the order of the classes
    if (column == Label)
        return isLabelled(row) ? 1.0 : 0.0;
    const std::optional<double> value = valueOf(clip_->events[static_cast<std::size_t>(row)], column);
    return value.value_or(-std::numeric_limits<double>::infinity());
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("Event"),     tr("Audio"),  tr("Video"), tr("Weight"), tr("Fused"),
                             tr("Threshold"), tr("Margin"), tr("Tag"),   tr("Label")};
    const QStringList meanings{tr("The sound event, in the order of the class list"),
                               tr("a: the largest activation over time"),
                               tr("v: what the objects of the key frames add up to"),
                               tr("w: the weight of the video branch, 0 to 1"),
                               tr("p = (1 − w) · a + w · v"),
                               tr("t: tagged at or above this probability"),
                               tr("p − t: how far the tag is from changing"),
                               tr("p ≥ t"),
                               tr("The weak label of the project: given for the whole clip")};
    if (role == Qt::DisplayRole)
        return titles[section];
    return role == Qt::ToolTipRole ? QVariant(meanings[section]) : QVariant();
}

} // namespace tagscope::ui
