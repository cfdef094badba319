// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/spoken_focus.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>

namespace tagscope::ui {
namespace {

bool isFalseFocus(const QAccessibleEvent &event) {
    if (event.type() != QAccessible::Focus)
        return false;
    const auto *view = qobject_cast<const QAbstractItemView *>(event.object());
    if (view == nullptr || view->window()->windowType() == Qt::Popup) // the list of a combo box
        return false;
    const QWidget *focus = QApplication::focusWidget();
    return focus == nullptr || (focus != view && !view->isAncestorOf(focus));
}

// Qt hands an event to the handler instead of the platform; the platform gets it where there is none.
void handOn(QAccessibleEvent *event) {
    if (isFalseFocus(*event))
        return;
    QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(handOn);
}

} // namespace

void tellOnlyTrueFocus() {
    QAccessible::installUpdateHandler(handOn);
}

} // namespace tagscope::ui
