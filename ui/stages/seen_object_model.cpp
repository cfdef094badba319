// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/seen_object_model.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/document/absence.h"
#include "ui/tracks/object_table_model.h"

#include <QFont>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

void SeenObjectModel::setClip(std::shared_ptr<const ClipAnalysis> clip) {
    if (clip && (!clip->video || clip->video->objects.empty()))
        clip.reset();
    if (rowCount() > 0) {
        beginRemoveRows({}, 0, rowCount() - 1);
        clip_.reset();
        endRemoveRows();
    }
    const int keyFrames = clip ? static_cast<int>(clip->video->keyFrames.size()) : 0;
    if (keyFrames > keyFrames_) {
        beginInsertColumns({}, FirstKeyFrame + keyFrames_, FirstKeyFrame + keyFrames - 1);
        keyFrames_ = keyFrames;
        endInsertColumns();
    } else if (keyFrames < keyFrames_) {
        beginRemoveColumns({}, FirstKeyFrame + keyFrames, FirstKeyFrame + keyFrames_ - 1);
        keyFrames_ = keyFrames;
        endRemoveColumns();
    }
    if (!clip)
        return;
    beginInsertRows({}, 0, static_cast<int>(clip->video->objects.size()) - 1);
    clip_ = std::move(clip);
    endInsertRows();
}

void SeenObjectModel::setEvent(std::optional<int> event) {
    event_ = event;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::FontRole});
}

std::optional<int> SeenObjectModel::keyFrameOf(int column) const {
    return column >= FirstKeyFrame && column < columnCount() ? std::optional(column - FirstKeyFrame) : std::nullopt;
}

std::optional<double> SeenObjectModel::probabilityIn(int keyFrame, int row) const {
    const auto &objects = clip_->video->keyFrames[static_cast<std::size_t>(keyFrame)].objects;
    const auto found = std::ranges::find(objects, object(row).index, &ObjectProbability::index);
    return found == objects.end() ? std::nullopt : std::optional(static_cast<double>(found->probability));
}

int SeenObjectModel::objectOf(int row) const {
    return object(row).index;
}

const MappedObject &SeenObjectModel::object(int row) const {
    return clip_->video->objects[static_cast<std::size_t>(row)];
}

int SeenObjectModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !clip_ ? 0 : static_cast<int>(clip_->video->objects.size());
}

int SeenObjectModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : FirstKeyFrame + keyFrames_;
}

QVariant SeenObjectModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isText = index.column() == Object || index.column() == Event;
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::TextAlignmentRole:
        return isText ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole:
        return event_ && object(index.row()).event == event_ ? strong(QFont()) : QFont();
    default:
        return {};
    }
}

QString SeenObjectModel::text(const QModelIndex &index) const {
    const MappedObject &seen = object(index.row());
    switch (index.column()) {
    case Object:
        return nameOfObject(*clip_, seen.index);
    case Event: {
        const auto k = static_cast<std::size_t>(seen.event.value_or(-1));
        return seen.event && k < clip_->settings.events.size() ? toText(clip_->settings.events[k].name)
                                                               : QStringLiteral("—");
    }
    case Cosine:
        return std::isnan(seen.cosine) || !seen.event ? QStringLiteral("—")
                                                      : numberText(static_cast<double>(seen.cosine), 2);
    case Probability:
        return numberText(static_cast<double>(seen.probability), 2);
    default: {
        const std::optional<double> probability = probabilityIn(index.column() - FirstKeyFrame, index.row());
        return probability ? numberText(*probability, 2) : QStringLiteral("–");
    }
    }
}

QString SeenObjectModel::toolTip(const QModelIndex &index) const {
    const MappedObject &seen = object(index.row());
    if (const std::optional<int> keyFrame = keyFrameOf(index.column()))
        return probabilityIn(*keyFrame, index.row())
                   ? tr("Click to see where in key frame %1 the network saw it").arg(*keyFrame + 1)
                   : tr("Not among the ten objects of key frame %1").arg(*keyFrame + 1);
    if (seen.event || index.column() == Object)
        return text(index);
    return whyNoEvent(*clip_);
}

QVariant SeenObjectModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (const std::optional<int> keyFrame = keyFrameOf(section)) {
        if (role == Qt::DisplayRole)
            return tr("#%1").arg(*keyFrame + 1);
        return role == Qt::ToolTipRole ? QVariant(tr("Probability in key frame %1").arg(*keyFrame + 1)) : QVariant();
    }
    const QStringList titles{tr("Object"), tr("Assigned to"), tr("Cosine"), tr("Clip")};
    const QStringList meanings{tr("One of the 1,000 ImageNet classes"),
                               tr("The event that received the object's probability; bold: the chosen event"),
                               tr("Similarity of the two names' word vectors, −1 to 1"),
                               tr("Probability over all key frames; the ten add up to 1")};
    if (role == Qt::DisplayRole)
        return titles[section];
    return role == Qt::ToolTipRole ? QVariant(meanings[section]) : QVariant();
}

} // namespace tagscope::ui
