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

JobStatus::JobStatus(QWidget *parent)
    : QWidget(parent), text_(new QLabel), bar_(new QProgressBar), cancel_(new QToolButton) {
    text_->setTextFormat(Qt::PlainText);
    text_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    bar_->setTextVisible(false);
    bar_->setFixedWidth(10 * fontMetrics().horizontalAdvance(QLatin1Char('M')));
    cancel_->setObjectName(QStringLiteral("cancelAnalyses"));
    cancel_->setText(tr("Cancel"));
    cancel_->setToolTip(tr("Stop this; Shift+Esc stops all analyses"));
    cancel_->setFocusPolicy(Qt::TabFocus);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(text_);
    line->addWidget(bar_);
    line->addWidget(cancel_);
    const JobRegistry &registry = JobRegistry::instance();
    connect(cancel_, &QToolButton::clicked, this, [this, &registry] {
        if (const RunningJob *job = registry.find(key_)) {
            const std::function<void()> cancel = job->cancel; // may end the job
            cancel();
        }
    });
    connect(&registry, &JobRegistry::changed, this, &JobStatus::showFirst);
    connect(&registry, &JobRegistry::ended, this, &JobStatus::showFirst);
    hide();
}

void JobStatus::showFirst() {
    const std::pair<QString, RunningJob> *first = nullptr;
    others_ = 0;
    for (const std::pair<QString, RunningJob> &job : JobRegistry::instance().jobs()) {
        if (job.first == QStringLiteral("background"))
            continue;
        others_ += job.second.waiting + 1;
        if (first == nullptr)
            first = &job;
    }
    setVisible(first != nullptr);
    const QString key = first != nullptr ? first->first : QString();
    const double fraction = first != nullptr ? first->second.fraction.value_or(0.0) : 0.0;
    if (key != key_ || fraction < fraction_) // another one, or the next of the same kind
        sinceStart_.start();
    key_ = key;
    fraction_ = fraction;
    if (first != nullptr)
        describe(first->second);
}

void JobStatus::describe(const RunningJob &job) {
    QStringList parts{job.stage.isEmpty() ? job.name : job.stage};
    if (job.fraction) {
        parts << tr("%1 %").arg(numberText(100 * *job.fraction, 0));
        const Seconds elapsed{static_cast<double>(sinceStart_.elapsed()) / 1000.0};
        if (sinceStart_.elapsed() >= kEstimateAfterMilliseconds && *job.fraction > kEstimateFrom)
            parts << tr("about %1 left").arg(roughly(elapsed / *job.fraction * (1 - *job.fraction)));
    }
    if (others_ > 1)
        parts << tr("%n more waiting", nullptr, others_ - 1);
    text_->setText(parts.join(QStringLiteral("  ·  ")));
    bar_->setRange(0, job.fraction ? kBarPerMille : 0);
    bar_->setValue(job.fraction ? static_cast<int>(kBarPerMille * *job.fraction) : 0);
    cancel_->setVisible(job.cancel != nullptr);
}

} // namespace tagscope::ui
