// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/decision.h"

#include <QWidget>
#include <optional>

class QPainter;

namespace tagscope::ui {

// (1 - w) a + w v against t, drawn to scale in `box`: what each branch adds, the threshold's line and the margin. The
// painter's font and pen decide letters and lines. Takes kDecisionLines lines of text.
void paintDecision(QPainter &painter, const QRectF &box, const Decision &decision);
inline constexpr double kDecisionLines = 5.0;

// The drawing of the chosen event's decision.
class WhyDecision : public QWidget {
    Q_OBJECT

public:
    explicit WhyDecision(QWidget *parent = nullptr);

    void setDecision(const std::optional<Decision> &decision);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<Decision> decision_;
};

// The answer in one line: "Tagged Fire engine: 0.612 ≥ 0.526, mostly by sound".
[[nodiscard]] QString headlineInWords(const QString &event, const Decision &decision);
// The decision and what would flip it, in sentences.
[[nodiscard]] QString decisionInWords(const Decision &decision);
[[nodiscard]] QString flipsInWords(const Decision &decision);
// Of that, why no weight flips it; empty where one does, or there is none.
[[nodiscard]] QString noWeightInWords(const Decision &decision);

} // namespace tagscope::ui
