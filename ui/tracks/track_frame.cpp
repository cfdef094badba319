// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/track_frame.h"

#include "ui/base/icons.h"
#include "ui/base/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr double kNameSize = 0.85; // of the window's letters

} // namespace

TrackFrame::TrackFrame(const QString &title, QWidget &track, QWidget *parent)
    : QWidget(parent), title_(title), track_(track), header_(new QWidget),
      buttons_(new QBoxLayout(QBoxLayout::TopToBottom, header_)), fold_(new QToolButton), settings_(new QToolButton) {
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(header_);
    line->addWidget(&track, 1);
    buttons_->setContentsMargins(0, 0, 0, 0);
    buttons_->setSpacing(0);
    for (QToolButton *button : {fold_, settings_}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        buttons_->addWidget(button);
    }
    buttons_->addStretch(1);
    fold_->setVisible(!title.isEmpty());
    settings_->hide();
    settings_->setIcon(icon(QStringLiteral("settings")));
    settings_->setPopupMode(QToolButton::InstantPopup);
    connect(fold_, &QToolButton::clicked, this, [this] { Q_EMIT foldAsked(!isFolded_); });
    arrange();
}

int TrackFrame::headerWidth() {
    QToolButton button;
    button.setIcon(icon(QStringLiteral("folded")));
    button.setAutoRaise(true);
    return button.sizeHint().width();
}

int TrackFrame::foldedHeight() const {
    return std::max(fold_->sizeHint().height(), fontMetrics().height() + kGrid / 2);
}

void TrackFrame::setMenu(QMenu &menu) {
    settings_->setMenu(&menu);
    arrange();
}

void TrackFrame::setTitle(const QString &title) {
    title_ = title;
    arrange();
}

void TrackFrame::setFolded(bool isFolded) {
    if (isFolded == isFolded_)
        return;
    isFolded_ = isFolded;
    arrange();
}

void TrackFrame::arrange() {
    const int width = headerWidth();
    track_.setVisible(!isFolded_);
    fold_->setIcon(icon(isFolded_ ? QStringLiteral("folded") : QStringLiteral("unfolded")));
    fold_->setText(title_);
    fold_->setToolButtonStyle(isFolded_ ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    fold_->setToolTip(isFolded_ ? tr("Show this track: %1").arg(title_)
                                : tr("Fold this track to a line: %1").arg(title_));
    fold_->setAccessibleName(fold_->toolTip());
    settings_->setToolTip(tr("Settings of this track: %1").arg(title_));
    settings_->setAccessibleName(settings_->toolTip());
    settings_->setVisible(settings_->menu() != nullptr && !isFolded_);
    header_->setMinimumWidth(width);
    header_->setMaximumWidth(isFolded_ ? QWIDGETSIZE_MAX : width);
    setMinimumHeight(isFolded_ ? foldedHeight() : 0);
    setMaximumHeight(isFolded_ ? foldedHeight() : QWIDGETSIZE_MAX);
    updateGeometry();
    update();
}

void TrackFrame::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    if (isFolded_ || title_.isEmpty() || !header_->isVisible())
        return;
    const int width = header_->width();
    const int above = (settings_->isVisible() ? settings_ : fold_)->geometry().bottom() + kGrid / 2;
    painter.setFont(scaled(font(), kNameSize));
    const int room = height() - above - kGrid / 2;
    if (painter.fontMetrics().horizontalAdvance(title_) > room)
        return; // the tooltips say it
    painter.setPen(tokens().dim);
    painter.translate(0, above + room);
    painter.rotate(-90);
    painter.drawText(QRect(0, 0, room, width), Qt::AlignRight | Qt::AlignVCenter, title_);
}

void TrackFrame::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace tagscope::ui
