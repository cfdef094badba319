// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/analysis_service.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace tagscope::ui {

// In the status bar: what is being analysed, how far it is, about how long it still takes, and Cancel.
class JobStatus : public QWidget {
    Q_OBJECT

public:
    explicit JobStatus(AnalysisService &service, QWidget *parent = nullptr);

private:
    void begin();
    void advance(JobNumber job, double fraction, const QString &stage);
    void end();

    AnalysisService &service_;
    JobNumber job_ = 0;
    QElapsedTimer sinceStart_; // of the job that runs
    QLabel *text_;
    QProgressBar *bar_;
    QToolButton *cancel_;
};

} // namespace tagscope::ui
