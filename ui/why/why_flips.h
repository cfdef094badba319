// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/decision.h"

#include <QWidget>
#include <optional>
#include <vector>

class QGridLayout;
class QToolButton;

namespace tagscope::ui {

// The nearest changes of a single number that flip a decision, each to be tried: while one is chosen, the decision is
// shown as it would be. Nothing is changed by that. GUI thread.
class WhyFlips : public QWidget {
    Q_OBJECT

public:
    explicit WhyFlips(QWidget *parent = nullptr);

    // Nothing is tried after this; tried() does not say so.
    void setDecision(const Decision &decision);

Q_SIGNALS:
    // What is tried, and in words what it differs by, such as "if t were 0.31"; nothing: the decision itself again.
    void tried(const std::optional<Decision> &decision, const QString &condition);

private:
    struct Trial {
        QToolButton *chip = nullptr;
        Decision decision;
        QString condition;
    };
    void offer(const QString &name, double now, double value, const Decision &changed);
    void choose(std::size_t chosen);

    std::optional<Decision> decision_;
    std::vector<Trial> trials_;
    QGridLayout *chips_;
};

} // namespace tagscope::ui
