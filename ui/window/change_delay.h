// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

class QDockWidget;
class QWidget;

namespace tagscope::ui {

// Stores how the window stands half a second after something of it changed, so that a kill loses no more. GUI thread.
class ChangeDelay : public QObject {
    Q_OBJECT

public:
    static constexpr int kMilliseconds = 500;

    // Moves and sizes of the window are changes; what else is one says note().
    ChangeDelay(QWidget &window, std::function<void()> store);

    void follow(const QDockWidget &dock);
    void note() {
        if (!timer_.isActive()) // changes that do not end must not put it off for ever
            timer_.start();
    }
    void stop() { timer_.stop(); } // nothing more is stored before the next change

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer timer_;
};

} // namespace tagscope::ui
