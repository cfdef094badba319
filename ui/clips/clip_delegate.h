// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QImage>
#include <QStyledItemDelegate>
#include <functional>
#include <utility>

class QListView;

namespace tagscope::ui {

// Paints a clip of any list in three lines beside a picture: its name, where it comes from, what became of it
// (clip_row.h); progress as a bar below.
class ClipDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // Of the clip in this row; null where there is none (yet).
    using FindPicture = std::function<const QImage *(const QModelIndex &index)>;

    explicit ClipDelegate(FindPicture findPicture, QObject *parent = nullptr)
        : QStyledItemDelegate(parent), findPicture_(std::move(findPicture)) {}

    // Of a picture, in the screen's pixels.
    [[nodiscard]] static int pictureHeight(const QFontMetrics &metrics, double pixelRatio);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintPicture(QPainter &painter, const QRect &place, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;

    FindPicture findPicture_;
};

// The rows of a list painted so that are seen now, from the first to before the last; none while it is hidden.
[[nodiscard]] std::pair<int, int> seenRows(const QListView &list);

} // namespace tagscope::ui
