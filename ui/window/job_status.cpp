// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/job_status.h"

#include "ui/base/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace tagscope::ui {

namespace {

constexpr int kBarPerMille = 1000;
constexpr qint64 kEstimateAfterMilliseconds = 1500; // before, the rate says little
constexpr double kEstimateFrom = 0.03;

} // namespace

JobStatus::JobStatus(AnalysisService &service, QWidget *parent)
    : QWidget(parent), service_(service), text_(new QLabel), bar_(new QProgressBar), cancel_(new QToolButton) {
    text_->setTextFormat(Qt::PlainText);
    text_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    bar_->setRange(0, kBarPerMille);
    bar_->setTextVisible(false);
    bar_->setFixedWidth(10 * fontMetrics().horizontalAdvance(QLatin1Char('M')));
    cancel_->setObjectName(QStringLiteral("cancelAnalyses"));
    cancel_->setText(tr("Cancel"));
    cancel_->setToolTip(tr("Stop all analyses (Shift+Esc)"));
    cancel_->setFocusPolicy(Qt::TabFocus);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(text_);
    line->addWidget(bar_);
    line->addWidget(cancel_);
    connect(cancel_, &QToolButton::clicked, &service, &AnalysisService::cancelAll);
    connect(&service, &AnalysisService::started, this, &JobStatus::begin);
    connect(&service, &AnalysisService::progressed, this, &JobStatus::advance);
    connect(&service, &AnalysisService::finished, this, &JobStatus::end);
    connect(&service, &AnalysisService::failed, this, &JobStatus::end);
    connect(&service, &AnalysisService::cancelled, this, &JobStatus::end);
    hide();
}

void JobStatus::begin() {
    if (isVisibleTo(parentWidget()))
        return;
    text_->setText(tr("Starting"));
    bar_->setValue(0);
    show();
}

void JobStatus::advance(JobNumber job, double fraction, const QString &stage) {
    if (job != job_) {
        job_ = job;
        sinceStart_.start();
    }
    QStringList parts{stage.isEmpty() ? tr("Analysing") : stage, tr("%1 %").arg(numberText(100 * fraction, 0))};
    const Seconds elapsed{static_cast<double>(sinceStart_.elapsed()) / 1000.0};
    if (sinceStart_.elapsed() >= kEstimateAfterMilliseconds && fraction > kEstimateFrom)
        parts << tr("about %1 left").arg(roughly(elapsed / fraction * (1 - fraction)));
    if (service_.unfinished() > 1)
        parts << tr("%n more waiting", nullptr, static_cast<int>(service_.unfinished()) - 1);
    text_->setText(parts.join(QStringLiteral("  ·  ")));
    bar_->setValue(static_cast<int>(kBarPerMille * fraction));
    show();
}

void JobStatus::end() {
    setVisible(service_.unfinished() > 0);
}

} // namespace tagscope::ui
