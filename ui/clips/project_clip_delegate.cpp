// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/project_clip_delegate.h"

#include "ui/base/text.h"
#include "ui/clips/clip_thumbnails.h"
#include "ui/clips/project_clip_model.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <cmath>

namespace tagscope::ui {

namespace {

QString progressSign(ClipProgress::State state) {
    switch (state) {
    case ClipProgress::State::Untouched:
        return QStringLiteral("·");
    case ClipProgress::State::Missing:
        return QStringLiteral("?");
    case ClipProgress::State::Analysing:
        return QStringLiteral("▸");
    case ClipProgress::State::Done:
        return QStringLiteral("✓");
    case ClipProgress::State::Failed:
        return QStringLiteral("✗");
    case ClipProgress::State::Cancelled:
        return QStringLiteral("–");
    }
    return {};
}

constexpr double kAspect = 4.0 / 3.0; // of the place for a picture; wider ones are made smaller

QSize pictureSize(const QFontMetrics &metrics) {
    const int height = 3 * metrics.height();
    return {static_cast<int>(height * kAspect), height};
}

} // namespace

int ProjectClipDelegate::pictureHeight(const QFontMetrics &metrics, double pixelRatio) {
    return static_cast<int>(std::lround(pictureSize(metrics).height() * pixelRatio));
}

void ProjectClipDelegate::paintPicture(QPainter &painter, const QRect &place, const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const {
    const auto *model = qobject_cast<const ProjectClipModel *>(index.model());
    const QImage *picture = thumbnails_.find(*model->clipAt(index.row()));
    if (picture == nullptr) {
        painter.fillRect(place, option.palette.color(QPalette::AlternateBase));
        return;
    }
    const QSize size = picture->size().scaled(place.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(place.center() - QPoint(size.width() / 2, size.height() / 2), size), *picture);
}

void ProjectClipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear(); // the background and the focus only: the text is three lines of our own
    const QWidget *widget = option.widget;
    (widget != nullptr ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);

    const auto *model = qobject_cast<const ProjectClipModel *>(index.model());
    const std::optional<ClipId> clip = model != nullptr ? model->clipAt(index.row()) : std::nullopt;
    if (!clip)
        return;
    const int line = option.fontMetrics.height();
    QRect inside = option.rect.adjusted(line / 4, line / 4, -line / 2, -line / 4);
    const QRect picturePlace(inside.topLeft(), pictureSize(option.fontMetrics));
    inside.setLeft(picturePlace.right() + line / 2);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto write = [&](int row, const QFont &font, QPalette::ColorRole role, const QString &text,
                           Qt::TextElideMode elide) {
        painter->setFont(font);
        painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : role));
        painter->drawText(QRect(inside.left(), inside.top() + row * line, inside.width(), line), Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, elide, inside.width()));
    };
    painter->save();
    paintPicture(*painter, picturePlace, option, index);
    QFont bold = option.font;
    bold.setBold(true);
    write(0, bold, QPalette::Text, index.data().toString(), Qt::ElideMiddle);
    const QString split = toText(model->find(*clip)->clip.split);
    write(1, option.font, QPalette::Text,
          split.isEmpty() ? model->labelsText(*clip) : split + QStringLiteral(" · ") + model->labelsText(*clip),
          Qt::ElideRight);
    const ClipProgress::State state = model->progress(*clip).state;
    const bool isAtRest = state == ClipProgress::State::Untouched || state == ClipProgress::State::Done;
    const QString tags = isAtRest ? model->tagsText(*clip) : QString();
    const QString differs = isAtRest && model->judgement(*clip)->isDisputed() ? QStringLiteral("≠ ") : QString();
    write(2, option.font, QPalette::PlaceholderText,
          progressSign(state) + QLatin1Char(' ') + differs + (tags.isEmpty() ? model->stateText(*clip) : tags),
          Qt::ElideRight);
    painter->restore();
}

QSize ProjectClipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const int line = option.fontMetrics.height();
    return {8 * line, 3 * line + line / 2};
}

} // namespace tagscope::ui
