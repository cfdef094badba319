// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/key_frame_delegate.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/document/clip_pictures.h"
#include "ui/plot/key_frame_layout.h"
#include "ui/stages/key_frame_method_model.h"
#include "ui/stages/key_frame_model.h"
#include "ui/tracks/object_table_model.h"

#include <QPainter>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr int kObjectLines = 4;
constexpr int kMargin = 6;

QColor readableOn(const QColor &colour) {
    return qGray(colour.rgb()) > 130 ? Qt::black : Qt::white;
}

// The picture as large as it fits, in the middle.
void paintPicture(QPainter &painter, const QRect &place, const QImage &picture, const QPalette &palette) {
    painter.fillRect(place, palette.brush(QPalette::AlternateBase));
    if (picture.isNull())
        return;
    const QSize size = picture.size().scaled(place.size(), Qt::KeepAspectRatio);
    QRect target(QPoint(), size);
    target.moveCenter(place.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, picture);
}

void paintBackground(QPainter &painter, const QStyleOptionViewItem &option) {
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, option.palette.brush(QPalette::Highlight));
}

QPalette::ColorRole textRole(const QStyleOptionViewItem &option) {
    return option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text;
}

} // namespace

KeyFrameDelegate::KeyFrameDelegate(const KeyFrameModel &keyFrames, const ClipPictures &pictures, QObject *parent)
    : QStyledItemDelegate(parent), keyFrames_(keyFrames), pictures_(pictures) {}

QSize KeyFrameDelegate::pictureSize(const QFontMetrics &metrics) {
    return {14 * metrics.height(), 8 * metrics.height()};
}

QSize KeyFrameDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const QSize picture = pictureSize(option.fontMetrics);
    const bool hasObjects = keyFrames_.rowCount() > 0 && !keyFrames_.keyFrame(0).objects.empty();
    const int lines = 2 + (hasObjects ? kObjectLines : 0);
    return picture + QSize(2 * kMargin, 2 * kMargin + lines * option.fontMetrics.height());
}

void KeyFrameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const KeyFrame &keyFrame = keyFrames_.keyFrame(index.row());
    const int line = option.fontMetrics.height();
    const QRect content = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QRect picture(content.topLeft(), pictureSize(option.fontMetrics));
    painter->save();
    paintBackground(*painter, option);
    paintPicture(*painter, picture, pictures_.picture(keyFrame.picture), option.palette);
    const QColor colour = keyFrameColour(index.row());
    painter->setPen(QPen(colour, 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(picture.adjusted(1, 1, -2, -2));
    const QString label = tr("K%1").arg(index.row() + 1); // as in the picture strip
    const QRect tag(picture.topLeft(), QSize(option.fontMetrics.horizontalAdvance(label) + 10, line));
    painter->fillRect(tag, colour);
    painter->setPen(readableOn(colour));
    painter->drawText(tag, Qt::AlignCenter, label);

    painter->setPen(option.palette.color(textRole(option)));
    QRect row(content.left(), picture.bottom() + 1, content.width(), line);
    const auto write = [&](const QString &text, const QString &number = {}) {
        const int numberWidth = number.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(number) + kMargin;
        const QString elided = option.fontMetrics.elidedText(text, Qt::ElideRight, row.width() - numberWidth);
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, elided);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, number);
        row.translate(0, line);
    };
    const auto columnText = [&](int column) { return keyFrames_.index(index.row(), column).data().toString(); };
    painter->setFont(strong(option.font));
    write(tr("%1 s").arg(columnText(KeyFrameModel::Time)));
    painter->setFont(option.font);
    write(tr("represents %1 pictures").arg(columnText(KeyFrameModel::Represents)), columnText(KeyFrameModel::Share));
    for (std::size_t i = 0; i < std::min<std::size_t>(kObjectLines, keyFrame.objects.size()); ++i)
        write(nameOfObject(*keyFrames_.clip(), keyFrame.objects[i].index),
              probabilityText(keyFrame.objects[i].probability));
    painter->restore();
}

MethodPicturesDelegate::MethodPicturesDelegate(const KeyFrameMethodModel &methods, const ClipPictures &pictures,
                                               QObject *parent)
    : QStyledItemDelegate(parent), methods_(methods), pictures_(pictures) {}

QSize MethodPicturesDelegate::pictureSize(const QFontMetrics &metrics) {
    return {5 * metrics.height(), 3 * metrics.height()};
}

QSize MethodPicturesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const QSize picture = pictureSize(option.fontMetrics);
    const auto count = static_cast<int>(methods_.result(index.row()).keyFrames.pictures.size());
    return {count * (picture.width() + kMargin) + kMargin, picture.height() + option.fontMetrics.height() + kMargin};
}

void MethodPicturesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const {
    const std::vector<int> &pictures = methods_.result(index.row()).keyFrames.pictures;
    const QSize size = pictureSize(option.fontMetrics);
    painter->save();
    painter->setClipRect(option.rect);
    paintBackground(*painter, option);
    painter->setPen(option.palette.color(textRole(option)));
    QRect place(option.rect.topLeft() + QPoint(kMargin, kMargin / 2), size);
    for (const int picture : pictures) {
        paintPicture(*painter, place, pictures_.picture(picture), option.palette);
        const QRect below(place.left(), place.bottom() + 1, place.width(), option.fontMetrics.height());
        painter->drawText(below, Qt::AlignCenter, tr("%1 s").arg(methods_.timeText(picture)));
        place.translate(size.width() + kMargin, 0);
    }
    painter->restore();
}

} // namespace tagscope::ui
