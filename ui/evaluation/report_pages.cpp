// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/report_pages.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>
#include <algorithm>
#include <cmath>
#include <limits>

namespace tagscope::ui {

namespace {

constexpr double kPointsAnInch = 96.0; // of the document, whatever the screen
constexpr double kFooter = 22.0;       // of them
constexpr int kFooterSize = 9;         // of its letters, in the document's points
constexpr double kSlack = 0.5;

struct TableExtent {
    double top = 0.0;
    double bottom = 0.0;
    double headBottom = 0.0; // top where it has none
};

// Where a page may end, from above, and the tables.
struct Layout {
    std::vector<double> ends;
    std::vector<TableExtent> tables;
};

double topOfRow(const QTextTable &table, int row, const QAbstractTextDocumentLayout &layout) {
    double top = std::numeric_limits<double>::max();
    for (int column = 0; column < table.columns(); ++column)
        top = std::min(top, layout.blockBoundingRect(table.cellAt(row, column).firstCursorPosition().block()).top());
    return top - table.format().cellPadding() - table.format().border();
}

void addTable(const QTextTable &table, bool isBelowHeading, const QAbstractTextDocumentLayout &layout, Layout &found) {
    const QRectF box = layout.frameBoundingRect(const_cast<QTextTable *>(&table));
    const int heads = std::min(table.format().headerRowCount(), table.rows() - 1);
    if (!isBelowHeading)
        found.ends.push_back(box.top());
    for (int row = heads + 1; row < table.rows(); ++row)
        found.ends.push_back(topOfRow(table, row, layout));
    found.tables.push_back({box.top(), box.bottom(), heads > 0 ? topOfRow(table, heads, layout) : box.top()});
}

void addBlock(const QTextBlock &block, bool isBelowHeading, const QAbstractTextDocumentLayout &layout, Layout &found) {
    const QRectF box = layout.blockBoundingRect(block);
    if (box.height() <= 0)
        return;
    for (int line = isBelowHeading ? 1 : 0; line < block.layout()->lineCount(); ++line)
        found.ends.push_back(box.top() + block.layout()->lineAt(line).y());
}

Layout layoutOf(const QTextDocument &document) {
    const QAbstractTextDocumentLayout &layout = *document.documentLayout();
    Layout found;
    bool isBelowHeading = true; // nothing stands above the first
    QTextFrame *root = document.rootFrame();
    for (auto part = root->begin(); !part.atEnd(); ++part) {
        if (const auto *table = qobject_cast<QTextTable *>(part.currentFrame())) {
            addTable(*table, isBelowHeading, layout, found);
            isBelowHeading = false;
        } else if (const QTextBlock block = part.currentBlock(); block.isValid()) {
            addBlock(block, isBelowHeading, layout, found);
            if (block.length() > 1) // an empty one parts nothing
                isBelowHeading = block.blockFormat().headingLevel() > 0;
        }
    }
    std::ranges::sort(found.ends);
    return found;
}

} // namespace

std::vector<ReportPage> pagesOf(const QTextDocument &document, double height) {
    const double end = document.documentLayout()->frameBoundingRect(document.rootFrame()).bottom();
    const Layout layout = layoutOf(document);
    std::vector<ReportPage> pages;
    for (double top = 0.0; top < end - kSlack;) {
        ReportPage page{top, end, 0.0, 0.0};
        for (const TableExtent &table : layout.tables)
            if (table.headBottom - kSlack < top && top < table.bottom - kSlack && table.headBottom > table.top) {
                page.headTop = table.top;
                page.headBottom = table.headBottom;
            }
        const double limit = top + height - (page.headBottom - page.headTop);
        if (end > limit) {
            const auto after = std::ranges::upper_bound(layout.ends, limit);
            const bool isThere = after != layout.ends.begin() && *std::prev(after) > top + kSlack;
            page.bottom = isThere ? *std::prev(after) : limit;
        }
        pages.push_back(page);
        top = page.bottom;
    }
    return pages;
}

void writePages(QTextDocument &document, const QString &name, QPdfWriter &writer) {
    QImage paper(1, 1, QImage::Format_RGB32);
    const int dotsAMetre = static_cast<int>(std::lround(kPointsAnInch / 0.0254));
    paper.setDotsPerMeterX(dotsAMetre);
    paper.setDotsPerMeterY(dotsAMetre);
    document.documentLayout()->setPaintDevice(&paper);
    QTextOption whole = document.defaultTextOption();
    whole.setWrapMode(QTextOption::WordWrap); // no word of a narrow column is broken
    document.setDefaultTextOption(whole);
    document.setDocumentMargin(0);
    const double scale = writer.resolution() / kPointsAnInch;
    const QSizeF room(writer.width() / scale, writer.height() / scale);
    document.setTextWidth(room.width());

    const std::vector<ReportPage> pages = pagesOf(document, room.height() - kFooter);
    QPainter painter(&writer);
    painter.scale(scale, scale);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    const auto draw = [&](double top, double bottom, double at) {
        painter.save();
        painter.translate(0, at - top);
        context.clip = QRectF(0, top, room.width(), bottom - top);
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
    };
    QFont small = document.defaultFont();
    small.setPixelSize(kFooterSize);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        const double head = pages[i].headBottom - pages[i].headTop;
        if (head > 0)
            draw(pages[i].headTop, pages[i].headBottom, 0);
        draw(pages[i].top, pages[i].bottom, head);
        painter.setFont(small);
        painter.setPen(Qt::darkGray);
        const QRectF footer(0, room.height() - kFooter, room.width(), kFooter);
        painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom, name);
        painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(i + 1).arg(pages.size()));
    }
}

} // namespace tagscope::ui
