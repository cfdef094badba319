// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/key_guard.h"

#include "ui/base/key_faces.h"
#include "ui/base/key_places.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace tagscope::ui {

namespace {

bool isWrittenInto(const QWidget &widget) {
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return !line->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(&widget))
        return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        return !text->isReadOnly();
    // A box that is not written into still finds its entries by their letters.
    return qobject_cast<const QAbstractSpinBox *>(&widget) != nullptr ||
           qobject_cast<const QComboBox *>(&widget) != nullptr ||
           qobject_cast<const QKeySequenceEdit *>(&widget) != nullptr;
}

bool isMovedBy(const QWidget &widget, int key) {
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return qobject_cast<const QAbstractSlider *>(&widget) != nullptr ||
               qobject_cast<const QAbstractItemView *>(&widget) != nullptr;
    default:
        return false;
    }
}

bool isPressedBy(const QWidget &widget, int key) {
    if (key != Qt::Key_Space && key != Qt::Key_Select)
        return false;
    if (qobject_cast<const QAbstractButton *>(&widget) != nullptr)
        return true;
    const auto *view = qobject_cast<const QAbstractItemView *>(&widget);
    return view != nullptr && view->currentIndex().flags().testFlag(Qt::ItemIsUserCheckable);
}

bool isPlain(const QKeyEvent &key) {
    return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

bool isFunctionKey(int key) {
    return key >= Qt::Key_F1 && key <= Qt::Key_F35;
}

bool belongsTo(const QWidget &widget, const QKeyEvent &key) {
    if (!isPlain(key) || isFunctionKey(key.key()) || key.key() == Qt::Key_Escape)
        return false;
    if (widget.window()->windowType() == Qt::Popup)
        return true;
    return isWrittenInto(widget) || isMovedBy(widget, key.key()) || isPressedBy(widget, key.key());
}

// The menu of the widget's main window that these keys open; null where they open none.
QAction *menuFor(const QWidget &widget, const QKeyEvent &key) {
    auto *window = qobject_cast<QMainWindow *>(widget.window());
    if (key.modifiers() != Qt::AltModifier || window == nullptr || !widget.hasFocus())
        return nullptr;
    for (QAction *menu : window->menuBar()->actions())
        if (menu->isEnabled() && menu->isVisible() &&
            QKeySequence::mnemonic(menu->text()) == QKeySequence(Qt::ALT | static_cast<Qt::Key>(key.key())))
            return menu;
    return nullptr;
}

} // namespace

KeyGuard::KeyGuard(QObject *parent) : QObject(parent) {
    KeyFaces::instance().refresh();
    QApplication::instance()->installEventFilter(this);
}

namespace {

// What the layout does not say, the place may. A key that is held starts only what may be repeated.
bool startsByPlace(const QWidget &widget, QEvent &event) {
    const auto &key = static_cast<const QKeyEvent &>(event);
    if (!widget.hasFocus() || qobject_cast<const QMainWindow *>(widget.window()) == nullptr || belongsTo(widget, key))
        return false;
    QAction *action = actionAtPlace(*widget.window(), key);
    if (action == nullptr)
        return false;
    event.accept();
    if (event.type() == QEvent::KeyPress && (!key.isAutoRepeat() || action->autoRepeat()))
        action->trigger();
    return true;
}

} // namespace

bool KeyGuard::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::ApplicationActivate)
        KeyFaces::instance().refresh(); // the layout is changed elsewhere
    else if (event->type() == QEvent::KeyPress)
        KeyFaces::instance().see(static_cast<const QKeyEvent &>(*event));
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *widget = qobject_cast<const QWidget *>(watched);
        QAction *menu = widget != nullptr ? menuFor(*widget, static_cast<const QKeyEvent &>(*event)) : nullptr;
        if (menu != nullptr) {
            if (event->type() == QEvent::KeyPress)
                static_cast<QMainWindow *>(widget->window())->menuBar()->setActiveAction(menu);
            event->accept();
            return true;
        }
        if (widget != nullptr && startsByPlace(*widget, *event))
            return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *widget = qobject_cast<const QWidget *>(watched);
        // The event goes on to the parents of who does not want it; only the first is the one with the focus.
        if (widget != nullptr && widget == QApplication::focusWidget() &&
            belongsTo(*widget, static_cast<const QKeyEvent &>(*event))) {
            event->accept();
            // A box's list chooses on this very event.
            return widget->window()->windowType() != Qt::Popup;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tagscope::ui
