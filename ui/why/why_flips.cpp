// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_flips.h"

#include "ui/base/text.h"

#include <QGridLayout>
#include <QToolButton>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr int kColumns = 2; // fit the narrowest panel, in every language

// The nearest number of three decimals with which it flips, and p and t read differently.
double readable(const Decision &decision, double &number, const DecisionFlip &flip, Decision &changed) {
    constexpr double kStep = 0.001;
    constexpr int kMostSteps = 20;
    const double way = flip.change > 0 ? kStep : -kStep;
    const double first = (flip.change > 0 ? std::ceil(flip.value / kStep) : std::floor(flip.value / kStep)) * kStep;
    for (int step = 0; step < kMostSteps; ++step) {
        number = first + step * way;
        if (number < 0.0 || number > 1.0)
            break;
        const bool isOther = changed.isTagged() != decision.isTagged();
        if (isOther && probabilityText(*changed.fused()) != probabilityText(changed.threshold))
            return number;
    }
    return number = flip.value;
}

} // namespace

WhyFlips::WhyFlips(QWidget *parent) : QWidget(parent), chips_(new QGridLayout(this)) {
    chips_->setContentsMargins(0, 0, 0, 0);
    chips_->setSpacing(fontMetrics().height() / 4);
}

void WhyFlips::setDecision(const Decision &decision) {
    if (decision_ == decision) {
        for (const Trial &trial : trials_)
            trial.chip->setChecked(false);
        return;
    }
    decision_ = decision;
    for (const Trial &trial : trials_)
        delete trial.chip;
    trials_.clear();
    const Flips flips = smallestFlips(decision);
    const auto add = [&](const QString &name, const std::optional<DecisionFlip> &flip, const auto &numberOf) {
        if (!flip)
            return;
        Decision now = decision;
        Decision changed = decision;
        const double before = numberOf(now);
        const double value = readable(decision, numberOf(changed), *flip, changed);
        offer(name, before, value, changed);
    };
    add(QStringLiteral("t"), flips.threshold, [](Decision &of) -> double & { return of.threshold; });
    add(QStringLiteral("w"), flips.weight, [](Decision &of) -> double & { return of.videoWeight; });
    add(QStringLiteral("a"), flips.audio, [](Decision &of) -> double & { return *of.audio; });
    add(QStringLiteral("v"), flips.video, [](Decision &of) -> double & { return *of.video; });
    setVisible(!trials_.empty());
}

void WhyFlips::offer(const QString &name, double now, double value, const Decision &changed) {
    auto *chip = new QToolButton;
    chip->setText(QStringLiteral("%1 %2 → %3").arg(name, probabilityText(now), probabilityText(value)));
    chip->setToolTip(tr("Try it: shows the decision as it would be. Nothing is changed."));
    chip->setObjectName(QStringLiteral("whyTry_") + name);
    chip->setCheckable(true);
    chip->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto place = static_cast<int>(trials_.size());
    chips_->addWidget(chip, place / kColumns, place % kColumns);
    trials_.push_back({chip, changed, tr("If %1 were %2:").arg(name, probabilityText(value))});
    connect(chip, &QToolButton::clicked, this, [this, place] { choose(static_cast<std::size_t>(place)); });
}

void WhyFlips::choose(std::size_t chosen) {
    for (std::size_t i = 0; i < trials_.size(); ++i)
        if (i != chosen)
            trials_[i].chip->setChecked(false);
    const Trial &trial = trials_[chosen];
    if (trial.chip->isChecked())
        Q_EMIT tried(trial.decision, trial.condition);
    else
        Q_EMIT tried(std::nullopt, {});
}

} // namespace tagscope::ui
