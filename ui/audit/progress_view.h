// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_progress.h"
#include "ui/base/figure_table_model.h"
#include "ui/base/job.h"

#include <QWidget>
#include <memory>

class QLabel;
class QTabWidget;

namespace tagscope::ui {

class FittedTable;

// How far each annotator is and how they answer, the same by event, and what the orders found, as "audit progress" says
// it. GUI thread.
class ProgressView : public QWidget {
    Q_OBJECT

public:
    explicit ProgressView(QWidget *parent = nullptr);

    // Reads what is stored of the project by now; null: there is none.
    void show(const std::shared_ptr<const Project> &project);

private:
    FittedTable *addTable(const QString &title, const char *name, FigureTableModel &model);
    void take(const Result<AuditProgress> &progress);

    FigureTableModel *annotators_;
    FigureTableModel *events_;
    FigureTableModel *orders_;
    QLabel *message_;
    QTabWidget *tabs_;
    std::vector<FittedTable *> tables_;
    Job<AuditProgress> job_;
};

[[nodiscard]] FigureTable annotatorsTable(const AuditProgress &progress);
[[nodiscard]] FigureTable eventsTable(const AuditProgress &progress);

} // namespace tagscope::ui
