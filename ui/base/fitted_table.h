// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <vector>

namespace tagscope::ui {

// A table of rows to choose from. Columns of numbers are as wide as their headings; those of names share what is left,
// but keep a width that can be read, where the table scrolls sideways instead.
class FittedTable : public QTableView {
    Q_OBJECT

public:
    // Of `model`, which outlives the table and has its columns already.
    FittedTable(QAbstractItemModel &model, std::vector<int> nameColumns, QWidget *parent = nullptr);

    // Anew, where a column was hidden or shown, and, of a compact table, where it has other contents.
    void fit();
    // For a narrow panel: columns of numbers are no wider than their contents, and names may be shorter.
    void setCompact(int narrowestName = 7); // characters of M
    // Hidden in this order, as many as it takes, where names would be cut off otherwise.
    void setSpared(std::vector<int> columns);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void spareColumns();
    [[nodiscard]] int widthOf(int column) const;
    [[nodiscard]] int widthOfNames() const; // that they ask for

    std::vector<int> nameColumns_;
    std::vector<int> spared_;
    bool isCompact_ = false;
    int narrowestName_ = 12; // characters of M
};

} // namespace tagscope::ui
