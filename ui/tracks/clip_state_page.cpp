// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/clip_state_page.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tagscope::ui {

namespace {

constexpr int kPerMille = 1000;

QLabel *selectableText() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setMinimumWidth(1); // a foreign name is cut rather than that it widens the window
    label->setAlignment(Qt::AlignCenter);
    label->setTextFormat(Qt::PlainText); // file names are not markup
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ClipStatePage::ClipStatePage(QWidget *parent)
    : QWidget(parent), title_(selectableText()), state_(selectableText()), cause_(selectableText()),
      progress_(new QProgressBar), again_(new QPushButton(tr("Analyse &again"))) {
    giveRole(*title_, TextRole::Display);
    cause_->setForegroundRole(QPalette::PlaceholderText);
    progress_->setRange(0, kPerMille);
    progress_->setTextVisible(false);
    progress_->setFixedWidth(30 * fontMetrics().horizontalAdvance(QLatin1Char('M')));

    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(4 * fontMetrics().height(), 0, 4 * fontMetrics().height(), 0);
    lines->setSpacing(fontMetrics().height() / 2);
    lines->addStretch(1);
    lines->addWidget(title_);
    lines->addWidget(state_);
    lines->addWidget(cause_);
    lines->addWidget(progress_, 0, Qt::AlignHCenter);
    lines->addWidget(again_, 0, Qt::AlignHCenter);
    lines->addStretch(2);
    connect(again_, &QPushButton::clicked, this, &ClipStatePage::againAsked);
}

void ClipStatePage::show(const ShownClip &clip) {
    title_->setText(breakable(clip.title));
    state_->setText(breakable(clip.state));
    cause_->setText(clip.cause.isEmpty() ? QString() : tr("Details: %1").arg(breakable(clip.cause)));
    cause_->setVisible(!clip.cause.isEmpty());
    progress_->setVisible(clip.fraction.has_value());
    progress_->setValue(static_cast<int>(kPerMille * clip.fraction.value_or(0.0)));
    again_->setVisible(clip.canBeAnalysedAgain);
}

} // namespace tagscope::ui
