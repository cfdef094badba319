// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/notice_box.h"

#include "ui/base/icons.h"
#include "ui/base/tokens.h"

#include <QLabel>

namespace tagscope::ui {

QMessageBox *noticeBox(const QString &what, const QString &meaning, QWidget *parent) {
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(what);
    box->setTextFormat(Qt::PlainText);
    box->setText(what);
    box->setInformativeText(meaning);
    if (auto *heading = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_label")))
        giveRole(*heading, TextRole::Heading);
    if (auto *text = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_informativelabel"))) {
        text->setTextFormat(Qt::PlainText);
        text->setMinimumWidth(48 * text->fontMetrics().averageCharWidth()); // else it is a column of a few words
    }
    const int size = 4 * kGrid;
    box->setIconPixmap(icon(QStringLiteral("warning")).pixmap(QSize(size, size), box->devicePixelRatioF()));
    return box;
}

} // namespace tagscope::ui
