// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/remarks.h"
#include "ui/base/figure_table_model.h"
#include "ui/base/job.h"
#include "ui/document/document.h"

#include <QString>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace tagscope::ui {

class AuditRecords;
class FittedTable;

// For the lead: the clips that annotators flagged, and the events that they hear and the project does not have, each of
// which is settled here. GUI thread.
class RemarkView : public QWidget {
    Q_OBJECT

public:
    // `lead`: who decides, asked then. All outlive it.
    RemarkView(AuditRecords &records, std::function<std::string()> lead, QWidget *parent = nullptr);

    void setProject(std::shared_ptr<const OpenProject> project); // null: none
    void refresh();                                              // from the records

Q_SIGNALS:
    void clipAsked(ClipId clip);
    void settled(const AuditImportReport &report, const QString &text);

private:
    void fillButtons();
    void choose();
    void take(const std::string &event);
    void settleFlag();
    void start(const QString &text, std::function<Result<AuditImportReport>(Project &)> work);
    [[nodiscard]] const Remark *chosen() const;

    AuditRecords &records_;
    std::function<std::string()> lead_;
    std::shared_ptr<const OpenProject> project_;
    std::vector<Remark> open_; // as the rows
    FigureTableModel *model_;
    FittedTable *table_;
    QPushButton *accept_;
    QComboBox *events_;
    QPushButton *take_;
    QPushButton *dismiss_;
    QPushButton *done_;
    QLabel *message_;
    QString text_; // of what runs
    Job<AuditImportReport> job_;
};

} // namespace tagscope::ui
