// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QStyledItemDelegate>

namespace tagscope::ui {

class ClipThumbnails;

// Paints a row of ProjectClipModel in three lines beside a picture: the clip's name; its split and weak labels; a sign
// and its tags, or its state in words.
class ProjectClipDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // `thumbnails` outlives the delegate.
    explicit ProjectClipDelegate(const ClipThumbnails &thumbnails, QObject *parent = nullptr)
        : QStyledItemDelegate(parent), thumbnails_(thumbnails) {}

    // Of a thumbnail, in the screen's pixels.
    [[nodiscard]] static int pictureHeight(const QFontMetrics &metrics, double pixelRatio);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintPicture(QPainter &painter, const QRect &place, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;

    const ClipThumbnails &thumbnails_;
};

} // namespace tagscope::ui
