#include "ui/plot/spectrogram_plot.h"

#include "ui/services/absence.h"
#include "ui/services/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tagscope::ui {

namespace {

// Below the loudest cell nothing further down is told apart: speech in a street spans about 50 dB of it.
constexpr double kShownDecibels = 70.0;

// Rounder frequencies first: they are placed before others that would be too near.
constexpr std::array kRoundHz{1000.0, 5000.0, 2000.0, 500.0,  8000.0, 100.0,  3000.0, 200.0,   300.0,  4000.0,
                              1500.0, 6000.0, 700.0,  7000.0, 9000.0, 2500.0, 400.0,  16000.0, 12000.0};

} // namespace

double bandOf(double hz, const std::vector<double> &edges) {
    const auto above = std::upper_bound(edges.begin(), edges.end(), hz);
    if (above == edges.begin())
        return -1.0;
    if (above == edges.end())
        return static_cast<double>(edges.size()) - 2.0;
    const double below = *(above - 1);
    return static_cast<double>(above - edges.begin()) - 2.0 + (hz - below) / (*above - below);
}

std::vector<HzTick> melTicks(const std::vector<double> &edges, double spacing) {
    std::vector<HzTick> ticks;
    if (edges.size() < 3)
        return ticks;
    const double last = static_cast<double>(edges.size()) - 3.0; // the highest band
    for (const double hz : kRoundHz) {
        const double band = bandOf(hz, edges);
        const bool isFree = std::none_of(ticks.begin(), ticks.end(), [band, spacing](const HzTick &tick) {
            return std::abs(tick.band - band) < spacing;
        });
        if (isFree && band >= 0.0 && band <= last)
            ticks.push_back({band, hz});
    }
    std::sort(ticks.begin(), ticks.end(), [](const HzTick &a, const HzTick &b) { return a.band < b.band; });
    return ticks;
}

SpectrogramPlot::SpectrogramPlot(ViewState &viewState, QWidget *parent)
    : TrackPlot(viewState, parent), padding_(new QCPItemRect(this)),
      attribution_(new AttributionLayer(*this, viewState, [this](double band) { return yAxis->coordToPixel(band); })) {
    setAccessibleName(tr("Spectrogram"));
    xAxis->setTickLabels(false);
    yAxis->setSubTicks(false);
    padding_->setVisible(false);
}

void SpectrogramPlot::setClip(std::shared_ptr<const ClipAnalysis> clip, std::vector<double> edges) {
    clip_ = std::move(clip);
    edges_ = std::move(edges);
    padding_->setVisible(false);
    setMessage(clip_ ? whyNoSpectrogram(*clip_) : QString());
    yAxis->setLabel(message().isEmpty() ? tr("Frequency (Hz)") : QString());
    if (clip_ && message().isEmpty()) {
        fill(*clip_->audio);
        markPadding(*clip_->audio);
    }
    restyle();
    replot(QCustomPlot::rpQueuedReplot);
}

void SpectrogramPlot::fill(const AudioAnalysis &audio) {
    const Matrix &cells = audio.logMel;
    const auto frames = static_cast<int>(cells.rows);
    const auto bands = static_cast<int>(cells.columns);
    map().data()->setSize(frames, bands);
    // The range names the centres of the outermost cells; frame n is centred on n hops.
    map().data()->setRange(QCPRange(0, (frames - 1) * audio.frameHop.count()), QCPRange(0, bands - 1));
    for (int frame = 0; frame < frames; ++frame)
        for (int band = 0; band < bands; ++band)
            map().data()->setCell(
                frame, band,
                static_cast<double>(cells(static_cast<std::size_t>(frame), static_cast<std::size_t>(band))));
    const double loudest = static_cast<double>(*std::max_element(cells.values.begin(), cells.values.end()));
    const double highest = std::ceil(loudest / 5.0) * 5.0;
    map().setDataRange(QCPRange(highest - kShownDecibels, highest));
    bar().setScale(highest - kShownDecibels, highest, 0, tr("dB"));
    yAxis->setRange(-0.5, bands - 0.5);
}

void SpectrogramPlot::markPadding(const AudioAnalysis &audio) {
    const double end = static_cast<double>(audio.soundFrames) * audio.frameHop.count();
    if (audio.soundFrames >= audio.logMel.rows || end >= clip_->duration.count())
        return;
    padding_->topLeft->setCoords(end, yAxis->range().upper);
    padding_->bottomRight->setCoords(std::max(clip_->duration, view().duration()).count(), yAxis->range().lower);
    padding_->setVisible(true);
}

void SpectrogramPlot::restyle() {
    TrackPlot::restyle();
    padding_->setPen(Qt::NoPen);
    padding_->setBrush(QBrush(QColor(150, 150, 150), Qt::BDiagPattern));
    const double pixelsPerBand = plotHeight() / std::max(yAxis->range().size(), 1.0);
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (const HzTick &tick : melTicks(edges_, 1.2 * fontMetrics().height() / std::max(pixelsPerBand, 0.1)))
        ticker->addTick(tick.band, numberText(tick.hz, 0));
    yAxis->setTicker(ticker);
}

QString SpectrogramPlot::readOut(QPointF point) const {
    if (!clip_ || !message().isEmpty() || !axisRect()->rect().contains(point.toPoint()))
        return {};
    const AudioAnalysis &audio = *clip_->audio;
    const auto frame =
        static_cast<std::ptrdiff_t>(std::lround(xAxis->pixelToCoord(point.x()) / audio.frameHop.count()));
    const auto band = static_cast<std::ptrdiff_t>(std::lround(yAxis->pixelToCoord(point.y())));
    if (frame < 0 || band < 0 || frame >= static_cast<std::ptrdiff_t>(audio.logMel.rows) ||
        band >= static_cast<std::ptrdiff_t>(audio.logMel.columns))
        return {};
    const auto f = static_cast<std::size_t>(frame);
    const auto b = static_cast<std::size_t>(band);
    if (f >= audio.soundFrames)
        return tr("no sound here: padding");
    const QString level = tr("%1 dB").arg(numberText(static_cast<double>(audio.logMel(f, b)), 1));
    return b + 1 < edges_.size() ? tr("%1 Hz  ·  %2").arg(numberText(edges_[b + 1], 0), level) : level;
}

} // namespace tagscope::ui
