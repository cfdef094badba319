// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/background_status.h"

#include "ui/base/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace tagscope::ui {

namespace {

constexpr int kEstimateFrom = 3; // clips: before, the rate says little

} // namespace

BackgroundStatus::BackgroundStatus(BackgroundAnalysis &background, QWidget *parent)
    : QWidget(parent), background_(background), text_(new QLabel), bar_(new QProgressBar) {
    text_->setTextFormat(Qt::PlainText);
    bar_->setTextVisible(false);
    bar_->setFixedWidth(10 * fontMetrics().horizontalAdvance(QLatin1Char('M')));
    auto *cancel = new QToolButton;
    cancel->setObjectName(QStringLiteral("cancelBackground"));
    cancel->setText(tr("Cancel"));
    cancel->setToolTip(tr("Stop the work in the background; clips you choose are still analysed"));
    cancel->setFocusPolicy(Qt::TabFocus);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(text_);
    line->addWidget(bar_);
    line->addWidget(cancel);
    connect(cancel, &QToolButton::clicked, &background, &BackgroundAnalysis::cancel);
    connect(&background, &BackgroundAnalysis::began, this, &BackgroundStatus::begin);
    connect(&background, &BackgroundAnalysis::advanced, this, &BackgroundStatus::advance);
    connect(&background, &BackgroundAnalysis::ended, this, &QWidget::hide);
    hide();
}

void BackgroundStatus::begin() {
    sinceStart_.start();
    bar_->setRange(0, background_.total());
    advance();
    show();
}

void BackgroundStatus::advance() {
    const QLocale locale;
    QStringList parts{tr("In the background: %1 of %2 clips")
                          .arg(locale.toString(background_.done()), locale.toString(background_.total()))};
    if (background_.done() >= kEstimateFrom) {
        const Seconds elapsed{static_cast<double>(sinceStart_.elapsed()) / 1000.0};
        parts << tr("about %1 left")
                     .arg(roughly(elapsed / background_.done() * (background_.total() - background_.done())));
    }
    text_->setText(parts.join(QStringLiteral("  ·  ")));
    bar_->setValue(background_.done());
}

} // namespace tagscope::ui
