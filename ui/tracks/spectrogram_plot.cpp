// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/spectrogram_plot.h"

#include "ui/base/text.h"
#include "ui/document/absence.h"
#include "ui/plot/axis_steps.h"
#include "ui/tracks/spectrogram_layer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kRoundDecibels = 5.0;   // the scale ends at a multiple of it
constexpr double kShownDeviations = 3.0; // from the mean: nearly all of what was heard in training

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
      attribution_(new AttributionLayer(*this, viewState, [this](double band) { return yOfBand(band); })) {
    setAccessibleName(tr("Spectrogram"));
    xAxis->setTickLabels(false);
    yAxis->setSubTicks(false);
    padding_->setVisible(false);
    connect(&viewState, &ViewState::frequenciesChanged, this, &SpectrogramPlot::followFrequencies);
}

void SpectrogramPlot::setService(SpectrogramService &service) {
    service_ = &service;
    layer_ = new SpectrogramLayer(*this, service);
    layer_->setVisible(false);
    connect(&service, &SpectrogramService::restarted, this, &SpectrogramPlot::followSound);
    connect(&service, &SpectrogramService::changed, this, &SpectrogramPlot::followSound);
    connect(&service.sound(), &SoundService::ended, this, &SpectrogramPlot::followSound);
    refresh();
}

void SpectrogramPlot::setSettings(const SpectrogramSettings &settings) {
    if (settings == settings_)
        return;
    settings_ = settings;
    refresh();
}

SpectrogramKind SpectrogramPlot::kind() const {
    return service_ != nullptr && !clip_ ? SpectrogramKind::Spectrum : settings_.kind;
}

void SpectrogramPlot::setClip(std::shared_ptr<const ClipAnalysis> clip, std::vector<double> edges) {
    clip_ = std::move(clip);
    edges_ = std::move(edges);
    refresh();
}

void SpectrogramPlot::setColourMap(ColourMap colourMap) {
    if (layer_ != nullptr)
        layer_->setColourMap(colourMap);
    TrackPlot::setColourMap(colourMap);
}

void SpectrogramPlot::showTimes(bool isShown) {
    if (xAxis->tickLabels() == isShown)
        return;
    xAxis->setTickLabels(isShown);
    xAxis->setLabel(isShown ? tr("Time in the clip (s)") : QString());
    layOut();
    replot(QCustomPlot::rpQueuedReplot);
}

QString SpectrogramPlot::whyNothing() const {
    if (kind() == SpectrogramKind::Spectrum)
        return service_ != nullptr && service_->sound().envelope().samples() == 0 ? service_->sound().problem()
                                                                                  : QString();
    if (!clip_)
        return {};
    if (QString why = whyNoSpectrogram(*clip_); !why.isEmpty())
        return why;
    if (kind() == SpectrogramKind::NormalisedInput && clip_->audio->bandMean.size() != clip_->audio->logMel.columns)
        return tr("No CRNN has analysed this clip, so there is no normalisation to show. Choose the network input in "
                  "dB, or register a CRNN.");
    return {};
}

void SpectrogramPlot::nameFrequencies() {
    const QString whole = tr("Frequency (Hz)");
    const bool isRoom = fontMetrics().horizontalAdvance(whole) <= plotHeight();
    yAxis->setLabel(!message().isEmpty() ? QString() : isRoom ? whole : tr("Hz"));
}

void SpectrogramPlot::refresh() {
    const bool isSpectrum = kind() == SpectrogramKind::Spectrum;
    padding_->setVisible(false);
    if (service_ != nullptr) {
        service_->setOptions(settings_.spectrum);
        service_->setActive(isSpectrum);
        layer_->setVisible(isSpectrum);
    }
    setMessage(whyNothing());
    map().setVisible(message().isEmpty() && !isSpectrum);
    nameFrequencies();
    if (isSpectrum)
        followSound();
    else if (clip_ && message().isEmpty())
        showNetworkInput(*clip_->audio);
    followFrequencies();
}

void SpectrogramPlot::showNetworkInput(const AudioAnalysis &audio) {
    fill(audio);
    scaleInput(audio);
    markPadding(audio);
}

double SpectrogramPlot::inputAt(const AudioAnalysis &audio, std::size_t frame, std::size_t band) const {
    const double level = static_cast<double>(audio.logMel(frame, band));
    if (kind() != SpectrogramKind::NormalisedInput)
        return level;
    return (level - static_cast<double>(audio.bandMean[band])) / static_cast<double>(audio.bandDeviation[band]);
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
            map().data()->setCell(frame, band,
                                  inputAt(audio, static_cast<std::size_t>(frame), static_cast<std::size_t>(band)));
}

void SpectrogramPlot::scaleInput(const AudioAnalysis &audio) {
    if (kind() == SpectrogramKind::NormalisedInput) {
        map().setDataRange(QCPRange(-kShownDeviations, kShownDeviations));
        //: Standard deviations from the mean.
        bar().setScale(-kShownDeviations, kShownDeviations, 0, tr("σ"));
        return;
    }
    const double loudest =
        static_cast<double>(*std::max_element(audio.logMel.values.begin(), audio.logMel.values.end()));
    const double highest = std::ceil(loudest / kRoundDecibels) * kRoundDecibels;
    map().setDataRange(QCPRange(highest - settings_.rangeDecibels, highest));
    bar().setScale(highest - settings_.rangeDecibels, highest, 0, tr("dB"));
}

// The scale follows the loudest of the clip until the whole of it is known, and stays.
void SpectrogramPlot::followSound() {
    if (service_ == nullptr || kind() != SpectrogramKind::Spectrum)
        return;
    if (const QString why = whyNothing(); why != message()) {
        setMessage(why);
        map().setVisible(false);
        nameFrequencies();
    }
    const double highest = std::ceil(service_->loudestDecibels() / kRoundDecibels) * kRoundDecibels;
    layer_->setScale(highest - settings_.rangeDecibels, highest);
    bar().setScale(highest - settings_.rangeDecibels, highest, 0, tr("dBFS"));
    followFrequencies(); // the sound's sample rate may have become known just now
}

double SpectrogramPlot::highestHz() const {
    if (kind() == SpectrogramKind::Spectrum)
        return service_ != nullptr ? service_->sound().sampleRate() / 2.0 : 0.0;
    return edges_.empty() ? 0.0 : edges_.back();
}

void SpectrogramPlot::followFrequencies() {
    const FrequencyRange seen = view().frequencies().value_or(FrequencyRange{0.0, highestHz()});
    if (kind() == SpectrogramKind::Spectrum) {
        yAxis->setRange(seen.lowerHz, std::max(std::min(seen.upperHz, highestHz()), seen.lowerHz + 1.0));
    } else if (clip_ && clip_->audio && clip_->audio->logMel.columns > 0) {
        const double top = static_cast<double>(clip_->audio->logMel.columns) - 0.5;
        const bool isAll = !view().frequencies() || edges_.empty();
        yAxis->setRange(isAll ? -0.5 : std::max(bandOf(seen.lowerHz, edges_), -0.5),
                        isAll ? top : std::min(bandOf(seen.upperHz, edges_), top));
    }
    restyle();
    replot(QCustomPlot::rpQueuedReplot);
}

// Also between bands; where the axis has hertz, at those of the band's peak.
double SpectrogramPlot::yOfBand(double band) const {
    if (kind() != SpectrogramKind::Spectrum || edges_.size() < 3)
        return yAxis->coordToPixel(band);
    return yAxis->coordToPixel(hzOfBand(band));
}

double SpectrogramPlot::hzOfBand(double band) const {
    const double edge =
        std::clamp(band + 1.0, 0.0, static_cast<double>(edges_.size()) - 1.001); // edge b + 1: peak of b
    const auto below = static_cast<std::size_t>(edge);
    return edges_[below] + (edge - static_cast<double>(below)) * (edges_[below + 1] - edges_[below]);
}

double SpectrogramPlot::hzAt(double y) const {
    const double place = yAxis->pixelToCoord(y);
    if (kind() == SpectrogramKind::Spectrum)
        return place;
    return edges_.size() < 3 ? 0.0 : hzOfBand(place);
}

double SpectrogramPlot::yOfHz(double hz) const {
    if (kind() == SpectrogramKind::Spectrum)
        return yAxis->coordToPixel(hz);
    if (edges_.size() < 3)
        return 0.0;
    return yAxis->coordToPixel(
        std::clamp(tagscope::ui::bandOf(hz, edges_), -0.5, static_cast<double>(edges_.size()) - 2.5));
}

bool SpectrogramPlot::zoomFrequency(QPointF point, double factor) {
    if (!message().isEmpty() || highestHz() <= 0.0)
        return false;
    const FrequencyRange seen = view().frequencies().value_or(FrequencyRange{0.0, highestHz()});
    const double fixed = std::clamp(hzAt(point.y()), seen.lowerHz, seen.upperHz);
    const double share = (fixed - seen.lowerHz) / seen.span();
    const double span = std::min(seen.span() * factor, highestHz());
    view().setFrequencies({fixed - share * span, fixed - share * span + span}, highestHz());
    return true;
}

void SpectrogramPlot::markPadding(const AudioAnalysis &audio) {
    const double end = static_cast<double>(audio.soundFrames) * audio.frameHop.count();
    if (audio.soundFrames >= audio.logMel.rows || end >= clip_->duration.count())
        return;
    padding_->topLeft->setCoords(end, static_cast<double>(audio.logMel.columns) - 0.5);
    padding_->bottomRight->setCoords(std::max(clip_->duration, view().duration()).count(), -0.5);
    padding_->setVisible(true);
}

void SpectrogramPlot::restyle() {
    TrackPlot::restyle();
    nameFrequencies();
    padding_->setPen(Qt::NoPen);
    padding_->setBrush(QBrush(QColor(150, 150, 150), Qt::BDiagPattern));
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    if (kind() == SpectrogramKind::Spectrum) {
        const int most = std::max(plotHeight() / (2 * fontMetrics().height()), 2);
        const AxisSteps steps = evenSteps({yAxis->range().lower, yAxis->range().upper}, most);
        for (double hz = steps.extent.lower; hz <= steps.extent.upper; hz += steps.interval)
            ticker->addTick(hz, numberText(hz, 0));
    } else {
        const double pixelsPerBand = plotHeight() / std::max(yAxis->range().size(), 1.0);
        for (const HzTick &tick : melTicks(edges_, 1.2 * fontMetrics().height() / std::max(pixelsPerBand, 0.1)))
            ticker->addTick(tick.band, numberText(tick.hz, 0));
    }
    yAxis->setTicker(ticker);
}

QString SpectrogramPlot::readOut(QPointF point) const {
    if (!message().isEmpty() || !axisRect()->rect().contains(point.toPoint()))
        return {};
    if (kind() != SpectrogramKind::Spectrum)
        return clip_ ? readInput(point) : QString();
    const double hz = hzAt(point.y());
    const double sample = xAxis->pixelToCoord(point.x()) * service_->sound().sampleRate();
    const std::optional<double> level = layer_->decibelsAt(sample, hz);
    return level ? tr("%1 Hz  ·  %2 dBFS").arg(numberText(hz, 0), numberText(*level, 1)) : QString();
}

QString SpectrogramPlot::readInput(QPointF point) const {
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
    QString level = tr("%1 dB").arg(numberText(static_cast<double>(audio.logMel(f, b)), 1));
    if (kind() == SpectrogramKind::NormalisedInput)
        level = tr("%1 σ  ·  %2").arg(numberText(inputAt(audio, f, b), 2), level);
    return b + 1 < edges_.size() ? tr("%1 Hz  ·  %2").arg(numberText(edges_[b + 1], 0), level) : level;
}

} // namespace tagscope::ui
