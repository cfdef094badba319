// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/decision.h"

#include <QFontMetrics>
#include <QImage>
#include <QStyledItemDelegate>
#include <functional>
#include <optional>
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

    // About the chosen event, for a bar below; nothing: none.
    using FindDecision = std::function<std::optional<Decision>(const QModelIndex &index)>;

    explicit ClipDelegate(FindPicture findPicture, QObject *parent = nullptr, FindDecision findDecision = {})
        : QStyledItemDelegate(parent), findPicture_(std::move(findPicture)), findDecision_(std::move(findDecision)) {}

    // Of a picture, in the screen's pixels.
    [[nodiscard]] static int pictureHeight(const QFontMetrics &metrics, double pixelRatio);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintPicture(QPainter &painter, const QRect &place, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;

    FindPicture findPicture_;
    FindDecision findDecision_;
};

// The rows of a list painted so that are seen now, from the first to before the last; none while it is hidden.
[[nodiscard]] std::pair<int, int> seenRows(const QListView &list);

} // namespace tagscope::ui
