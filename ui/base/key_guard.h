// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tagscope::ui {

// Keeps the window's shortcuts from taking keys that the widget with the focus is there to take: a letter typed into a
// text field is a letter, the space bar presses the button it is on, an arrow moves the slider. Keys with Ctrl, Alt or
// Meta stay shortcuts; Alt and a letter that opens a menu of the main window belong to the menu, whatever button has
// the same letter. Keys whose layout says nothing that the window knows count by their place. Watches the whole
// application for as long as it lives.
class KeyGuard : public QObject {
    Q_OBJECT

public:
    explicit KeyGuard(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tagscope::ui
