// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/mapping_model.h"

#include "ui/base/text.h"
#include "ui/tracks/object_table_model.h"

#include <QFont>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tagscope::ui {

void MappingModel::setMapping(ClipMapping mapping) {
    const auto rows = static_cast<int>(mapping.objects());
    const auto columns = static_cast<int>(mapping.events());
    if (rows != rows_ && rows_ > 0) {
        beginRemoveRows({}, 0, rows_ - 1);
        rows_ = 0;
        endRemoveRows();
    }
    if (columns < columns_) {
        beginRemoveColumns({}, columns, columns_ - 1);
        columns_ = columns;
        endRemoveColumns();
    } else if (columns > columns_) {
        beginInsertColumns({}, columns_, columns - 1);
        columns_ = columns;
        endInsertColumns();
    }
    if (rows_ > 0) {
        mapping_ = std::move(mapping);
        Q_EMIT dataChanged(index(0, 0), index(rows_ - 1, columns_ - 1));
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rows_ - 1);
    } else if (rows > 0) {
        beginInsertRows({}, 0, rows - 1);
        mapping_ = std::move(mapping);
        rows_ = rows;
        endInsertRows();
    } else {
        mapping_ = std::move(mapping);
    }
    if (columns_ > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns_ - 1);
}

int MappingModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : rows_;
}

int MappingModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : columns_;
}

float MappingModel::cosineAt(const QModelIndex &index) const {
    return mapping_.cosine.empty()
               ? std::numeric_limits<float>::quiet_NaN()
               : mapping_.cosine(static_cast<std::size_t>(index.row()), static_cast<std::size_t>(index.column()));
}

float MappingModel::shareAt(const QModelIndex &index) const {
    return mapping_.share.empty()
               ? 0.0F
               : mapping_.share(static_cast<std::size_t>(index.row()), static_cast<std::size_t>(index.column()));
}

bool MappingModel::hasVector(int event) const {
    for (std::size_t i = 0; i < mapping_.cosine.rows; ++i)
        if (!std::isnan(mapping_.cosine(i, static_cast<std::size_t>(event))))
            return true;
    return mapping_.cosine.empty();
}

QVariant MappingModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const float cosine = cosineAt(index);
    const float share = shareAt(index);
    const QString number = std::isnan(cosine) ? QStringLiteral("—") : numberText(static_cast<double>(cosine), 2);
    switch (role) {
    case Qt::DisplayRole:
        return share > 0 ? tr("%1 → %2 %").arg(number, numberText(100.0 * static_cast<double>(share), 0)) : number;
    case Qt::EditRole:
        return static_cast<double>(share);
    case kCosineRole:
        return cosine;
    case kShareRole:
        return share;
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignCenter);
    default:
        return {};
    }
}

QString MappingModel::toolTip(const QModelIndex &index) const {
    const QString object = headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString();
    const QString event = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    const float cosine = cosineAt(index);
    const QString similarity = std::isnan(cosine) ? tr("one of them has no word vector")
                                                  : tr("cosine %1").arg(numberText(static_cast<double>(cosine), 3));
    const double flow = mapping_.flow(static_cast<std::size_t>(index.row()), static_cast<std::size_t>(index.column()));
    return tr("%1 and %2: %3.\nThe event receives %4 % of the object's probability, %5.")
        .arg(object, event, similarity, numberText(100.0 * static_cast<double>(shareAt(index)), 0),
             probabilityText(flow));
}

bool MappingModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    bool isNumber = false;
    const double share = value.toDouble(&isNumber);
    if (role != Qt::EditRole || !isNumber || !(share >= 0.0 && share <= 1.0) ||
        !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    Q_EMIT shareAsked(mapping_.clip->video->objects[static_cast<std::size_t>(index.row())].index, index.column(),
                      share);
    return true;
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columns_ : rows_) || !mapping_.clip)
        return {};
    const auto i = static_cast<std::size_t>(section);
    if (orientation == Qt::Horizontal) {
        const QString name = toText(mapping_.clip->settings.events[i].name);
        if (role == Qt::ToolTipRole)
            return hasVector(section) ? name : tr("%1\nNone of its words has a vector.").arg(name);
        return role == Qt::DisplayRole ? QVariant(name) : QVariant();
    }
    const MappedObject &object = mapping_.clip->video->objects[i];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return tr("%1  %2").arg(nameOfObject(*mapping_.clip, object.index), probabilityText(object.probability));
    return {};
}

Qt::ItemFlags MappingModel::flags(const QModelIndex &index) const {
    return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemIsEditable : Qt::NoItemFlags;
}

} // namespace tagscope::ui
