// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_figure.h"

#include "core/base/message_texts.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/document/absence.h"
#include "ui/plot/colour_map.h"
#include "ui/tracks/attribution_layer.h"
#include "ui/tracks/object_table_model.h"
#include "ui/tracks/spectrogram_plot.h"
#include "ui/why/why_decision.h"
#include "ui/why/why_sparkline.h"
#include "ui/why/why_words.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kWidthLines = 52.0; // of the figure, in lines of its letters
constexpr double kShownDecibels = 70.0;

// The log-mel as a picture, the highest band first.
QImage spectrogramImage(const Matrix &logMel) {
    const double loudest = static_cast<double>(*std::ranges::max_element(logMel.values));
    const std::vector<QColor> colours = coloursOf(ColourMap::Grey);
    QImage image(static_cast<int>(logMel.rows), static_cast<int>(logMel.columns), QImage::Format_RGB32);
    for (std::size_t frame = 0; frame < logMel.rows; ++frame)
        for (std::size_t band = 0; band < logMel.columns; ++band) {
            const double share =
                std::clamp((static_cast<double>(logMel(frame, band)) - loudest) / kShownDecibels + 1.0, 0.0, 1.0);
            const auto grey = static_cast<int>(255.0 * (1.0 - share)); // dark is loud, as printed spectrograms are
            image.setPixel(static_cast<int>(frame), static_cast<int>(logMel.columns - 1 - band),
                           qRgb(grey, grey, grey));
        }
    return image;
}

// Draws the parts one below the other.
class Page {
public:
    Page(QPainter &painter, double width, const WhyFigure::Content &content)
        : painter_(painter), clip_(*content.clip), content_(content), line_(QFontMetricsF(painter.font()).height()),
          left_(3.6 * line_), width_(width - left_ - line_), y_(line_) {}

    // The height that it took.
    double draw() {
        const auto k = static_cast<std::size_t>(content_.event);
        const QFont plain = painter_.font();
        painter_.setFont(strong(plain));
        say(WhyFigure::tr("%1 in %2, %3 to %4 s")
                .arg(toText(clip_.settings.events[k].name), fileName(clip_.media), numberText(clip_.start.count(), 2),
                     numberText((clip_.start + clip_.duration).count(), 2)));
        painter_.setFont(plain);
        drawSpectrogram();
        drawActivation(k);
        drawKeyFrames();
        const Decision decision = decisionOf(clip_.events[k]);
        paintDecision(painter_, next(kDecisionLines * line_), decision);
        y_ += line_ / 2;
        say(decisionInWords(decision));
        say(flipsInWords(decision));
        if (content_.attribution)
            say(attributionInWords(clip_, *content_.attribution, content_.edges));
        say(modelsInWords(clip_));
        for (const std::string &note : englishTexts(clip_.notes))
            say(toText(note));
        return y_ + line_;
    }

private:
    QRectF next(double height) {
        const QRectF box(left_, y_, width_, height);
        y_ += height;
        return box;
    }

    void say(const QString &text) {
        if (text.isEmpty())
            return;
        constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
        const QRectF box = painter_.boundingRect(QRectF(line_, y_, left_ + width_ - line_, 100 * line_), kFlags, text);
        painter_.drawText(box.adjusted(0, 0, 1, 1), kFlags, text);
        y_ = box.bottom() + line_ / 4;
    }

    void drawSpectrogram() {
        if (const QString absence = whyNoSpectrogram(clip_); !absence.isEmpty()) {
            say(absence);
            return;
        }
        const AudioAnalysis &audio = *clip_.audio;
        const QRectF box = next(11 * line_);
        const double seconds = static_cast<double>(audio.logMel.rows) * audio.frameHop.count();
        const double shown = std::min(1.0, clip_.duration.count() / seconds);
        const auto part = [shown](const QImage &image) { return QRectF(0, 0, shown * image.width(), image.height()); };
        const QImage cells = spectrogramImage(audio.logMel);
        painter_.drawImage(box, cells, part(cells));
        if (content_.attribution) {
            const QImage over =
                attributionImage(content_.attribution->attribution.values, kAttributionFrames, Qt::white);
            painter_.drawImage(box, over, part(over));
        }
        painter_.drawRect(box);
        const auto bands = static_cast<double>(audio.logMel.columns);
        for (const HzTick &tick : melTicks(content_.edges, 1.3 * line_ * bands / box.height())) {
            const double y = box.bottom() - (tick.band + 0.5) / bands * box.height();
            painter_.drawLine(QPointF(box.left() - 4, y), QPointF(box.left(), y));
            painter_.drawText(QRectF(0, y - line_ / 2, box.left() - 6, line_), Qt::AlignRight | Qt::AlignVCenter,
                              numberText(tick.hz, 0));
        }
        painter_.drawText(QRectF(0, box.bottom() - line_ / 2, box.left() - 6, line_), Qt::AlignRight | Qt::AlignTop,
                          WhyFigure::tr("Hz"));
        y_ += line_ / 4;
        if (content_.attribution)
            say(WhyFigure::tr(
                "Log-mel input of the network, dark is loud; orange: speaks for the event, blue and dotted: against "
                "it; pale: neither."));
    }

    void drawActivation(std::size_t k) {
        if (!clip_.audio || k >= clip_.audio->peakSteps.size()) {
            say(whyNoActivations(clip_));
            return;
        }
        y_ += line_ / 4;
        const QRectF box = next(3.5 * line_);
        paintActivation(painter_, box, *clip_.audio, k, clip_.duration);
        painter_.drawText(QRectF(0, box.top() - line_ / 2, box.left() - 6, line_), Qt::AlignRight | Qt::AlignVCenter,
                          QStringLiteral("1"));
        painter_.drawText(QRectF(0, box.bottom() - line_ / 2, box.left() - 6, line_), Qt::AlignRight | Qt::AlignVCenter,
                          QStringLiteral("0"));
        const int step = clip_.duration.count() > 20 ? 10 : clip_.duration.count() > 5 ? 2 : 1;
        for (int second = 0; second <= clip_.duration.count(); second += step) {
            const double x = box.left() + second / clip_.duration.count() * box.width();
            painter_.drawText(QRectF(x - 2 * line_, box.bottom(), 4 * line_, line_), Qt::AlignCenter,
                              WhyFigure::tr("%1 s").arg(second));
        }
        y_ += 1.2 * line_;
        say(maximumInWords(clip_, content_.event));
    }

    void drawKeyFrames() {
        if (!clip_.video || clip_.video->keyFrames.empty()) {
            say(whyNoKeyFrames(clip_));
            return;
        }
        const std::vector<KeyFrame> &keyFrames = clip_.video->keyFrames;
        const QRectF row = next(5 * line_);
        const double gap = line_ / 2;
        const double width =
            (row.width() - gap * static_cast<double>(keyFrames.size() - 1)) / static_cast<double>(keyFrames.size());
        for (std::size_t i = 0; i < keyFrames.size(); ++i) {
            const QRectF box(row.left() + static_cast<double>(i) * (width + gap), row.top(), width, row.height());
            const bool isThere = i < content_.keyFrames.size() && !content_.keyFrames[i].isNull();
            QRectF place = box;
            if (isThere) {
                const QImage &picture = content_.keyFrames[i];
                place = QRectF({}, QSizeF(picture.size()).scaled(box.size(), Qt::KeepAspectRatio));
                place.moveCenter(box.center());
                painter_.drawImage(place, picture);
            }
            painter_.drawRect(place);
            painter_.drawText(QRectF(box.left(), box.bottom(), box.width(), line_ * 1.2), Qt::AlignCenter,
                              WhyFigure::tr("%1 s").arg(numberText(keyFrames[i].time.count(), 2)));
        }
        y_ += 1.4 * line_;
        drawObjects();
    }

    void drawObjects() {
        if (clip_.video->objects.empty()) {
            say(whyNoObjects(clip_));
            return;
        }
        QStringList objects;
        for (const MappedObject &object : clip_.video->objects) {
            const QString name = nameOfObject(clip_, object.index);
            const QString probability = numberText(static_cast<double>(object.probability), 2);
            const auto k = static_cast<std::size_t>(object.event.value_or(-1));
            if (!object.event || k >= clip_.settings.events.size())
                objects << WhyFigure::tr("%1 %2 (to no event)").arg(name, probability);
            else if (std::isnan(object.cosine))
                objects << WhyFigure::tr("%1 %2 (to %3)").arg(name, probability, toText(clip_.settings.events[k].name));
            else
                objects << WhyFigure::tr("%1 %2 (to %3, cosine %4)")
                               .arg(name, probability, toText(clip_.settings.events[k].name),
                                    numberText(static_cast<double>(object.cosine), 2));
        }
        say(WhyFigure::tr("Objects and where their probability went: %1.").arg(objects.join(QStringLiteral("; "))));
        const auto k = static_cast<std::size_t>(content_.event);
        if (k < clip_.video->probabilities.size())
            say(WhyFigure::tr("v = %1").arg(probabilityText(static_cast<double>(clip_.video->probabilities[k]))));
        else
            say(whyNoVideoProbabilities(clip_));
    }

    QPainter &painter_;
    const ClipAnalysis &clip_;
    const WhyFigure::Content &content_;
    double line_;
    double left_; // room for the axes' numbers
    double width_;
    double y_;
};

} // namespace

WhyFigure::WhyFigure(QWidget *parent) : QWidget(parent) {
    QPalette paper;
    paper.setColor(QPalette::Window, Qt::white);
    paper.setColor(QPalette::WindowText, Qt::black);
    setPalette(paper);
    setAutoFillBackground(true);
    hide();
}

void WhyFigure::setContent(Content content) {
    content_ = std::move(content);
    const auto width = static_cast<int>(kWidthLines * fontMetrics().height());
    QImage scratch(1, 1, QImage::Format_RGB32);
    QPainter painter(&scratch);
    painter.setFont(font());
    resize(width, content_.clip ? static_cast<int>(std::ceil(Page(painter, width, content_).draw())) : 1);
}

void WhyFigure::paintEvent(QPaintEvent *) {
    if (!content_.clip)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::black);
    painter.setFont(font());
    Page(painter, width(), content_).draw();
}

} // namespace tagscope::ui
