// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QModelIndex>
#include <QStringList>
#include <vector>

class QAbstractItemView;

namespace tagscope::ui {

// What a table, list or tree shows, as text: the columns and rows that are not hidden, in the order in which they
// stand, numbers as they are written there. A box that can be ticked and has no text reads "yes" or "no". Holds good
// until the view or its item model changes.
class ShownTable {
public:
    explicit ShownTable(const QAbstractItemView &view);

    [[nodiscard]] std::size_t rowCount() const { return rows_.size(); }
    [[nodiscard]] QStringList header() const;
    [[nodiscard]] QStringList row(std::size_t row) const;
    [[nodiscard]] bool isSelected(std::size_t row) const;

private:
    void takeColumns();
    void takeRows();
    [[nodiscard]] QString cell(const QModelIndex &index) const;

    const QAbstractItemView &view_;
    bool hasRowNames_ = false;
    std::vector<int> columns_;
    std::vector<QModelIndex> rows_; // of the first column
};

// One line by RFC 4180: fields with commas, quotes or line ends in quotes; ends with CR LF.
[[nodiscard]] QByteArray csvLine(const QStringList &fields);

// The header and all rows.
[[nodiscard]] QByteArray csvOf(const ShownTable &table);

// The header and the selected rows, between tabs, as spreadsheets paste it; empty where none is selected.
[[nodiscard]] QString selectedText(const ShownTable &table);

} // namespace tagscope::ui
