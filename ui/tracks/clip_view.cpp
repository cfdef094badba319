// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/clip_view.h"

#include "ui/base/core_text.h"
#include "ui/base/export.h"
#include "ui/base/mnemonics.h"
#include "ui/base/text.h"
#include "ui/document/absence.h"
#include "ui/plot/chart_export.h"
#include "ui/tracks/activation_curves.h"
#include "ui/tracks/activation_plot.h"
#include "ui/tracks/box_editor.h"
#include "ui/tracks/clip_csv.h"
#include "ui/tracks/labels_track.h"
#include "ui/tracks/picture_strip.h"
#include "ui/tracks/spectrogram_plot.h"
#include "ui/tracks/time_overlay.h"
#include "ui/tracks/track_stack.h"
#include "ui/tracks/waveform_plot.h"
#include "ui/tracks/windows_track.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

namespace {} // namespace

ClipView::ClipView(const Sources &sources, ViewState &view, QWidget *parent)
    : QWidget(parent), view_(view), bandEdges_(sources.bandEdges), sound_(sources.decodeSound), spectra_(sound_),
      tracks_(new TrackStack), pictures_(new PictureStrip(sources.thumbnails, view)),
      waveform_(new WaveformPlot(sound_, view)), spectrogram_(new SpectrogramPlot(view)),
      boxes_(new BoxEditor(*spectrogram_, view,
                           {[this](double hz) { return spectrogram_->yOfHz(hz); },
                            [this](double y) { return spectrogram_->hzAt(y); },
                            [this] { return spectrogram_->message().isEmpty() ? spectrogram_->highestHz() : 0.0; }})),
      activationViews_(new QStackedWidget), activations_(new ActivationPlot(view)), curves_(new ActivationCurves(view)),
      compared_(new ActivationPlot(view)), labels_(new LabelsTrack(view)), windows_(new WindowsTrack(view)),
      soundNotes_(new QLabel), overlay_(nullptr), pointer_(new QLabel) {
    const int line = fontMetrics().height();
    spectrogram_->setService(spectra_);
    connect(spectrogram_, &QCustomPlot::afterReplot, boxes_, [this] { boxes_->update(); }); // the axis moved, perhaps
    activations_->setObjectName(QStringLiteral("activationPlot"));
    compared_->setObjectName(QStringLiteral("comparedPlot"));
    activationViews_->addWidget(activations_);
    activationViews_->addWidget(curves_);
    windows_->setFixedHeight(2 * line);
    windowsFrame_ = tracks_->addFixed(*windows_); // of recordings only: it is the way to their clips
    connect(windows_, &WindowsTrack::windowChosen, this, [this](Seconds start) {
        if (recording_)
            Q_EMIT windowChosen(recording_->media, start);
    });
    addTracks();
    auto *area = new QWidget; // not the splitter itself, which would make a track of the overlay
    auto *fill = new QVBoxLayout(area);
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addWidget(tracks_);
    overlay_ = new TimeOverlay(view, *area, TrackFrame::headerWidth());
    connect(tracks_, &TrackStack::arranged, overlay_, [this] {
        overlay_->setSpared(tracks_->foldedRegion());
        spectrogram_->showTimes(!activationViews_->isVisibleTo(tracks_)); // the activations have them below
    });

    auto *readOuts = new QHBoxLayout;
    readOuts->setContentsMargins(line / 2, line / 8, line / 2, line / 8);
    readOuts->addWidget(pointer_, 1);
    pointer_->setTextFormat(Qt::PlainText);
    pointer_->setMinimumWidth(1); // a long read-out does not widen the window

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    soundNotes_->setObjectName(QStringLiteral("soundNotes"));
    soundNotes_->setTextFormat(Qt::PlainText);
    soundNotes_->setWordWrap(true);
    soundNotes_->setMargin(line / 4);
    soundNotes_->setAutoFillBackground(true);
    soundNotes_->setBackgroundRole(QPalette::ToolTipBase);
    soundNotes_->setForegroundRole(QPalette::ToolTipText);
    soundNotes_->hide();
    connect(&sound_, &SoundService::began, this, &ClipView::showSoundNotes);
    connect(&sound_, &SoundService::ended, this, &ClipView::showSoundNotes);
    column->addWidget(soundNotes_);
    column->addWidget(area, 1);
    column->addLayout(readOuts);
    connect(&view, &ViewState::eventChanged, this, &ClipView::markMaximalStep);
    connect(&view, &ViewState::pointerChanged, pointer_, &QLabel::setText);
}

void ClipView::addTracks() {
    const int line = fontMetrics().height();
    constexpr int kLeastSpectrogram = 150; // pixels: below, no harmonic is told from its neighbour
    const auto add = [&](const char *id, const QString &title, QWidget &track, int lines, int leastLines,
                         int readableLines, bool isPresent = true) {
        track.setMinimumHeight(leastLines * line);
        tracks_->add(QString::fromLatin1(id), title, track, {lines * line, readableLines * line}, isPresent);
    };
    add("pictures", tr("&Pictures and key frames"), *pictures_, 10, 3, 9);
    add("waveform", tr("&Waveform"), *waveform_, 4, 1, 3);
    add("spectrogram", tr("&Spectrogram"), *spectrogram_, 13, 4, kLeastSpectrogram / line + 1);
    spectrogram_->setMinimumHeight(std::max(spectrogram_->minimumHeight(), kLeastSpectrogram));
    add("activations", tr("&Activations"), *activationViews_, 20, 3, 8);
    add("compared", tr("Activations to &compare"), *compared_, 20, 3, 8, false);
    add("labels", tr("&Labels"), *labels_, 4, 2, 3); // one tier at least
    tracks_->setFoldOrder(foldOrder());
}

void ClipView::showTrack(const QString &id, bool isShown) {
    tracks_->setWanted(id, isShown);
    arrangeTracks();
    Q_EMIT tracksChosen();
}

bool ClipView::isTrackShown(const QString &id) const {
    return tracks_->isWanted(id);
}

QStringList ClipView::foldOrder() const {
    if (concealed_.output) // whoever judges by what is seen is not left with a line in the place of the pictures
        return {QStringLiteral("waveform")};
    QStringList order{QStringLiteral("waveform"), QStringLiteral("pictures")};
    if (isComparing_) // two networks are looked at beside each other, and nothing else as much
        order << QStringLiteral("labels") << QStringLiteral("spectrogram");
    else
        order << QStringLiteral("activations");
    return order;
}

// What a person wants to see, as far as there is anything to see of it.
void ClipView::arrangeTracks() {
    for (const TrackStack::Named &track : tracks_->tracks())
        tracks_->setPresent(track.id, (track.widget != labels_ || labels_->hasLabels()) &&
                                          (track.widget != compared_ || isComparing_) && !isConcealed(*track.widget));
    tracks_->setFoldOrder(foldOrder());
    windowsFrame_->setVisible(recording_ != nullptr);
    activationViews_->setCurrentWidget(isCurves_ && !recording_ ? static_cast<QWidget *>(curves_) : activations_);
}

// Not the labels: of a clip whose labels are hidden they show what the auditor marks.
bool ClipView::isConcealed(const QWidget &track) const {
    return (concealed_.pictures && &track == pictures_) ||
           (concealed_.output && (&track == activationViews_ || &track == compared_));
}

void ClipView::setConcealed(const Concealed &concealed) {
    if (concealed == concealed_)
        return;
    concealed_ = concealed;
    arrangeTracks();
}

void ClipView::setClip(const std::shared_ptr<const ClipAnalysis> &clip) {
    const bool isSame = clip && clip_ && clip->media == clip_->media && clip->start == clip_->start;
    clip_ = clip;
    if (!isSame)
        view_.reset(clip ? clip->duration : Seconds{0});
    sound_.open(clip ? MediaPart{clip->media, clip->start, clip->duration, !concealed_.output} : MediaPart{});
    const std::shared_ptr<const ClipAnalysis> analysed = concealed_.isBare ? nullptr : clip;
    waveform_->setMessage(analysed ? whyNoSpectrogram(*analysed) : QString());
    if (clip && concealed_.isBare && !concealed_.pictures)
        pictures_->setRecording({clip->media, clip->start, clip->duration, !concealed_.output}, true);
    else
        pictures_->setClip(analysed);
    spectrogram_->setClip(analysed, analysed ? bandEdges_(analysed->settings.logMel) : std::vector<double>());
    activations_->setClip(analysed);
    curves_->setClip(analysed);
}

void ClipView::setEvents(const std::shared_ptr<const ClipAnalysis> &clip) {
    clip_ = clip;
    activations_->setClip(clip);
    curves_->setClip(clip);
}

void ClipView::setCompared(const std::shared_ptr<const ClipAnalysis> &compared) {
    isComparing_ = compared != nullptr && clip_ != nullptr;
    compared_->setClip(isComparing_ ? compared : nullptr);
    for (const TrackStack::Named &track : tracks_->tracks()) {
        if (track.widget == activationViews_)
            track.frame->setTitle(isComparing_ ? toText(clip_->models.crnn) : withoutMnemonic(track.title));
        else if (track.widget == compared_)
            track.frame->setTitle(isComparing_ ? toText(compared->models.crnn) : withoutMnemonic(track.title));
    }
    arrangeTracks();
}

void ClipView::setRecording(const std::shared_ptr<const RecordingOverview> &recording) {
    if (recording == recording_)
        return;
    const bool isSame =
        recording && recording_ && recording->media == recording_->media && recording->duration == recording_->duration;
    recording_ = recording;
    windows_->setRecording(recording);
    if (recording) {
        activations_->setRecording(recording);
        if (!isSame) {
            clip_.reset();
            view_.reset(recording->duration);
            const MediaPart whole{recording->media, Seconds{0}, recording->duration};
            sound_.open(recording->hasSound ? whole : MediaPart{});
            waveform_->setMessage(recording->hasSound ? QString() : tr("The recording has no audio track."));
            spectrogram_->setClip(nullptr, {});
            pictures_->setRecording(whole, recording->hasPictures);
            labels_->setLabels(std::nullopt);
        }
    }
    arrangeTracks();
}

void ClipView::setCurves(bool isCurves) {
    isCurves_ = isCurves;
    arrangeTracks();
}

void ClipView::setLabels(const ShownClip &shown) {
    std::optional<ClipLabels> labels;
    if (shown.analysis && (shown.labels || shown.clip)) {
        labels = ClipLabels{shown.analysis->settings.events, shown.labels.value_or(std::vector<int>()), {}, {}};
        labels->isBlind = !shown.labels;
        for (std::size_t k = 0; k < shown.analysis->events.size(); ++k)
            if (shown.analysis->events[k].tag)
                labels->tags.push_back(static_cast<int>(k));
        if (shown.annotations)
            labels->annotations = *shown.annotations;
    }
    labels_->setLabels(labels);
    arrangeTracks();
}

void ClipView::setSpectrogramSettings(const SpectrogramSettings &settings) {
    spectrogram_->setSettings(settings);
}

const SpectrogramSettings &ClipView::spectrogramSettings() const {
    return spectrogram_->settings();
}

void ClipView::setColourMap(ColourMap map) {
    spectrogram_->setColourMap(map);
    activations_->setColourMap(map);
    compared_->setColourMap(map);
}

void ClipView::setAttribution(std::shared_ptr<const EventAttribution> attribution) {
    const bool hasSound = clip_ && clip_->audio;
    spectrogram_->attribution().setAttribution(hasSound ? std::move(attribution) : nullptr,
                                               hasSound ? clip_->audio->frameHop : Seconds{0.005});
}

// Also while somebody judges: what a mixture hides, or makes up, would be judged as if it were the recording's.
void ClipView::showSoundNotes() {
    QStringList lines;
    for (const Message &note : sound_.notes()) {
        if (note.id == "analysis.channels_cancel")
            lines << tr("⚠ Channels cancel in mono: hear left and right, in stereo. The waveform and the spectrogram "
                        "show their average.");
        else
            lines << tr("⚠ %1").arg(translated(note));
    }
    soundNotes_->setText(lines.join(QLatin1Char('\n')));
    soundNotes_->setVisible(!lines.isEmpty());
}

void ClipView::markMaximalStep() {
    std::optional<TimeRange> step;
    if (clip_ && clip_->audio && view_.event()) {
        const auto event = static_cast<std::size_t>(*view_.event());
        if (event < clip_->audio->peakSteps.size()) {
            const Seconds from = clip_->audio->stepBegin(clip_->audio->peakSteps[event]);
            step = TimeRange{from, from + clip_->audio->stepHop};
        }
    }
    overlay_->setMaximalStep(step);
}

void ClipView::offerExports(const std::function<std::shared_ptr<const ClipAnalysis>()> &clip) {
    const auto values = [clip](QByteArray (*csv)(const ClipAnalysis &)) {
        return [clip, csv] {
            const std::shared_ptr<const ClipAnalysis> shown = clip();
            return shown ? csv(*shown) : QByteArray();
        };
    };
    const auto subject = [this] { return subjectOfFigures(); };
    offerExport(*pictures_, {.name = QStringLiteral("pictures"), .paint = {}, .data = {}, .subject = subject});
    offerExport(*waveform_, {.name = QStringLiteral("waveform"), .paint = {}, .data = {}, .subject = subject});
    offerExport(*labels_, {.name = QStringLiteral("labels"), .paint = {}, .data = {}, .subject = subject});
    offerExport(*spectrogram_, {.name = QStringLiteral("spectrogram"),
                                .paint = drawingOf(*spectrogram_),
                                .data = values(logMelCsv),
                                .subject = subject});
    offerExport(*activations_, {.name = QStringLiteral("activations"),
                                .paint = drawingOf(*activations_),
                                .data = values(activationsCsv),
                                .subject = subject});
    offerExport(*compared_, {.name = QStringLiteral("activations-compared"),
                             .paint = drawingOf(*compared_),
                             .data = {},
                             .subject = subject});
    offerExport(*curves_, {.name = QStringLiteral("curves"),
                           .paint = drawingOf(*curves_),
                           .data = values(activationsCsv),
                           .subject = subject});
}

void ClipView::askForExport() {
    std::vector<QPointer<QWidget>> furniture{overlay_, pointer_, soundNotes_};
    for (QWidget *part : tracks_->furniture())
        furniture.emplace_back(part);
    ui::askForExport(*this, {.name = QStringLiteral("tracks"),
                             .paint = {},
                             .data = {},
                             .subject = [this] { return subjectOfFigures(); },
                             .furniture = furniture});
}

// The clip, and the event that is chosen.
QString ClipView::subjectOfFigures() const {
    if (!clip_)
        return recording_ ? QString::fromStdString(recording_->media.stem().string()) : QString();
    QString text = QString::fromStdString(clip_->media.stem().string());
    const auto event = static_cast<std::size_t>(view_.event().value_or(-1));
    if (event < clip_->settings.events.size())
        text += QLatin1Char(' ') + toText(clip_->settings.events[event].name);
    return text;
}

void ClipView::goToMaximum() {
    if (const std::optional<TimeRange> step = overlay_->maximalStep())
        view_.setPlayhead((step->lower + step->upper) / 2);
}

void ClipView::stepKeyFrames(int keyFrames) {
    pictures_->step(keyFrames);
}

QByteArray ClipView::saveState() const {
    return tracks_->saveState();
}

void ClipView::restoreState(const QByteArray &state) {
    tracks_->restoreState(state);
}

} // namespace tagscope::ui
