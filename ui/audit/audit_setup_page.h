// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_queue_model.h"
#include "ui/audit/sitting_setup.h"

#include "core/audit/audit_task.h"

#include <QWidget>
#include <array>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace tagscope::ui {

// Who audits, which pairs, in which order, knowing what, and with which keys; beside it the queue that this makes,
// where its rows may be seen. GUI thread.
class AuditSetupPage : public QWidget {
    Q_OBJECT

public:
    explicit AuditSetupPage(QWidget *parent = nullptr);

    void setChoices(const std::vector<std::string> &events, const std::vector<std::string> &splits);
    void setSetup(const SittingSetup &setup);
    [[nodiscard]] SittingSetup setup() const;
    void setName(const QString &name);
    [[nodiscard]] QString name() const;
    // Those in use, one a verdict.
    void setKeys(const std::array<QKeySequence, kVerdictValues> &keys);
    void setFormula(const std::string &formula); // of the order, where the queue knows better what it can be by
    void setStatus(const QString &status, bool canStart);
    // The project is a task: there is nothing to choose but keys. Nothing: it is none.
    void setTask(const std::optional<AuditTask> &task, AuditStage open);
    [[nodiscard]] bool isTask() const { return isTask_; }
    [[nodiscard]] AuditQueueModel &queue() { return *queue_; }
    void takeFocus(); // to the name: Return starts from there

Q_SIGNALS:
    void setupChanged();
    void startAsked();
    void keyChosen(VerdictValue value, const QKeySequence &keys);
    void ownKeysAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override; // Return starts from every field

private:
    void makeChoices(QGridLayout &grid);
    void makeKeys(QGridLayout &grid);
    void follow();
    void showChoices();

    AuditQueueModel *queue_;
    QLineEdit *name_;
    QComboBox *stage_;
    QComboBox *order_;
    QLabel *formula_;
    QComboBox *event_;
    QComboBox *split_;
    QSpinBox *controls_;
    QSpinBox *seed_;
    QCheckBox *duplicates_;
    QCheckBox *stretch_;
    std::array<QKeySequenceEdit *, kVerdictValues> keys_{};
    QLabel *status_;
    QPushButton *start_;
    QTableView *table_;
    QLabel *hidden_;
    QLabel *task_;
    std::vector<QWidget *> choices_; // that a task leaves none
    bool isTask_ = false;
};

} // namespace tagscope::ui
