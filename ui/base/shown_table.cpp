// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/shown_table.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QListView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTreeView>
#include <algorithm>

namespace tagscope::ui {

namespace {

const QHeaderView *headerOf(const QAbstractItemView &view) {
    if (const auto *table = qobject_cast<const QTableView *>(&view))
        return table->horizontalHeader();
    if (const auto *tree = qobject_cast<const QTreeView *>(&view))
        return tree->header();
    return nullptr;
}

bool isRowHidden(const QAbstractItemView &view, int row) {
    if (const auto *table = qobject_cast<const QTableView *>(&view))
        return table->isRowHidden(row);
    if (const auto *list = qobject_cast<const QListView *>(&view))
        return list->isRowHidden(row);
    return false;
}

QString fieldOf(const QString &text) {
    const bool needsQuotes = std::any_of(text.begin(), text.end(), [](QChar letter) {
        return letter == QLatin1Char(',') || letter == QLatin1Char('"') || letter == QLatin1Char('\n') ||
               letter == QLatin1Char('\r');
    });
    if (!needsQuotes)
        return text;
    QString doubled = text;
    return QLatin1Char('"') + doubled.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

// Neither a tab nor a line end, which would begin another cell.
QString pastedField(QString text) {
    for (QChar &letter : text)
        if (letter == QLatin1Char('\t') || letter == QLatin1Char('\n') || letter == QLatin1Char('\r'))
            letter = QLatin1Char(' ');
    return text;
}

} // namespace

ShownTable::ShownTable(const QAbstractItemView &view) : view_(view) {
    if (view.model() == nullptr)
        return;
    const auto *table = qobject_cast<const QTableView *>(&view);
    hasRowNames_ = table != nullptr && !table->verticalHeader()->isHidden();
    takeColumns();
    takeRows();
}

void ShownTable::takeColumns() {
    const int columns = view_.model()->columnCount(view_.rootIndex());
    if (const auto *list = qobject_cast<const QListView *>(&view_)) {
        columns_.push_back(list->modelColumn());
        return;
    }
    const QHeaderView *header = headerOf(view_);
    for (int place = 0; place < columns; ++place) {
        const int column = header != nullptr ? header->logicalIndex(place) : place;
        if (column >= 0 && (header == nullptr || !header->isSectionHidden(column)))
            columns_.push_back(column);
    }
}

void ShownTable::takeRows() {
    const QAbstractItemModel &model = *view_.model();
    if (const auto *tree = qobject_cast<const QTreeView *>(&view_)) {
        for (QModelIndex at = model.index(0, 0, view_.rootIndex()); at.isValid(); at = tree->indexBelow(at))
            rows_.push_back(at.siblingAtColumn(0));
        return;
    }
    const QHeaderView *order = nullptr;
    if (const auto *table = qobject_cast<const QTableView *>(&view_))
        order = table->verticalHeader();
    const int rows = model.rowCount(view_.rootIndex());
    rows_.reserve(static_cast<std::size_t>(rows));
    for (int place = 0; place < rows; ++place) {
        const int row = order != nullptr ? order->logicalIndex(place) : place;
        if (row >= 0 && !isRowHidden(view_, row))
            rows_.push_back(model.index(row, 0, view_.rootIndex()));
    }
}

QStringList ShownTable::header() const {
    QStringList names;
    if (hasRowNames_)
        names << QString();
    // A list shows no header, and has its name in place of the number that stands for none.
    const bool isList = qobject_cast<const QListView *>(&view_) != nullptr;
    for (const int column : columns_) {
        const QVariant name = view_.model()->headerData(column, Qt::Horizontal);
        names << (isList && name.typeId() != QMetaType::QString ? view_.accessibleName() : name.toString());
    }
    return names;
}

QStringList ShownTable::row(std::size_t row) const {
    const QModelIndex first = rows_.at(row);
    QStringList fields;
    if (hasRowNames_)
        fields << view_.model()->headerData(first.row(), Qt::Vertical).toString();
    for (const int column : columns_)
        fields << cell(first.siblingAtColumn(column));
    return fields;
}

bool ShownTable::isSelected(std::size_t row) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](int column) {
        return view_.selectionModel()->isSelected(rows_.at(row).siblingAtColumn(column));
    });
}

QString ShownTable::cell(const QModelIndex &index) const {
    const QVariant value = index.data(Qt::DisplayRole);
    if (value.typeId() == QMetaType::QString)
        return value.toString();
    if (!value.isValid()) {
        const QVariant ticked = index.data(Qt::CheckStateRole);
        if (!ticked.isValid())
            return {};
        return ticked.toInt() == Qt::Checked ? QCoreApplication::translate("ShownTable", "yes")
                                             : QCoreApplication::translate("ShownTable", "no");
    }
    const auto *delegate = qobject_cast<const QStyledItemDelegate *>(view_.itemDelegateForIndex(index));
    return delegate != nullptr ? delegate->displayText(value, view_.locale()) : value.toString();
}

QByteArray csvLine(const QStringList &fields) {
    QStringList quoted;
    quoted.reserve(fields.size());
    for (const QString &field : fields)
        quoted << fieldOf(field);
    return quoted.join(QLatin1Char(',')).toUtf8() + QByteArrayLiteral("\r\n");
}

QByteArray csvOf(const ShownTable &table) {
    QByteArray lines = csvLine(table.header());
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        lines += csvLine(table.row(row));
    return lines;
}

QString selectedText(const ShownTable &table) {
    const auto line = [](const QStringList &fields) {
        QStringList cells;
        for (const QString &field : fields)
            cells << pastedField(field);
        return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    QString lines;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        if (table.isSelected(row))
            lines += line(table.row(row));
    return lines.isEmpty() ? lines : line(table.header()) + lines;
}

} // namespace tagscope::ui
