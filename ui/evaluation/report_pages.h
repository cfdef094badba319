// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QPdfWriter;
class QString;
class QTextDocument;

// A document set on pages as a paper is: no line and no row of a table is cut, no heading stands at the end of a page,
// and a table that goes on has its head again. On a thread of Qt's.
namespace tagscope::ui {

// What of a document stands on one page, from above, in the document's points; the head is empty where there is none.
struct ReportPage {
    double top = 0.0;
    double bottom = 0.0;
    double headTop = 0.0; // of the table that goes on, drawn again above
    double headBottom = 0.0;
};

// `height`: of a page's room. The document has its width. What is higher than a page alone is cut.
[[nodiscard]] std::vector<ReportPage> pagesOf(const QTextDocument &document, double height);

// All pages, with `name` and the page's number below each.
void writePages(QTextDocument &document, const QString &name, QPdfWriter &writer);

} // namespace tagscope::ui
