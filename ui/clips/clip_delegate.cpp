// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_delegate.h"

#include "ui/base/tokens.h"
#include "ui/clips/clip_row.h"

#include <QApplication>
#include <QListView>
#include <QPainter>
#include <QStyle>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kAspect = 4.0 / 3.0; // of the place for a picture; wider ones are made smaller

QSize pictureSize(const QFontMetrics &metrics) {
    const int height = 3 * metrics.height();
    return {static_cast<int>(height * kAspect), height};
}

// The fused probability as a bar from 0 to 1, full where it reaches the threshold, which is a tick.
void paintDecision(QPainter &painter, const QRect &bar, const Decision &decision, const QPalette &palette,
                   bool isSelected) {
    const QColor ink = palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const auto x = [&bar](double probability) {
        return bar.left() + static_cast<int>(std::lround(std::clamp(probability, 0.0, 1.0) * (bar.width() - 1)));
    };
    QColor rest = ink;
    rest.setAlphaF(0.15F);
    QColor fill = ink;
    fill.setAlphaF(decision.isTagged() ? 0.8F : 0.4F);
    const QRect track = bar.adjusted(0, 1, 0, -1);
    painter.fillRect(track, rest);
    painter.fillRect(QRect(track.topLeft(), QPoint(x(decision.fused().value_or(0.0)), track.bottom())), fill);
    painter.fillRect(QRect(x(decision.threshold), bar.top(), 2, bar.height()), ink);
}

} // namespace

int ClipDelegate::pictureHeight(const QFontMetrics &metrics, double pixelRatio) {
    return static_cast<int>(std::lround(pictureSize(metrics).height() * pixelRatio));
}

void ClipDelegate::paintPicture(QPainter &painter, const QRect &place, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const {
    const QImage *picture = findPicture_(index);
    if (picture == nullptr) {
        painter.fillRect(place, option.palette.color(QPalette::AlternateBase));
        return;
    }
    const QSize size = picture->size().scaled(place.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(place.center() - QPoint(size.width() / 2, size.height() / 2), size), *picture);
}

void ClipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear(); // the background and the focus only: the text is three lines of our own
    const QWidget *widget = option.widget;
    (widget != nullptr ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);

    const QPalette &palette = option.palette;
    const int line = option.fontMetrics.height();
    QRect inside = option.rect.adjusted(line / 4, line / 4, -line / 2, -line / 4);
    const QRect picturePlace(inside.topLeft(), pictureSize(option.fontMetrics));
    inside.setLeft(picturePlace.right() + line / 2);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto write = [&](int row, const QFont &font, QPalette::ColorRole role, const QString &text,
                           Qt::TextElideMode elide) {
        painter->setFont(font);
        painter->setPen(palette.color(isSelected ? QPalette::HighlightedText : role));
        painter->drawText(QRect(inside.left(), inside.top() + row * line, inside.width(), line), Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, elide, inside.width()));
    };
    painter->save();
    paintPicture(*painter, picturePlace, option, index);
    write(0, strong(option.font), QPalette::Text, index.data().toString(), Qt::ElideMiddle);
    write(1, option.font, QPalette::Text, index.data(OriginRole).toString(), Qt::ElideRight);
    write(2, option.font, QPalette::PlaceholderText, index.data(OutcomeRole).toString(), Qt::ElideRight);
    if (const QVariant fraction = index.data(FractionRole); fraction.isValid()) {
        const int height = std::max(line / 6, 2);
        const QRect track(inside.left(), option.rect.bottom() - height, inside.width(), height);
        painter->fillRect(track, palette.color(QPalette::Mid));
        painter->fillRect(QRect(track.topLeft(), QSize(static_cast<int>(fraction.toDouble() * track.width()), height)),
                          palette.color(isSelected ? QPalette::HighlightedText : QPalette::Highlight));
    } else if (const std::optional<Decision> decision = findDecision_ ? findDecision_(index) : std::nullopt) {
        paintDecision(*painter, QRect(inside.left(), option.rect.bottom() - line / 3, inside.width(), line / 3),
                      *decision, palette, isSelected);
    }
    painter->restore();
}

QSize ClipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const int line = option.fontMetrics.height();
    return {8 * line, 3 * line + 3 * line / 4};
}

std::pair<int, int> seenRows(const QListView &list) {
    const QModelIndex top = list.indexAt({2, 2});
    if (!list.isVisible() || !top.isValid())
        return {0, 0};
    const int height = std::max(list.sizeHintForRow(top.row()), 1);
    return {top.row(), std::min(top.row() + list.viewport()->height() / height + 2, list.model()->rowCount())};
}

} // namespace tagscope::ui
