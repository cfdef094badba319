// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_panel.h"

#include "ui/audit/asked_answers.h"
#include "ui/audit/audit_records.h"
#include "ui/audit/audit_sitting.h"
#include "ui/audit/audit_tables.h"
#include "ui/base/audit_text.h"
#include "ui/base/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <cmath>

namespace tagscope::ui {

AuditPanel::AuditPanel(const AuditSitting &sitting, const AuditRecords &records, QWidget *parent)
    : QWidget(parent), sitting_(sitting), records_(records), pages_(new QStackedWidget), setup_(new AuditSetupPage),
      work_(new AuditWorkPage(sitting)), end_(nullptr), outcome_(new QLabel), skipped_(new QPushButton),
      another_(new QPushButton(tr("New &queue"))), corrected_(new QPushButton(tr("&Corrected labels…"))) {
    end_ = makeEnd();
    for (QWidget *page : {static_cast<QWidget *>(setup_), static_cast<QWidget *>(work_), end_})
        pages_->addWidget(page);
    auto *fill = new QVBoxLayout(this);
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addWidget(pages_);
}

QWidget *AuditPanel::makeEnd() {
    auto *page = new QWidget;
    outcome_->setObjectName(QStringLiteral("auditOutcome"));
    outcome_->setWordWrap(true);
    skipped_->setObjectName(QStringLiteral("takeSkipped"));
    another_->setObjectName(QStringLiteral("anotherQueue"));
    corrected_->setObjectName(QStringLiteral("correctedLabels"));
    corrected_->setToolTip(tr("Saves the labels as the verdicts of all annotators leave them"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(skipped_);
    buttons->addWidget(another_);
    buttons->addWidget(corrected_);
    buttons->addStretch(1);
    auto *lines = new QVBoxLayout(page);
    lines->addWidget(outcome_);
    lines->addLayout(buttons);
    lines->addStretch(1);
    connect(skipped_, &QPushButton::clicked, this, &AuditPanel::skippedAsked);
    connect(another_, &QPushButton::clicked, this, &AuditPanel::endAsked);
    connect(corrected_, &QPushButton::clicked, this, &AuditPanel::correctedAsked);
    return page;
}

void AuditPanel::follow() {
    QWidget *page = !sitting_.hasQueue() ? static_cast<QWidget *>(setup_) : sitting_.current() ? work_ : end_;
    if (page == work_) {
        work_->showPair();
        work_->setAccessibleName(work_->asked()); // Orca says new names of what has the keys, and of nothing else
    } else if (page == end_)
        showEnd();
    if (pages_->currentWidget() == page)
        return;
    pages_->setCurrentWidget(page);
    if (page == work_)
        work_->setFocus(Qt::OtherFocusReason);
    else if (page == end_)
        (skipped_->isVisibleTo(end_) ? skipped_ : another_)->setFocus(Qt::OtherFocusReason);
}

void AuditPanel::followCounts() {
    work_->showProgress();
    if (pages_->currentWidget() == end_ && sitting_.hasQueue())
        showEnd();
}

// What the order found by all verdicts so far: not for who judges blindly, nor in a task.
QString AuditPanel::foundText() const {
    const SittingQueue &queue = *sitting_.order().queue();
    if (queue.setup.stage != AuditStage::ModelOutput || queue.ranked.empty())
        return {};
    const QueuePrecision found = queuePrecision(queue.ranked, standingVerdicts(records_.history()), {});
    return precisionSoFar(found.ordered, found.controls);
}

void AuditPanel::showEnd() {
    const AuditOrder &order = sitting_.order();
    const QLocale locale;
    const auto number = [&locale](std::size_t count) { return locale.toString(static_cast<qulonglong>(count)); };
    QStringList lines;
    lines << (order.size() == 0   ? tr("The queue has no pairs. Choose another order, event or split.")
              : order.left() == 0 ? tr("Done: all %1 pairs of the queue have been judged.").arg(number(order.size()))
                                  : tr("%1 of %2 pairs have been judged; you skipped the others.")
                                        .arg(number(order.done()), number(order.size())));
    if (const AuditPace &pace = sitting_.pace(); pace.verdicts() > 0 && pace.minutes() > 0.0) {
        constexpr double kMinutesOfHour = 60.0;
        lines << tr("In this sitting: %1 verdicts in %2 min without pauses, %3 an hour.")
                     .arg(number(pace.verdicts()), locale.toString(pace.minutes(), 'f', 1),
                          number(static_cast<std::size_t>(
                              std::lround(kMinutesOfHour * static_cast<double>(pace.verdicts()) / pace.minutes()))));
    }
    std::map<VerdictValue, std::size_t> counts = sitting_.counts();
    for (const VerdictValue value : offeredAt(sitting_.setup().stage))
        counts[value] += 0;
    QStringList said;
    for (const auto &[value, count] : counts)
        said << tr("%1: %2").arg(textOf(value), number(count));
    lines << tr("You said: %1").arg(said.join(QStringLiteral(" · ")));
    if (const QString found = foundText(); !found.isEmpty())
        lines << found;
    outcome_->setText(lines.join(QLatin1Char('\n')));
    skipped_->setVisible(order.left() > 0);
    corrected_->setVisible(!setup_->isTask()); // in a task nobody sees what others said
    skipped_->setText(tr("&Go through the skipped ones (%1)").arg(number(order.left())));
}

} // namespace tagscope::ui
