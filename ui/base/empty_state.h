// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tagscope::ui {

// What stands where a view has nothing to show: what is missing or goes on, why, and the button that helps. In the
// middle, as wide as can be read. GUI thread.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    // `name`: of the label that says it, for those who look for it.
    explicit EmptyState(const QString &name, QWidget *parent = nullptr);

    // The first line large, the others below it.
    void setText(const QString &text);
    // The button's words; empty: none.
    void setAction(const QString &text);

Q_SIGNALS:
    void asked(); // by the button

private:
    QLabel *what_;
    QLabel *why_;
    QPushButton *action_;
};

} // namespace tagscope::ui
