#pragma once

#include <QStyledItemDelegate>

namespace tagscope::ui {

// Paints a row of ProjectClipModel in three lines: the clip's name; its split and weak labels; a sign and its state in
// words, or its tags.
class ProjectClipDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tagscope::ui
