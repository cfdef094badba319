#include "ui/views/project_clip_delegate.h"

#include "ui/itemmodels/project_clip_model.h"
#include "ui/services/text.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace tagscope::ui {

namespace {

QString signOf(ClipProgress::State state) {
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

} // namespace

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
    const QRect inside = option.rect.adjusted(line / 2, line / 4, -line / 2, -line / 4);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto write = [&](int row, const QFont &font, QPalette::ColorRole role, const QString &text,
                           Qt::TextElideMode elide) {
        painter->setFont(font);
        painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : role));
        painter->drawText(QRect(inside.left(), inside.top() + row * line, inside.width(), line), Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, elide, inside.width()));
    };
    painter->save();
    QFont bold = option.font;
    bold.setBold(true);
    write(0, bold, QPalette::Text, index.data().toString(), Qt::ElideMiddle);
    const QString split = toText(model->find(*clip)->clip.split);
    write(1, option.font, QPalette::Text,
          split.isEmpty() ? model->labelsText(*clip) : split + QStringLiteral(" · ") + model->labelsText(*clip),
          Qt::ElideRight);
    write(2, option.font, QPalette::PlaceholderText,
          signOf(model->progress(*clip).state) + QLatin1Char(' ') + model->stateText(*clip), Qt::ElideRight);
    painter->restore();
}

QSize ProjectClipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const int line = option.fontMetrics.height();
    return {8 * line, 3 * line + line / 2};
}

} // namespace tagscope::ui
