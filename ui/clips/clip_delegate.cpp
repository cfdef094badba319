// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_delegate.h"

#include "ui/clips/clip_list_model.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace tagscope::ui {

namespace {

QString signOf(ClipListModel::State state) {
    switch (state) {
    case ClipListModel::State::Waiting:
        return QStringLiteral("…");
    case ClipListModel::State::Analysing:
        return QStringLiteral("▸");
    case ClipListModel::State::Done:
        return QStringLiteral("✓");
    case ClipListModel::State::Failed:
        return QStringLiteral("✗");
    case ClipListModel::State::Cancelled:
        return QStringLiteral("–");
    }
    return {};
}

} // namespace

void ClipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear(); // the background and the focus only: the text is two lines of our own
    const QWidget *widget = option.widget;
    (widget != nullptr ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);

    const auto *model = qobject_cast<const ClipListModel *>(index.model());
    if (model == nullptr)
        return;
    const auto state = index.data(ClipListModel::StateRole).value<ClipListModel::State>();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QPalette &palette = option.palette;
    const int line = option.fontMetrics.height();
    const QRect inside = option.rect.adjusted(line / 2, line / 4, -line / 2, -line / 4);
    painter->save();
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRect(inside.left(), inside.top(), inside.width(), line), Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(model->title(index.row()), Qt::ElideMiddle, inside.width()));
    painter->setFont(option.font);
    const QString second = signOf(state) + QLatin1Char(' ') + model->stateText(index.row());
    painter->drawText(QRect(inside.left(), inside.top() + line, inside.width(), line), Qt::AlignVCenter,
                      option.fontMetrics.elidedText(second, Qt::ElideRight, inside.width()));
    if (state == ClipListModel::State::Analysing) {
        const QRect track(inside.left(), inside.top() + 2 * line + 1, inside.width(), std::max(line / 5, 2));
        const double fraction = index.data(ClipListModel::FractionRole).toDouble();
        painter->fillRect(track, palette.color(QPalette::Mid));
        painter->fillRect(QRect(track.topLeft(), QSize(static_cast<int>(fraction * track.width()), track.height())),
                          palette.color(isSelected ? QPalette::HighlightedText : QPalette::Highlight));
    }
    painter->restore();
}

QSize ClipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const int line = option.fontMetrics.height();
    return {8 * line, 2 * line + line / 2 + line / 4 + 2};
}

} // namespace tagscope::ui
