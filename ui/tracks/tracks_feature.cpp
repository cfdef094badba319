// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/tracks_feature.h"

#include "ui/base/shortcuts.h"
#include "ui/tracks/clip_state_page.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/missing_models_bar.h"
#include "ui/tracks/spectrogram_dialog.h"
#include "ui/tracks/track_stack.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr double kZoomPerKey = 0.5;
constexpr double kPanPerKey = 0.25; // of the visible stretch

QString trackKey(const QString &id) {
    return QStringLiteral("tracks/") + id;
}

ColourMap storedColourMap() {
    return colourMapNamed(QSettings().value(QStringLiteral("window/colours")).toString());
}

// Whether the tracks show anything else: another mapping changes no more than figures.
bool changesTracks(const ClipAnalysis *before, const ClipAnalysis *now) {
    if (before == nullptr || now == nullptr || before->media != now->media || before->start != now->start ||
        before->models.crnn != now->models.crnn || before->mediaHash != now->mediaHash ||
        before->audio.has_value() != now->audio.has_value() || before->video.has_value() != now->video.has_value())
        return before != now;
    const bool isSameSound = !now->audio || (now->audio->probabilities == before->audio->probabilities &&
                                             now->audio->peakSteps == before->audio->peakSteps);
    const bool areSamePictures = !now->video || now->video->selection.pictures == before->video->selection.pictures;
    return !isSameSound || !areSamePictures;
}

} // namespace

TracksFeature::TracksFeature(const FeatureContext &context)
    : Feature(context), tracks_(new ClipView(context.sources, context.view)), centre_(new QStackedWidget) {
    auto *words = new ClipStatePage;
    auto *missing = new MissingModelsBar;
    auto *page = new QWidget;
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(missing);
    lines->addWidget(tracks_, 1);
    centre_->addWidget(words);
    centre_->addWidget(page);
    tracks_->setSpectrogramSettings(storedSpectrogramSettings());
    tracks_->offerExports([this] { return context_.clip.analysis(); });
    connect(words, &ClipStatePage::againAsked, &context.clip, &CurrentClip::againAsked);
    connect(tracks_, &ClipView::windowChosen, &context.clip, &CurrentClip::windowAsked);
    connect(missing, &MissingModelsBar::modelsAsked, &context.clip, &CurrentClip::modelsAsked);
    connect(&context.clip, &CurrentClip::changed, this, [this, words, page, missing](const ShownClip &shown) {
        show(shown);
        missing->show(shown);
        centre_->setCurrentWidget(shown.analysis || shown.recording ? page : words);
        words->show(shown);
        tracks_->setLabels(shown);
    });
    addClipEntries();
    addViewEntries();
    addTrackEntries();
    addSpectrogramEntries();
}

QWidget *TracksFeature::centre() {
    return centre_;
}

void TracksFeature::show(const ShownClip &shown) {
    const bool isAnother =
        changesTracks(before_.get(), shown.analysis.get()) || tracks_->concealed() != shown.concealed;
    tracks_->setConcealed(shown.concealed);
    const bool hasChanged = std::exchange(before_, shown.analysis) != shown.analysis;
    if (hasChanged) {
        if (isAnother)
            tracks_->setClip(shown.analysis);
        else
            tracks_->setEvents(shown.analysis);
    }
    tracks_->setRecording(shown.recording);
    if (std::exchange(compared_, shown.compared) != shown.compared || (hasChanged && shown.compared))
        tracks_->setCompared(shown.compared);
}

void TracksFeature::addClipEntries() {
    addEntry("clip", 201, "event.next", tr("Next &event"), Qt::Key_E, [this] { chooseEvent(1); });
    addEntry("clip", 202, "event.previous", tr("Previous e&vent"), Qt::SHIFT | Qt::Key_E, [this] { chooseEvent(-1); });
    addEntry("clip", 203, "event.maximum", tr("Playhead to the event's &maximum"), Qt::Key_M,
             [this] { tracks_->goToMaximum(); });
    addEntry("clip", 301, "keyFrame.next", tr("Next &key frame"), Qt::Key_K, [this] { tracks_->stepKeyFrames(1); });
    addEntry("clip", 302, "keyFrame.previous", tr("Previous key &frame"), Qt::SHIFT | Qt::Key_K,
             [this] { tracks_->stepKeyFrames(-1); });
    addEntry("clip", 503, "clip.exportTracks", tr("E&xport all tracks…"), {}, [this] { tracks_->askForExport(); });
}

void TracksFeature::addViewEntries() {
    ViewState &view = context_.view;
    addEntry("view", 101, "view.zoomIn", tr("Zoom &in"), QKeySequence::ZoomIn,
             [&view] { view.zoom(view.playhead(), kZoomPerKey); });
    addEntry("view", 102, "view.zoomOut", tr("Zoom &out"), QKeySequence::ZoomOut,
             [&view] { view.zoom(view.playhead(), 1 / kZoomPerKey); });
    addEntry("view", 103, "view.fit", tr("&Fit the clip"), Qt::Key_F, [&view] { view.fit(); });
    addEntry("view", 104, "view.back", tr("&Back to the previous view"), Qt::Key_B, [&view] { view.back(); });
    addEntry("view", 105, "view.scrollLeft", tr("Scroll &left"), Qt::CTRL | Qt::Key_Left,
             [&view] { view.pan(-kPanPerKey); });
    addEntry("view", 106, "view.scrollRight", tr("Scroll &right"), Qt::CTRL | Qt::Key_Right,
             [&view] { view.pan(kPanPerKey); });
    QStringList maps;
    for (const ColourMap map : kColourMaps)
        maps << nameOf(map);
    addChoice("view", 201, tr("&Colours of the plots"), maps, maps.indexOf(nameOf(storedColourMap())),
              [this](qsizetype map) { setColourMap(kColourMaps[static_cast<std::size_t>(map)]); });
}

void TracksFeature::addTrackEntries() {
    QMenu *menu = addMenu("view", 205, tr("&Tracks"));
    const auto add = [this, menu](const QString &text, const QString &key, const QString &id, bool isOwn) {
        QAction *entry = menu->addAction(text);
        entry->setCheckable(true);
        entry->setChecked(QSettings().value(trackKey(key), isOwn).toBool());
        giveKeys(*entry, id, {});
        connect(entry, &QAction::toggled, this, [key](bool isOn) { QSettings().setValue(trackKey(key), isOn); });
        return entry;
    };
    for (const TrackStack::Named &track : tracks_->tracks().tracks()) {
        const QAction *entry = add(track.title, track.id, QStringLiteral("track.") + track.id, true);
        tracks_->showTrack(track.id, entry->isChecked());
        connect(entry, &QAction::toggled, this, [this, id = track.id](bool isOn) { tracks_->showTrack(id, isOn); });
    }
    menu->addSeparator();
    QAction *curves =
        add(tr("Activations as &curves"), QStringLiteral("curves"), QStringLiteral("tracks.curves"), false);
    tracks_->setCurves(curves->isChecked());
    connect(curves, &QAction::toggled, tracks_, &ClipView::setCurves);
    auto *own = new QMenu(menu); // behind the track's header
    own->addAction(curves);
    tracks_->tracks().setMenu(QStringLiteral("activations"), *own);
}

void TracksFeature::addSpectrogramEntries() {
    QMenu *menu = addMenu("view", 206, tr("&Spectrogram"));
    auto *kinds = new QActionGroup(this);
    for (const SpectrogramKind kind : kSpectrogramKinds) {
        QAction *entry = kinds->addAction(titleOf(kind));
        entry->setCheckable(true);
        giveKeys(*entry, QStringLiteral("spectrogram.kind%1").arg(static_cast<int>(kind)), {});
        connect(entry, &QAction::triggered, this, [this, kind] {
            SpectrogramSettings settings = tracks_->spectrogramSettings();
            settings.kind = kind;
            setSpectrogram(settings);
        });
    }
    menu->addActions(kinds->actions());
    menu->addSeparator();
    const auto add = [this, menu](const QString &text, const QString &id, auto run) {
        QAction *entry = menu->addAction(text);
        giveKeys(*entry, id, {});
        connect(entry, &QAction::triggered, this, run);
    };
    add(tr("&All frequencies"), QStringLiteral("spectrogram.fit"), [this] { context_.view.fitFrequencies(); });
    add(tr("&Spectrogram settings…"), QStringLiteral("spectrogram.settings"), [this] { showSpectrogramSettings(); });
    tracks_->tracks().setMenu(QStringLiteral("spectrogram"), *menu);
    connect(menu, &QMenu::aboutToShow, this, [this, kinds] {
        const auto kind = static_cast<qsizetype>(tracks_->spectrogramSettings().kind);
        kinds->actions().at(kind)->setChecked(true);
    });
}

void TracksFeature::setColourMap(ColourMap map) {
    tracks_->setColourMap(map);
    QSettings().setValue(QStringLiteral("window/colours"), nameOf(map));
}

void TracksFeature::setSpectrogram(const SpectrogramSettings &settings) {
    tracks_->setSpectrogramSettings(settings);
    store(settings);
}

void TracksFeature::showSpectrogramSettings() {
    if (!spectrogram_) {
        spectrogram_ = new SpectrogramDialog(&context_.parent);
        connect(spectrogram_, &SpectrogramDialog::chosen, this, &TracksFeature::setSpectrogram);
    }
    spectrogram_->show(tracks_->spectrogramSettings());
}

void TracksFeature::chooseEvent(int step) {
    const std::shared_ptr<const ClipAnalysis> &clip = context_.clip.analysis();
    if (!clip || clip->events.empty())
        return;
    const auto last = static_cast<int>(clip->events.size()) - 1;
    const std::optional<int> event = context_.view.event();
    context_.view.setEvent(event ? std::clamp(*event + step, 0, last) : 0);
}

void TracksFeature::restore(const QSettings &settings) {
    setColourMap(storedColourMap());
    tracks_->restoreState(settings.value(QStringLiteral("window/tracks")).toByteArray());
    tracks_->tracks().setFoldedByHand(settings.value(QStringLiteral("window/foldedTracks")).toStringList());
}

void TracksFeature::save(QSettings &settings) const {
    settings.setValue(QStringLiteral("window/tracks"), tracks_->saveState());
    settings.setValue(QStringLiteral("window/foldedTracks"), tracks_->tracks().foldedByHand());
}

} // namespace tagscope::ui
