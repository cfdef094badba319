// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_list_view.h"

#include <QPainter>

namespace tagscope::ui {

ClipListView::ClipListView(QWidget *parent) : QListView(parent) {
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Clips"));
}

void ClipListView::paintEvent(QPaintEvent *event) {
    QListView::paintEvent(event);
    if (model() != nullptr && model()->rowCount() > 0)
        return;
    const int line = fontMetrics().height();
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(line, line, -line, -line),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     tr("No clip is open. Drop media here, or press Ctrl+O."));
}

void ClipListView::resizeEvent(QResizeEvent *event) {
    QListView::resizeEvent(event);
    Q_EMIT seen();
}

void ClipListView::showEvent(QShowEvent *event) {
    QListView::showEvent(event);
    Q_EMIT seen();
}

} // namespace tagscope::ui
