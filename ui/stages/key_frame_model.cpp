// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/key_frame_model.h"

#include "ui/base/text.h"
#include "ui/tracks/object_table_model.h"

#include <algorithm>

namespace tagscope::ui {

void KeyFrameModel::setClip(const std::shared_ptr<const ClipAnalysis> &clip) {
    const int before = rowCount();
    const int after = clip && clip->video ? static_cast<int>(clip->video->keyFrames.size()) : 0;
    // Rows that stay are told as changed, so that a choice among them stays too.
    if (after < before)
        beginRemoveRows({}, after, before - 1);
    else if (after > before)
        beginInsertRows({}, before, after - 1);
    clip_ = after > 0 ? clip : nullptr;
    if (after < before)
        endRemoveRows();
    else if (after > before)
        endInsertRows();
    if (const int same = std::min(before, after); same > 0)
        Q_EMIT dataChanged(index(0, 0), index(same - 1, ColumnCount - 1));
}

int KeyFrameModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !clip_ ? 0 : static_cast<int>(clip_->video->keyFrames.size());
}

int KeyFrameModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const KeyFrame &KeyFrameModel::keyFrame(int row) const {
    return clip_->video->keyFrames[static_cast<std::size_t>(row)];
}

int KeyFrameModel::represented(int row) const {
    return static_cast<int>(std::ranges::count(clip_->video->selection.representative, row));
}

QVariant KeyFrameModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1 at %2 s represents %3 of the pictures (%4). %5")
            .arg(text(index.row(), Name), text(index.row(), Time), text(index.row(), Represents),
                 text(index.row(), Share), text(index.row(), Objects));
    case Qt::TextAlignmentRole:
        return index.column() == Name || index.column() == Objects ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                                                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case kPictureRole:
        return keyFrame(index.row()).picture;
    default:
        return {};
    }
}

QString KeyFrameModel::text(int row, int column) const {
    switch (column) {
    case Name:
        return tr("Key frame %1").arg(row + 1);
    case Time:
        return numberText(keyFrame(row).time.count(), 2);
    case Represents:
        return QString::number(represented(row));
    case Share: {
        const std::size_t pictures = std::max<std::size_t>(clip_->video->pictures.size(), 1);
        return tr("%1 %").arg(numberText(100.0 * represented(row) / static_cast<double>(pictures), 0));
    }
    case Objects:
        return objectsText(keyFrame(row));
    default:
        return {};
    }
}

QString KeyFrameModel::objectsText(const KeyFrame &keyFrame) const {
    QStringList objects;
    for (const ObjectProbability &object : keyFrame.objects)
        objects << QStringLiteral("%1 %2").arg(nameOfObject(*clip_, object.index), probabilityText(object.probability));
    return objects.join(QStringLiteral("; "));
}

QVariant KeyFrameModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Key frame"), tr("Time (s)"), tr("Pictures"), tr("Share"), tr("Objects")};
    return titles[section];
}

} // namespace tagscope::ui
