// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_setup_page.h"
#include "ui/audit/audit_work_page.h"

#include <QWidget>

class QStackedWidget;

namespace tagscope::ui {

class AuditRecords;

// The audit's dock: what to sit down to, the pair that is looked at, and what was said at the end. GUI thread; the
// sitting outlives it.
class AuditPanel : public QWidget {
    Q_OBJECT

public:
    AuditPanel(const AuditSitting &sitting, const AuditRecords &records, QWidget *parent = nullptr);

    [[nodiscard]] AuditSetupPage &setup() { return *setup_; }
    [[nodiscard]] AuditWorkPage &work() { return *work_; }
    // The page of where the sitting is.
    void follow();
    void followCounts(); // what is told of the queue

Q_SIGNALS:
    void skippedAsked();
    void endAsked();
    void correctedAsked(); // the labels as the verdicts leave them, as a file

private:
    QWidget *makeEnd();
    void showEnd();
    [[nodiscard]] QString foundText() const;

    const AuditSitting &sitting_;
    const AuditRecords &records_;
    QStackedWidget *pages_;
    AuditSetupPage *setup_;
    AuditWorkPage *work_;
    QWidget *end_;
    QLabel *outcome_;
    QPushButton *skipped_;
    QPushButton *another_;
    QPushButton *corrected_;
};

} // namespace tagscope::ui
