// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/agreement_summary.h"
#include "ui/base/figure_table_model.h"

#include <QWidget>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;

namespace tagscope::ui {

class FittedTable;

// The coefficients of agreement, of each event and over all, and which verdicts they are of. GUI thread.
class AgreementView : public QWidget {
    Q_OBJECT

public:
    explicit AgreementView(QWidget *parent = nullptr);

    [[nodiscard]] AgreementRequest request() const;
    // null: not known yet. `events`: names of the project's.
    void setSummary(const std::shared_ptr<const AgreementSummary> &summary, const std::vector<QString> &events);

Q_SIGNALS:
    void requestChanged();

private:
    void fillPairs(const AgreementSummary &summary);
    void showPairs();

    std::shared_ptr<const AgreementSummary> summary_;
    FigureTableModel *model_;
    FittedTable *table_;
    QComboBox *stage_;
    QComboBox *kind_;
    QComboBox *pair_;
    QCheckBox *informed_;
    QLabel *source_;
};

} // namespace tagscope::ui
