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

    // Anew, where a column was hidden or shown.
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    std::vector<int> nameColumns_;
};

} // namespace tagscope::ui
