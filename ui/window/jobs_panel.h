// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job_registry.h"

#include <QTimer>
#include <QWidget>
#include <functional>
#include <map>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QVBoxLayout;

namespace tagscope::ui {

class FittedTable;
class WorkLogModel;

// What goes on in the window, as the JobRegistry knows it, each with Cancel, and below what happened since the start.
// GUI thread.
class JobsPanel : public QWidget {
    Q_OBJECT

public:
    // `log` outlives it; what jobs say of themselves is added to it.
    explicit JobsPanel(WorkLogModel &log, QWidget *parent = nullptr);

    // Shows the job of this name, anew or for the first time.
    void setJob(const QString &id, const RunningJob &job);
    void endJob(const QString &id);

private:
    struct Row {
        QWidget *widget = nullptr;
        QLabel *text = nullptr;
        QProgressBar *bar = nullptr;
        QPushButton *cancel = nullptr;
        std::function<void()> stop;
    };
    [[nodiscard]] Row makeRow(const QString &id);
    void showWhetherIdle();
    [[nodiscard]] QWidget *makeLog();
    void followLog();

    WorkLogModel &log_;
    QVBoxLayout *running_;
    QLabel *idle_;
    QComboBox *shown_;
    QSortFilterProxyModel *filtered_;
    FittedTable *table_;
    QTimer fitting_;       // of the table, once for all rows that come together
    bool isAtEnd_ = false; // before they came
    std::map<QString, Row> rows_;
};

} // namespace tagscope::ui
