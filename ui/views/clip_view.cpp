#include "ui/views/clip_view.h"

#include "ui/plot/activation_plot.h"
#include "ui/plot/picture_strip.h"
#include "ui/plot/spectrogram_plot.h"
#include "ui/plot/time_overlay.h"
#include "ui/services/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace tagscope::ui {

ClipView::ClipView(const Sources &sources, ViewState &view, QWidget *parent)
    : QWidget(parent), view_(view), bandEdges_(sources.bandEdges), tracks_(new QSplitter(Qt::Vertical)),
      pictures_(new PictureStrip(sources.thumbnails, view)), spectrogram_(new SpectrogramPlot(view)),
      activations_(new ActivationPlot(view)), overlay_(nullptr), playhead_(new QLabel), pointer_(new QLabel) {
    const int line = fontMetrics().height();
    tracks_->addWidget(pictures_);
    tracks_->addWidget(spectrogram_);
    tracks_->addWidget(activations_);
    pictures_->setMinimumHeight(5 * line);
    spectrogram_->setMinimumHeight(4 * line);
    activations_->setMinimumHeight(7 * line);
    tracks_->setChildrenCollapsible(false);
    tracks_->setSizes({13 * line, 14 * line, 22 * line});
    tracks_->setStretchFactor(0, 2);
    tracks_->setStretchFactor(1, 3);
    tracks_->setStretchFactor(2, 4);
    auto *area = new QWidget; // not the splitter itself, which would make a track of the overlay
    auto *fill = new QVBoxLayout(area);
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addWidget(tracks_);
    overlay_ = new TimeOverlay(view, *area);

    auto *readOuts = new QHBoxLayout;
    readOuts->setContentsMargins(line / 2, line / 8, line / 2, line / 8);
    readOuts->setSpacing(2 * line);
    readOuts->addWidget(playhead_);
    readOuts->addWidget(pointer_, 1);
    pointer_->setTextFormat(Qt::PlainText);
    pointer_->setMinimumWidth(1); // a long read-out does not widen the window

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(area, 1);
    column->addLayout(readOuts);
    connect(&view, &ViewState::playheadChanged, this, &ClipView::tellPlayhead);
    connect(&view, &ViewState::eventChanged, this, &ClipView::markMaximalStep);
    connect(&view, &ViewState::pointerChanged, pointer_, &QLabel::setText);
    tellPlayhead();
}

void ClipView::setClip(const std::shared_ptr<const ClipAnalysis> &clip) {
    const bool isSame = clip && clip_ && clip->media == clip_->media && clip->start == clip_->start;
    clip_ = clip;
    if (!isSame)
        view_.reset(clip ? clip->duration : Seconds{0});
    pictures_->setClip(clip);
    spectrogram_->setClip(clip, clip ? bandEdges_(clip->settings.logMel) : std::vector<double>());
    activations_->setClip(clip);
}

void ClipView::setEvents(const std::shared_ptr<const ClipAnalysis> &clip) {
    clip_ = clip;
    activations_->setClip(clip);
}

void ClipView::setColourMap(ColourMap map) {
    spectrogram_->setColourMap(map);
    activations_->setColourMap(map);
}

void ClipView::setAttribution(std::shared_ptr<const EventAttribution> attribution) {
    const bool hasSound = clip_ && clip_->audio;
    spectrogram_->attribution().setAttribution(hasSound ? std::move(attribution) : nullptr,
                                               hasSound ? clip_->audio->frameHop : Seconds{0.005});
}

void ClipView::markMaximalStep() {
    std::optional<TimeRange> step;
    if (clip_ && clip_->audio && view_.event()) {
        const auto event = static_cast<std::size_t>(*view_.event());
        if (event < clip_->audio->peakSteps.size()) {
            const Seconds from = clip_->audio->peakSteps[event] * clip_->audio->stepHop;
            step = TimeRange{from, from + clip_->audio->stepHop};
        }
    }
    overlay_->setMaximalStep(step);
}

void ClipView::goToMaximum() {
    if (const std::optional<TimeRange> step = overlay_->maximalStep())
        view_.setPlayhead((step->lower + step->upper) / 2);
}

void ClipView::stepKeyFrames(int keyFrames) {
    pictures_->step(keyFrames);
}

void ClipView::tellPlayhead() {
    playhead_->setText(tr("Playhead %1 s").arg(numberText(view_.playhead().count(), 3)));
}

QByteArray ClipView::saveState() const {
    return tracks_->saveState();
}

void ClipView::restoreState(const QByteArray &state) {
    tracks_->restoreState(state);
}

} // namespace tagscope::ui
