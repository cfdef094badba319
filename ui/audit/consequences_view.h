// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/agreement_service.h"
#include "ui/base/figure_table_model.h"
#include "ui/document/document.h"
#include "ui/evaluation/evaluation_service.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace tagscope::ui {

class AuditRecords;
class FittedTable;

// What the audit means for the project: how often each event's labels are wrong, what the queue found against its
// random controls, and F1 by weak, audible and audited labels. Computed when it is first seen, and again when something
// else is asked for; that verdicts came since is said. GUI thread.
class ConsequencesView : public QWidget {
    Q_OBJECT

public:
    // `records` outlives it.
    explicit ConsequencesView(AuditRecords &records, QWidget *parent = nullptr);

    void setProject(const std::shared_ptr<const OpenProject> &project); // null: none
    // Verdicts were added, or read anew.
    void setOutdated();

public Q_SLOTS:
    void compute();

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeControls();
    void addTable(const QString &title, const QString &name, FigureTableModel &model, QLabel &source);
    void connectServices();
    void clearTables();
    void fillSplits(const ProjectContents &contents);
    void fillPoints();
    void take(const std::shared_ptr<const AuditEstimates> &estimates);
    void showTruths();
    void showState();
    [[nodiscard]] std::vector<QString> events() const;

    AuditRecords &records_;
    AgreementService service_;
    EvaluationService evaluation_;
    std::shared_ptr<const OpenProject> project_;
    std::shared_ptr<const AuditEstimates> estimates_;
    std::shared_ptr<const EvaluationContents> contents_;
    bool isEstimating_ = false;
    bool isDue_ = false; // once it is seen
    FigureTableModel *noise_;
    FigureTableModel *precision_;
    FigureTableModel *truths_;
    std::vector<FittedTable *> tables_;
    QLabel *noiseSource_;
    QLabel *precisionSource_;
    QLabel *truthSource_;
    QTabWidget *tabs_;
    QComboBox *split_;
    QComboBox *point_;
    QProgressBar *progress_;
    QPushButton *cancel_;
    QPushButton *again_;
    QLabel *message_;
};

} // namespace tagscope::ui
