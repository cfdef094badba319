// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/fitted_table.h"

#include <QHeaderView>
#include <algorithm>

namespace tagscope::ui {

FittedTable::FittedTable(QAbstractItemModel &tableModel, std::vector<int> nameColumns, QWidget *parent)
    : QTableView(parent), nameColumns_(std::move(nameColumns)) {
    setModel(&tableModel);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab goes on to the next panel
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 4 / 3);
    horizontalHeader()->setHighlightSections(false);
    fit();
}

void FittedTable::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    fit();
}

void FittedTable::setCompact(int narrowestName) {
    isCompact_ = true;
    narrowestName_ = narrowestName;
    fit();
}

void FittedTable::fit() {
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('M'));
    QFont bold = font();
    bold.setBold(true);
    const int number = QFontMetrics(bold).horizontalAdvance(QStringLiteral("+0.000")) + em;
    int room = viewport()->width();
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column) || std::find(nameColumns_.begin(), nameColumns_.end(), column) != nameColumns_.end())
            continue;
        const QString heading = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int width = std::max(fontMetrics().horizontalAdvance(heading) + 3 * em / 2, number);
        if (isCompact_) {
            const bool isSorted = isSortingEnabled() && horizontalHeader()->sortIndicatorSection() == column;
            const int ofHeading = fontMetrics().horizontalAdvance(heading) + (isSorted ? 2 * em : em * 3 / 4);
            width = std::max(ofHeading, sizeHintForColumn(column));
        }
        horizontalHeader()->resizeSection(column, width);
        room -= width;
    }
    const int each = room / std::max(static_cast<int>(nameColumns_.size()), 1);
    for (const int column : nameColumns_)
        horizontalHeader()->resizeSection(column, std::max(each, narrowestName_ * em));
}

} // namespace tagscope::ui
