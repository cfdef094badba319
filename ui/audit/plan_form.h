// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_plan.h"

#include <QWidget>
#include <array>
#include <filesystem>
#include <utility>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace tagscope::ui {

// Who judges how much, in which order, and what is asked. GUI thread.
class PlanForm : public QWidget {
    Q_OBJECT

public:
    // `project`: whose events and splits can be chosen; asked now only.
    explicit PlanForm(const Project &project, QWidget *parent = nullptr);

    [[nodiscard]] PlanOptions options() const;
    [[nodiscard]] std::filesystem::path folder() const; // empty: none was chosen

private:
    void fill(const Project &project);
    void showFormula();

    QLineEdit *annotators_;
    QSpinBox *pages_;
    QSpinBox *overlap_; // percent
    QSpinBox *gold_;    // percent
    std::array<std::pair<AuditStage, QCheckBox *>, 3> stages_;
    QComboBox *order_;
    QLabel *formula_;
    QComboBox *event_;
    QComboBox *split_;
    QSpinBox *controls_;
    QSpinBox *seed_;
    QLineEdit *folder_;
    QCheckBox *newEvents_;
};

} // namespace tagscope::ui
