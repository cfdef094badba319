// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/video_view.h"

#include <QPainter>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr QColor kGround(24, 24, 24); // as in a dark room, in both themes
constexpr QColor kWords(200, 200, 200);

} // namespace

VideoView::VideoView(QWidget *parent) : QWidget(parent) {
    setAccessibleName(tr("Picture at the playhead"));
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void VideoView::setPicture(const QImage &picture, const QString &time) {
    picture_ = picture;
    setToolTip(time);
    update();
}

void VideoView::setMessage(const QString &message) {
    if (message == message_)
        return;
    message_ = message;
    update();
}

QSize VideoView::pixels() const {
    const double scale = devicePixelRatioF();
    return {static_cast<int>(std::lround(width() * scale)), static_cast<int>(std::lround(height() * scale))};
}

QRect VideoView::pictureRect() const {
    QRect place({}, picture_.size().scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(rect().center());
    return place;
}

QSize VideoView::sizeHint() const {
    const int line = fontMetrics().height();
    return {16 * line, 9 * line};
}

QSize VideoView::minimumSizeHint() const {
    return sizeHint() / 2;
}

void VideoView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), kGround);
    if (message_.isEmpty() && !picture_.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(pictureRect(), picture_);
    } else {
        const int gap = fontMetrics().height() / 2;
        painter.setPen(kWords);
        painter.drawText(rect().adjusted(gap, gap, -gap, -gap), Qt::AlignCenter | Qt::TextWordWrap, message_);
    }
}

void VideoView::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    Q_EMIT resized();
}

} // namespace tagscope::ui
