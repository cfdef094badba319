// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QHelpEvent;
class QPoint;
class QWidget;

namespace tagscope::ui {

// A text as a tooltip that wraps and in which nothing is markup, whoever wrote it.
[[nodiscard]] QString plainToolTip(const QString &text);
// Shows it; an empty one hides what is shown.
void showToolTip(const QPoint &globalPosition, const QString &text, QWidget *widget);

// Shows the tooltips of all widgets and item views of the program so. GUI thread.
class ToolTipGuard : public QObject {
    Q_OBJECT

public:
    explicit ToolTipGuard(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tagscope::ui
