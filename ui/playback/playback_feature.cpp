// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/text.h"
#include "ui/document/recording_overview.h"
#include "ui/playback/playback.h"
#include "ui/playback/transport_bar.h"
#include "ui/playback/video_view.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDockWidget>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>

namespace tagscope::ui {

namespace {

std::optional<PlayedClip> playedClip(const ShownClip &shown) {
    if (shown.recording)
        return PlayedClip{shown.recording->media, Seconds{0}, shown.recording->duration};
    if (!shown.analysis)
        return std::nullopt;
    return PlayedClip{shown.analysis->media, shown.analysis->start, shown.analysis->duration, !shown.veil.pictures};
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

void MainWindow::makePlayback() {
    auto *playback = new Playback(sources_.playback, view_, this);
    auto *video = new VideoView;
    connectVideo(*playback, *video);
    addDock(Qt::LeftDockWidgetArea, QStringLiteral("video"), tr("Video"), video);
    auto *transport = new TransportBar(*playback, view_);
    clipView_->layout()->addWidget(transport);
    connect(this, &MainWindow::clipShown, playback,
            [playback](const ShownClip &shown) { playback->setClip(playedClip(shown)); });
    connect(&view_, &ViewState::playAsked, playback, &Playback::play);
    connect(&view_, &ViewState::playFromAsked, playback, &Playback::playFrom);
    makePlayMenu(*playback, *transport);
}

void MainWindow::makePlayMenu(Playback &playback, TransportBar &transport) {
    auto *menu = new QMenu(tr("Pla&y"), this);
    menu->setObjectName(QStringLiteral("play"));
    menuBar()->insertMenu(viewMenu_->menuAction(), menu);
    const auto add = [&](const QString &text, const QKeySequence &keys, const char *id, std::function<void()> action) {
        addEntry(*menu, text, keys, std::move(action), QString::fromLatin1(id));
    };
    add(tr("&Play or pause"), Qt::Key_Space, "play.toggle", [&playback] { playback.toggle(); });
    add(tr("Play the &selection"), Qt::Key_S, "play.selection", [this, &playback] {
        if (view_.selection())
            playback.play(*view_.selection());
    });
    add(tr("&Loop the selection, or the clip"), Qt::Key_L, "play.loop", [&transport] { transport.toggleLoop(); });
    add(tr("&Clear the selection"), Qt::Key_Escape, "selection.clear", [this] { view_.setSelection(std::nullopt); });
    menu->addSeparator();
    add(tr("&Next picture"), Qt::Key_Period, "picture.next", [&playback] { playback.stepPictures(1); });
    add(tr("P&revious picture"), Qt::Key_Comma, "picture.previous", [&playback] { playback.stepPictures(-1); });
    menu->addSeparator();
    add(tr("Sl&ower"), Qt::Key_Less, "speed.slower", [&transport] { transport.stepSpeed(-1); });
    add(tr("&Faster"), Qt::Key_Greater, "speed.faster", [&transport] { transport.stepSpeed(1); });
    add(tr("&Its own speed"), Qt::Key_Equal, "speed.own", [&playback] { playback.setSpeed(1.0); });
    menu->addSeparator();
    add(tr("Sound on or &off"), Qt::SHIFT | Qt::Key_M, "sound.mute", [&transport] { transport.toggleMuted(); });
}

} // namespace tagscope::ui
