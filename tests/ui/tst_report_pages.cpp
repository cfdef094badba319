// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "ui/evaluation/report_pages.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

// Where a report's pages end.
using namespace tagscope::ui;

namespace {

constexpr double kHeight = 500.0;

QString tableOfRows(int rows) {
    QString html =
        QStringLiteral("<table border=\"1\" cellpadding=\"4\"><thead><tr><th>event</th><th>F1</th></tr></thead>");
    for (int row = 0; row < rows; ++row)
        html += QStringLiteral("<tr><td>event %1, of two<br>lines</td><td>%1</td></tr>").arg(row);
    return html + QStringLiteral("</table>");
}

void setText(QTextDocument &document, const QString &html) {
    document.setHtml(html);
    document.setTextWidth(700);
}

} // namespace

class TestReportPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allIsShownOnce() {
        QTextDocument document;
        setText(document,
                QStringLiteral("<h1>A title</h1><p>%1</p>").arg(QStringLiteral("Many words. ").repeated(2000)) +
                    tableOfRows(80));
        const std::vector<ReportPage> pages = pagesOf(document, kHeight);
        QVERIFY(pages.size() > 4);
        QCOMPARE(pages.front().top, 0.0);
        for (std::size_t i = 1; i < pages.size(); ++i)
            QCOMPARE(pages[i].top, pages[i - 1].bottom);
        QVERIFY(pages.back().bottom >= document.size().height() - 2 * document.documentMargin());
        for (const ReportPage &page : pages)
            QVERIFY(page.bottom - page.top + page.headBottom - page.headTop <= kHeight + 0.01);
    }

    // Each row of two lines stands on one page, below the table's head.
    void noRowIsCut() {
        QTextDocument document;
        setText(document, QStringLiteral("<p>Before.</p>") + tableOfRows(80));
        const auto *table = qobject_cast<QTextTable *>(document.rootFrame()->childFrames().front());
        const QAbstractTextDocumentLayout &layout = *document.documentLayout();
        const std::vector<ReportPage> pages = pagesOf(document, kHeight);
        for (std::size_t i = 1; i < pages.size(); ++i) {
            for (int row = 0; row < table->rows(); ++row) {
                const QTextTableCell cell = table->cellAt(row, 0);
                const double top = layout.blockBoundingRect(cell.firstCursorPosition().block()).top();
                const double bottom = layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom();
                QVERIFY2(bottom <= pages[i].top + 0.5 || top >= pages[i].top - 0.5, qPrintable(QString::number(row)));
            }
            QVERIFY(pages[i].headBottom > pages[i].headTop + 10);
        }
    }

    void aHeadingStandsWithWhatFollows() {
        QTextDocument document;
        for (int lines = 10; lines < 60; ++lines) {
            setText(document, QStringLiteral("<p>line</p>").repeated(lines) + QStringLiteral("<h2>The heading</h2>") +
                                  tableOfRows(3));
            const QTextBlock heading = document.find(QStringLiteral("The heading")).block();
            const QRectF box = document.documentLayout()->blockBoundingRect(heading);
            for (const ReportPage &page : pagesOf(document, kHeight))
                if (page.top > 0)
                    QVERIFY2(page.top <= box.top() + 0.5 || page.top > box.bottom() + 30,
                             qPrintable(QString::number(lines)));
        }
    }
};

TAGSCOPE_WINDOW_TEST(TestReportPages)
#include "tst_report_pages.moc"
