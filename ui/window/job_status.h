// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job_registry.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace tagscope::ui {

// In the status bar: what goes on longest of what a person waits for, how far it is, about how long it still takes, how
// much else there is, and Cancel. What runs in the background has a place of its own.
class JobStatus : public QWidget {
    Q_OBJECT

public:
    explicit JobStatus(QWidget *parent = nullptr);

private:
    void showFirst();
    void describe(const RunningJob &job);

    QString key_; // of what is shown; empty: nothing
    int others_ = 0;
    double fraction_ = 0.0;    // shown last
    QElapsedTimer sinceStart_; // of what is shown
    QLabel *text_;
    QProgressBar *bar_;
    QToolButton *cancel_;
};

} // namespace tagscope::ui
