// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_records.h"
#include "ui/audit/disagreement_model.h"
#include "ui/base/figure_table_model.h"
#include "ui/document/auditor.h"

#include <QWidget>
#include <map>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QUndoStack;

namespace tagscope::ui {

class FittedTable;
struct ProjectContents;

// The pairs on which annotators differ, and where they are decided: who said what of the chosen one, a key or button
// for each verdict, and a note for the reason. The next one that is open comes by itself. GUI thread.
class DisagreementView : public QWidget {
    Q_OBJECT

public:
    // All outlive it.
    DisagreementView(AuditRecords &records, ProjectEdits &edits, Auditor &auditor, QUndoStack &undo,
                     QWidget *parent = nullptr);

    void setProject(const ProjectContents *contents); // null: none
    void setDisagreements(const std::vector<Disagreement> &disagreements);

    [[nodiscard]] QString decider() const; // the name of who decides

Q_SIGNALS:
    void clipAsked(ClipId clip, int event);

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeDecision();
    [[nodiscard]] QWidget *makeVerdictButtons();
    void connectFilters();
    void addDecision(const QString &text, std::optional<VerdictValue> value, const QString &id,
                     const QKeySequence &keys);
    void choose();
    void showChosen();
    void decide(std::optional<VerdictValue> value);
    void goToNextOpen(const AuditedPair &from);
    void select(const AuditedPair &pair);
    void showCount();
    void followName();
    void showRefusal(const std::vector<Verdict> &verdicts, const Error &error);
    [[nodiscard]] const Disagreement *chosen() const;
    [[nodiscard]] std::optional<Verdict> ownDecision(const AuditedPair &pair) const;
    [[nodiscard]] QString keysText() const; // of the first verdict and the last one
    [[nodiscard]] QString noteOf(const Disagreement &shown) const;

    AuditRecords &records_;
    ProjectEdits &edits_;
    Auditor &auditor_;
    QUndoStack &undo_;
    DisagreementModel *model_;
    DisagreementFilter *filter_;
    FigureTableModel *verdicts_;
    FittedTable *table_ = nullptr;
    FittedTable *verdictTable_ = nullptr;
    QComboBox *which_;
    QComboBox *event_;
    QCheckBox *soundAlone_;
    QLabel *count_;
    QLabel *title_;
    QLineEdit *name_;
    QLineEdit *note_;
    QLabel *message_;
    std::map<std::optional<VerdictValue>, QPushButton *> buttons_; // nothing: takes the decision back
    std::optional<AuditedPair> chosen_;                            // also while the filter hides it
};

} // namespace tagscope::ui
