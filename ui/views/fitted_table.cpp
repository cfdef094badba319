#include "ui/views/fitted_table.h"

#include <QHeaderView>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr int kNarrowestName = 12; // characters of M

} // namespace

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
        const int width = std::max(fontMetrics().horizontalAdvance(heading) + 3 * em / 2, number);
        horizontalHeader()->resizeSection(column, width);
        room -= width;
    }
    const int each = room / std::max(static_cast<int>(nameColumns_.size()), 1);
    for (const int column : nameColumns_)
        horizontalHeader()->resizeSection(column, std::max(each, kNarrowestName * em));
}

} // namespace tagscope::ui
