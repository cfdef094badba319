// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/object_table_model.h"

#include "ui/base/text.h"
#include "ui/document/absence.h"

#include <cmath>

namespace tagscope::ui {

QString nameOfObject(const ClipAnalysis &clip, int index) {
    const auto i = static_cast<std::size_t>(index);
    if (index >= 0 && i < clip.objectNames.size())
        return toText(clip.objectNames[i]);
    return ObjectTableModel::tr("object %1").arg(index);
}

void ObjectTableModel::setClip(std::shared_ptr<const ClipAnalysis> clip) {
    const int rows = rowCount();
    if (rows > 0) {
        beginRemoveRows({}, 0, rows - 1);
        clip_.reset();
        endRemoveRows();
    }
    if (!clip || !clip->video || clip->video->objects.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(clip->video->objects.size()) - 1);
    clip_ = std::move(clip);
    endInsertRows();
}

int ObjectTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !clip_ ? 0 : static_cast<int>(clip_->video->objects.size());
}

int ObjectTableModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ObjectTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MappedObject &object = clip_->video->objects[static_cast<std::size_t>(index.row())];
    const bool isText = index.column() == Object || index.column() == Event;
    switch (role) {
    case Qt::DisplayRole:
        return text(object, index.column());
    case Qt::ToolTipRole:
        return object.event ? text(object, index.column()) : whyNoEvent(*clip_);
    case Qt::TextAlignmentRole:
        return isText ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString ObjectTableModel::text(const MappedObject &object, int column) const {
    switch (column) {
    case Object:
        return nameOfObject(*clip_, object.index);
    case Probability:
        return probabilityText(object.probability);
    case Event: {
        const auto k = static_cast<std::size_t>(object.event.value_or(-1));
        return object.event && k < clip_->settings.events.size() ? toText(clip_->settings.events[k].name)
                                                                 : QStringLiteral("—");
    }
    case Cosine:
        return std::isnan(object.cosine) || !object.event ? QStringLiteral("—") : probabilityText(object.cosine);
    default:
        return {};
    }
}

QVariant ObjectTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("Object"), tr("Probability"), tr("Event"), tr("Cosine")};
    const QStringList meanings{tr("One of the 1,000 ImageNet classes"), tr("Over all key frames; the ten add up to 1"),
                               tr("The event that received the object's probability"),
                               tr("Similarity of the names' word vectors, −1 to 1")};
    if (role == Qt::DisplayRole)
        return titles[section];
    return role == Qt::ToolTipRole ? QVariant(meanings[section]) : QVariant();
}

} // namespace tagscope::ui
