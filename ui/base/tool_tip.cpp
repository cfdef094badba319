// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/tool_tip.h"

#include "ui/base/text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QTabBar>
#include <QToolTip>

namespace tagscope::ui {
namespace {

// Of an item, a heading, a tab or the widget itself.
QString textAt(const QWidget &widget, const QPoint &position) {
    if (const auto *header = qobject_cast<const QHeaderView *>(widget.parentWidget());
        header != nullptr && header->viewport() == &widget) {
        const int section = header->logicalIndexAt(position);
        return section < 0 || header->model() == nullptr
                   ? QString()
                   : header->model()->headerData(section, header->orientation(), Qt::ToolTipRole).toString();
    }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
        view != nullptr && view->viewport() == &widget)
        return view->indexAt(position).data(Qt::ToolTipRole).toString();
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        if (const int tab = tabs->tabAt(position); tab >= 0 && !tabs->tabToolTip(tab).isEmpty())
            return tabs->tabToolTip(tab);
    return widget.toolTip();
}

} // namespace

QString plainToolTip(const QString &text) {
    QString lines = breakable(text).toHtmlEscaped();
    return QStringLiteral("<qt>") + lines.replace(QLatin1Char('\n'), QStringLiteral("<br>")) + QStringLiteral("</qt>");
}

void showToolTip(const QPoint &globalPosition, const QString &text, QWidget *widget) {
    QToolTip::showText(globalPosition, text.isEmpty() ? QString() : plainToolTip(text), widget);
}

ToolTipGuard::ToolTipGuard(QObject *parent) : QObject(parent) {
    QApplication::instance()->installEventFilter(this);
}

bool ToolTipGuard::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QObject::eventFilter(watched, event);
    auto *widget = qobject_cast<QWidget *>(watched);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    const QString text = widget == nullptr ? QString() : textAt(*widget, help.pos());
    if (text.isEmpty())
        return QObject::eventFilter(watched, event); // who draws itself says it itself
    showToolTip(help.globalPos(), text, widget);
    return true;
}

} // namespace tagscope::ui
