// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/fitted_table.h"

#include "ui/base/tokens.h"

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

void FittedTable::setSpared(std::vector<int> columns) {
    spared_ = std::move(columns);
    fit();
}

int FittedTable::widthOf(int column) const {
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('M'));
    const QString heading = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    if (!isCompact_) {
        const int number = QFontMetrics(strong(font())).horizontalAdvance(QStringLiteral("+0.000")) + em;
        return std::max(fontMetrics().horizontalAdvance(heading) + 3 * em / 2, number);
    }
    const bool isSorted = isSortingEnabled() && horizontalHeader()->sortIndicatorSection() == column;
    const int ofHeading = fontMetrics().horizontalAdvance(heading) + (isSorted ? 2 * em : em * 3 / 4);
    return std::max(ofHeading, sizeHintForColumn(column));
}

int FittedTable::widthOfNames() const {
    constexpr int kMostCharacters = 16; // of M: longer ones are cut off
    int width = 0;
    for (const int column : nameColumns_)
        width +=
            std::min(sizeHintForColumn(column), kMostCharacters * fontMetrics().horizontalAdvance(QLatin1Char('M')));
    return width;
}

void FittedTable::spareColumns() {
    for (const int column : spared_)
        setColumnHidden(column, false);
    int missing = widthOfNames() - viewport()->width();
    for (int column = 0; column < model()->columnCount(); ++column)
        if (!isColumnHidden(column) && std::ranges::find(nameColumns_, column) == nameColumns_.end())
            missing += widthOf(column);
    for (const int column : spared_) {
        if (missing <= 0)
            return;
        missing -= widthOf(column);
        setColumnHidden(column, true);
    }
}

void FittedTable::fit() {
    spareColumns();
    int room = viewport()->width();
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column) || std::ranges::find(nameColumns_, column) != nameColumns_.end())
            continue;
        const int width = widthOf(column);
        horizontalHeader()->resizeSection(column, width);
        room -= width;
    }
    const int narrowest = narrowestName_ * fontMetrics().horizontalAdvance(QLatin1Char('M'));
    const int each = room / std::max(static_cast<int>(nameColumns_.size()), 1);
    for (const int column : nameColumns_)
        horizontalHeader()->resizeSection(column, std::max(each, narrowest));
}

} // namespace tagscope::ui
