// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/figure_table_model.h"

#include "ui/base/tokens.h"

#include <QFont>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

void FigureTableModel::setTable(FigureTable table) {
    if (table.header != table_.header || table.isOfWords != table_.isOfWords) {
        beginResetModel();
        table_ = std::move(table);
        endResetModel();
        return;
    }
    const std::size_t before = table_.rows.size();
    const std::size_t after = table.rows.size();
    if (after < before) {
        beginRemoveRows({}, static_cast<int>(after), static_cast<int>(before) - 1);
        table_.rows.resize(after);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < std::min(before, after); ++i) {
        if (table_.rows[i] == table.rows[i])
            continue;
        const int row = static_cast<int>(i);
        table_.rows[i] = std::move(table.rows[i]);
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    if (after > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(after) - 1);
        for (std::size_t i = before; i < after; ++i)
            table_.rows.push_back(std::move(table.rows[i]));
        endInsertRows();
    }
}

int FigureTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
}

int FigureTableModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.header.size());
}

QVariant FigureTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FigureTable::Row &row = table_.rows[static_cast<std::size_t>(index.row())];
    const FigureTable::Cell &cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.details.isEmpty() ? QVariant() : QVariant(cell.details);
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == 0 || table_.isOfWords ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    case Qt::FontRole:
        return row.isTotal ? QVariant(strong(QFont())) : QVariant();
    default:
        return {};
    }
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    return table_.header[section];
}

} // namespace tagscope::ui
