// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <vector>

namespace tagscope::ui {

// A table of results, as it is shown.
struct FigureTable {
    struct Cell {
        QString text;
        QString details; // the tool tip; empty: none

        friend bool operator==(const Cell &, const Cell &) = default;
    };
    struct Row {
        std::vector<Cell> cells; // one a column
        bool isTotal = false;    // of all the others together

        friend bool operator==(const Row &, const Row &) = default;
    };
    QStringList header;
    std::vector<Row> rows;
    bool isOfWords = false; // in all columns
};

// A FigureTable: the first column names the rows, the others hold numbers or, where it is so said, words. Rows that
// stay where they are are told as changed, not made anew. GUI thread.
class FigureTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(FigureTable table);
    [[nodiscard]] const FigureTable &table() const { return table_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    FigureTable table_;
};

} // namespace tagscope::ui
