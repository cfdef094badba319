// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/playback_feature.h"

#include "ui/base/text.h"
#include "ui/document/recording_overview.h"
#include "ui/playback/playback.h"
#include "ui/playback/sound_menu.h"
#include "ui/playback/transport_bar.h"
#include "ui/playback/video_view.h"

#include <QAction>
#include <QLayout>
#include <utility>

namespace tagscope::ui {

namespace {

std::optional<PlayedClip> playedClip(const ShownClip &shown) {
    if (shown.recording)
        return PlayedClip{shown.recording->media, Seconds{0}, shown.recording->duration};
    if (!shown.analysis)
        return std::nullopt;
    return PlayedClip{shown.analysis->media, shown.analysis->start, shown.analysis->duration, !shown.concealed.pictures,
                      !shown.concealed.output};
}

// Whichever is wanted when it is opened, on a worker.
PlaybackSources chosenSound(PlaybackSources sources, const std::shared_ptr<const std::atomic<bool>> &isAveraged) {
    sources.sound = [recorded = sources.sound, averaged = sources.averaged,
                     isAveraged](const std::filesystem::path &media, int sampleRate, std::stop_token stop) {
        return (*isAveraged && averaged ? averaged : recorded)(media, sampleRate, std::move(stop));
    };
    return sources;
}

void connectVideo(Playback &playback, VideoView &video) {
    QObject::connect(&playback, &Playback::pictureChanged, &video, [&] {
        const std::optional<ShownImage> &shown = playback.picture();
        video.setPicture(shown ? shown->image : QImage(),
                         shown ? VideoView::tr("Picture of %1 s").arg(numberText(playback.pictureTime().count(), 3))
                               : QString());
    });
    QObject::connect(&playback, &Playback::notesChanged, &video, [&] { video.setMessage(playback.pictureNote()); });
    QObject::connect(&video, &VideoView::resized, &playback, [&] { playback.setPictureSize(video.pixels()); });
}

} // namespace

PlaybackFeature::PlaybackFeature(const FeatureContext &context, QWidget &tracks)
    : Feature(context), isAveraged_(std::make_shared<std::atomic<bool>>(false)),
      playback_(new Playback(chosenSound(context.sources.playback, isAveraged_), context.view, this)) {
    auto *video = new VideoView;
    connectVideo(*playback_, *video);
    addDock({.name = QStringLiteral("video"),
             .title = tr("Video"),
             .content = video,
             .place = 40,
             .keys = {},
             .workspaces = {Workspace::Explain, Workspace::Audit},
             .area = Qt::LeftDockWidgetArea,
             .width = 0.24,
             .height = 0.2});
    auto *transport = new TransportBar(*playback_, context.view);
    tracks.layout()->addWidget(transport);
    connect(&context.clip, &CurrentClip::changed, playback_,
            [this](const ShownClip &shown) { playback_->setClip(playedClip(shown)); });
    connect(&context.view, &ViewState::playAsked, playback_, &Playback::play);
    connect(&context.view, &ViewState::playFromAsked, playback_, &Playback::playFrom);
    addEntries(*transport);
}

void PlaybackFeature::stop() {
    playback_->pause();
}

void PlaybackFeature::addEntries(TransportBar &transport) {
    addEntry("play", 101, "play.toggle", tr("&Play or pause"), Qt::Key_Space, [this] { playback_->toggle(); });
    addEntry("play", 102, "play.selection", tr("Play the &selection"), Qt::Key_S, [this] {
        if (context_.view.selection())
            playback_->play(*context_.view.selection());
    });
    addEntry("play", 103, "play.loop", tr("&Loop the selection, or the clip"), Qt::Key_L,
             [&transport] { transport.toggleLoop(); });
    addEntry("play", 104, "selection.clear", tr("&Clear the selection"), Qt::Key_Escape,
             [this] { context_.view.giveUp(); });
    addEntry("play", 201, "picture.next", tr("&Next picture"), Qt::Key_Period, [this] { playback_->stepPictures(1); });
    addEntry("play", 202, "picture.previous", tr("P&revious picture"), Qt::Key_Comma,
             [this] { playback_->stepPictures(-1); });
    addEntry("play", 301, "speed.slower", tr("Sl&ower"), Qt::Key_Less, [&transport] { transport.stepSpeed(-1); });
    addEntry("play", 302, "speed.faster", tr("&Faster"), Qt::Key_Greater, [&transport] { transport.stepSpeed(1); });
    addEntry("play", 303, "speed.own", tr("&Normal speed"), Qt::Key_Equal, [this] { playback_->setSpeed(1.0); });
    addEntry("play", 401, "sound.mute", tr("Sound on or &off"), Qt::SHIFT | Qt::Key_M,
             [&transport] { transport.toggleMuted(); });
    QAction *averaged = addEntry("play", 403, "sound.averaged", tr("&Hear what the network hears"));
    averaged->setCheckable(true);
    connect(averaged, &QAction::toggled, this, [this, &transport](bool isOn) {
        *isAveraged_ = isOn;
        transport.showAveraged(isOn);
    });
    offerSoundDevices(*addMenu("play", 402, tr("Sound &device")));
}

} // namespace tagscope::ui
