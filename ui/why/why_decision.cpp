// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_decision.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(WhyDecision)
};

// For what is drawn with this pen: figures are on white in every theme.
const Tokens &tokensFor(const QPen &pen) {
    return tokensOf(pen.color().lightness() > 128);
}

QString withSign(double number) {
    return number > 0 ? QLatin1Char('+') + probabilityText(number) : probabilityText(number);
}

// What the branches add to the logit of p.
QString calibrationInWords(const Decision &decision) {
    if (std::isinf(decision.calibration->intercept))
        return Words::tr("calibrated: the clips it was fitted on are all alike in this event");
    const CalibrationTerms terms = calibrationTerms(*decision.calibration, decision.audio, decision.video);
    QStringList parts{Words::tr("average clip %1").arg(withSign(terms.base))};
    if (decision.audio)
        parts << Words::tr("sound %1 (a = %2)").arg(withSign(terms.audio), probabilityText(*decision.audio));
    if (decision.video)
        parts << Words::tr("pictures %1 (v = %2)").arg(withSign(terms.video), probabilityText(*decision.video));
    return Words::tr("calibrated, logit p: %1").arg(parts.join(QStringLiteral(", ")));
}

struct Parts {
    double audio = 0.0;
    double video = 0.0;
};

// A calibrated probability is no sum of its branches: one part.
Parts partsOf(const Decision &decision) {
    if (decision.calibration)
        return {decision.fused().value_or(0.0), 0.0};
    const double w = decision.videoWeight;
    if (decision.audio && decision.video)
        return {(1.0 - w) * *decision.audio, w * *decision.video};
    return {decision.audio.value_or(0.0), decision.audio ? 0.0 : decision.video.value_or(0.0)};
}

// A label centred on x, but inside the box.
void drawLabel(QPainter &painter, const QRectF &box, double x, double top, const QString &text) {
    const QFontMetricsF metrics = painter.fontMetrics();
    const double width = metrics.horizontalAdvance(text);
    const double left = std::clamp(x - width / 2.0, box.left(), std::max(box.left(), box.right() - width));
    painter.drawText(QPointF(left, top + metrics.ascent()), text);
}

void drawBar(QPainter &painter, const QRectF &bar, const Decision &decision) {
    const Parts parts = partsOf(decision);
    const QRectF audio(bar.left(), bar.top(), parts.audio * bar.width(), bar.height());
    const QRectF video(audio.right(), bar.top(), parts.video * bar.width(), bar.height());
    const QPen lines = painter.pen();
    painter.fillRect(audio, decision.calibration ? lines.color() : tokensFor(lines).sound);
    painter.fillRect(video, tokensFor(lines).pictures);
    painter.fillRect(video, QBrush(lines.color(), Qt::BDiagPattern)); // not by its colour alone
    painter.setPen(lines);
    painter.drawRect(bar);
}

void drawLegend(QPainter &painter, const QRectF &box, double top, const Decision &decision) {
    const double line = painter.fontMetrics().height();
    double x = box.left();
    const auto entry = [&](const QColor &colour, bool isHatched, const QString &text) {
        const QRectF square(x, top + line * 0.2, line * 0.6, line * 0.6);
        painter.fillRect(square, colour);
        if (isHatched)
            painter.fillRect(square, QBrush(painter.pen().color(), Qt::BDiagPattern));
        painter.drawText(QPointF(square.right() + line * 0.3, top + QFontMetricsF(painter.font()).ascent()), text);
        x = square.right() + line + painter.fontMetrics().horizontalAdvance(text);
    };
    if (decision.calibration) {
        painter.drawText(QPointF(x, top + QFontMetricsF(painter.font()).ascent()), calibrationInWords(decision));
        return;
    }
    const Parts parts = partsOf(decision);
    const bool areBoth = decision.audio && decision.video;
    if (decision.audio)
        entry(tokensFor(painter.pen()).sound, false,
              (areBoth ? Words::tr("sound (1 − w) · a = %1") : Words::tr("sound a = %1"))
                  .arg(probabilityText(parts.audio)));
    if (decision.video)
        entry(tokensFor(painter.pen()).pictures, true,
              (areBoth ? Words::tr("pictures w · v = %1") : Words::tr("pictures v = %1"))
                  .arg(probabilityText(parts.video)));
}

} // namespace

void paintDecision(QPainter &painter, const QRectF &box, const Decision &decision) {
    const double line = QFontMetricsF(painter.font()).height();
    const std::optional<double> p = decision.fused();
    if (!p) {
        painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap,
                         Words::tr("There is neither an audio nor a video probability."));
        return;
    }
    const QRectF bar(box.left() + 1.0, box.top() + line * 1.1, box.width() - 2.0, line);
    const auto xOf = [&bar](double probability) {
        return bar.left() + std::clamp(probability, 0.0, 1.0) * bar.width();
    };
    drawBar(painter, bar, decision);
    const double t = decision.threshold;
    const QPen lines = painter.pen();
    painter.setPen(QPen(lines.color(), 3));
    painter.drawLine(QPointF(xOf(t), bar.top() - line * 0.25), QPointF(xOf(t), bar.bottom() + line * 0.25));
    painter.setPen(lines);
    drawLabel(painter, box, xOf(t), box.top(), Words::tr("t = %1").arg(probabilityText(t)));
    // From p to t, the way that is left or to spare.
    const double y = bar.bottom() + line * 0.45;
    painter.setPen(QPen(lines.color(), 1, Qt::DashLine));
    painter.drawLine(QPointF(xOf(*p), y), QPointF(xOf(t), y));
    painter.setPen(lines);
    painter.drawLine(QPointF(xOf(*p), bar.top()), QPointF(xOf(*p), y + line * 0.15));
    drawLabel(painter, box, xOf(*p), y + line * 0.1,
              Words::tr("p = %1, margin %2").arg(probabilityText(*p), withSign(*p - t)));
    drawLegend(painter, box, y + line * 1.2, decision);
}

WhyDecision::WhyDecision(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WhyDecision::setDecision(const std::optional<Decision> &decision) {
    decision_ = decision;
    setAccessibleName(decision ? decisionInWords(*decision) : QString());
    update();
}

QSize WhyDecision::sizeHint() const {
    return {20 * fontMetrics().height(), static_cast<int>(std::ceil(kDecisionLines * fontMetrics().height()))};
}

QSize WhyDecision::minimumSizeHint() const {
    return {10 * fontMetrics().height(), sizeHint().height()};
}

void WhyDecision::paintEvent(QPaintEvent *) {
    if (!decision_)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::WindowText));
    paintDecision(painter, rect(), *decision_);
}

QString headlineInWords(const QString &event, const Decision &decision) {
    const std::optional<double> p = decision.fused();
    if (!p)
        return Words::tr("No probability of %1").arg(event);
    const QString figures =
        QStringLiteral("%1 %2 %3")
            .arg(probabilityText(*p), decision.isTagged() ? QStringLiteral("≥") : QStringLiteral("<"),
                 probabilityText(decision.threshold));
    if (!decision.isTagged())
        return Words::tr("Not tagged %1: %2").arg(event, figures);
    if (decision.calibration)
        return Words::tr("Tagged %1: %2, calibrated").arg(event, figures);
    const Parts parts = partsOf(decision);
    if (parts.video <= 0)
        return Words::tr("Tagged %1: %2, by sound alone").arg(event, figures);
    if (parts.audio <= 0)
        return Words::tr("Tagged %1: %2, by pictures alone").arg(event, figures);
    return parts.audio >= parts.video ? Words::tr("Tagged %1: %2, mostly by sound").arg(event, figures)
                                      : Words::tr("Tagged %1: %2, mostly by pictures").arg(event, figures);
}

QString decisionInWords(const Decision &decision) {
    const std::optional<double> p = decision.fused();
    if (!p)
        return Words::tr("Not tagged: there is neither an audio nor a video probability.");
    const QString t = probabilityText(decision.threshold);
    QString made;
    if (decision.calibration)
        made = QStringLiteral("%1 (%2)").arg(probabilityText(*p), calibrationInWords(decision));
    else if (decision.audio && decision.video)
        made = Words::tr("(1 − %1) · %2 + %1 · %3 = %4")
                   .arg(numberText(decision.videoWeight, 2), probabilityText(*decision.audio),
                        probabilityText(*decision.video), probabilityText(*p));
    else if (decision.audio)
        made = Words::tr("%1, from the sound alone").arg(probabilityText(*p));
    else
        made = Words::tr("%1, from the pictures alone").arg(probabilityText(*p));
    return decision.isTagged() ? Words::tr("Tagged: p = %1 reaches the threshold %2.").arg(made, t)
                               : Words::tr("Not tagged: p = %1 is below the threshold %2.").arg(made, t);
}

QString flipsInWords(const Decision &decision) {
    const Flips flips = smallestFlips(decision);
    if (!flips.threshold)
        return {};
    const auto words = [](const QString &name, const std::optional<DecisionFlip> &flip) {
        return flip ? Words::tr("%1 to %2 (%3)").arg(name, probabilityText(flip->value), withSign(flip->change))
                    : Words::tr("%1: no value").arg(name);
    };
    QStringList list{
        words(decision.calibration ? Words::tr("common threshold t") : Words::tr("threshold t"), flips.threshold)};
    if (!decision.calibration && decision.audio && decision.video)
        list << words(Words::tr("weight w"), flips.weight);
    if (decision.audio)
        list << words(Words::tr("sound a"), flips.audio);
    if (decision.video)
        list << words(Words::tr("pictures v"), flips.video);
    QString text =
        Words::tr("The smallest change of a single number that flips it: %1.").arg(list.join(QStringLiteral("; ")));
    if (const QString noWeight = noWeightInWords(decision); !noWeight.isEmpty())
        text += QLatin1Char(' ') + noWeight;
    return text;
}

QString noWeightInWords(const Decision &decision) {
    const Flips flips = smallestFlips(decision);
    if (!flips.threshold || flips.weight || decision.calibration || !decision.audio || !decision.video)
        return {};
    return Words::tr("No weight flips it: both a = %1 and v = %2 are on the same side of t.")
        .arg(probabilityText(*decision.audio), probabilityText(*decision.video));
}

} // namespace tagscope::ui
