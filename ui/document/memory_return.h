// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace tagscope::ui {

// Gives the system the memory back that the last clips left: the allocator keeps what was freed between blocks that are
// still used, a MiB a clip when many are opened one after another. Works on another thread, a moment after the last
// call, and now and then where calls do not end. GUI thread.
class MemoryReturn : public QObject {
    Q_OBJECT

public:
    explicit MemoryReturn(QObject *parent);

    // A clip was left.
    void ask();

private:
    void giveBack();

    QTimer calm_;
    QElapsedTimer sinceReturn_; // not valid before the first call
};

} // namespace tagscope::ui
