// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStyledItemDelegate>

namespace tagscope::ui {

class ClipPictures;
class KeyFrameMethodModel;
class KeyFrameModel;

// Paints a key frame as a card: its picture, when it is, how much it stands for, and its most probable objects.
class KeyFrameDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // Both outlive it.
    KeyFrameDelegate(const KeyFrameModel &keyFrames, const ClipPictures &pictures, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // Of a card's picture.
    [[nodiscard]] static QSize pictureSize(const QFontMetrics &metrics);

private:
    const KeyFrameModel &keyFrames_;
    const ClipPictures &pictures_;
};

// Paints the key frames that a method chose beside one another, each with its time.
class MethodPicturesDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // Both outlive it.
    MethodPicturesDelegate(const KeyFrameMethodModel &methods, const ClipPictures &pictures, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static QSize pictureSize(const QFontMetrics &metrics);

private:
    const KeyFrameMethodModel &methods_;
    const ClipPictures &pictures_;
};

} // namespace tagscope::ui
