// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QGridLayout;
class QTabBar;

namespace tagscope::ui {

// Charts beside and below each other, as many as can be read; the rest is on pages behind tabs. GUI thread.
class ChartPages : public QWidget {
    Q_OBJECT

public:
    struct Chart {
        QWidget *widget = nullptr; // becomes a child
        QString title;             // for the tabs
        QString reading;           // how to read it, in a line below it where there is room; empty: none
    };

    // `least`: what a chart needs to be read; `mostColumns`: beside each other, where there is room.
    ChartPages(std::vector<Chart> charts, const QSize &least, int mostColumns, QWidget *parent = nullptr);

    // That one has all the room; null: all of them again.
    void showAlone(QWidget *chart);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void nameTabs(int onPage);

    struct Cell {
        QWidget *box = nullptr; // of the chart and the line below it
        QWidget *caption = nullptr;
    };

    std::vector<Chart> charts_;
    std::vector<Cell> cells_; // one a chart
    QSize least_;
    int mostColumns_;
    QTabBar *tabs_;
    QGridLayout *grid_;
    QWidget *alone_ = nullptr;
};

} // namespace tagscope::ui
