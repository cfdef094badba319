#include "ui/services/playback.h"
#include "ui/services/text.h"
#include "ui/views/clip_view.h"
#include "ui/views/main_window.h"
#include "ui/views/transport_bar.h"
#include "ui/views/video_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>

namespace tagscope::ui {

namespace {

// Space plays, but pushes a button that has the focus, opens a list, ticks a box: as everywhere.
class SpaceForControls : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        const auto *key = static_cast<const QKeyEvent *>(event);
        if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier || !wantsSpace(watched))
            return false;
        event->accept();
        return true;
    }

private:
    static bool wantsSpace(const QObject *widget) {
        if (const auto *items = qobject_cast<const QAbstractItemView *>(widget))
            return items->currentIndex().flags().testFlag(Qt::ItemIsUserCheckable);
        return qobject_cast<const QAbstractButton *>(widget) != nullptr ||
               qobject_cast<const QComboBox *>(widget) != nullptr;
    }
};

std::optional<PlayedClip> playedClip(const ShownClip &shown) {
    if (!shown.analysis)
        return std::nullopt;
    return PlayedClip{shown.analysis->media, shown.analysis->start, shown.analysis->duration};
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
    qApp->installEventFilter(new SpaceForControls(this));
    makePlayMenu(*playback, *transport);
}

void MainWindow::makePlayMenu(Playback &playback, TransportBar &transport) {
    auto *menu = new QMenu(tr("Pla&y"), this);
    menuBar()->insertMenu(viewMenu_->menuAction(), menu);
    addEntry(*menu, tr("&Play or pause"), QKeySequence(Qt::Key_Space), [&playback] { playback.toggle(); });
    addEntry(*menu, tr("Play the &selection"), QKeySequence(Qt::Key_S), [this, &playback] {
        if (view_.selection())
            playback.play(*view_.selection());
    });
    addEntry(*menu, tr("&Loop the selection, or the clip"), QKeySequence(Qt::Key_L),
             [&transport] { transport.toggleLoop(); });
    addEntry(*menu, tr("&Clear the selection"), QKeySequence(Qt::Key_Escape),
             [this] { view_.setSelection(std::nullopt); });
    menu->addSeparator();
    addEntry(*menu, tr("&Next picture"), QKeySequence(Qt::Key_Period), [&playback] { playback.stepPictures(1); });
    addEntry(*menu, tr("P&revious picture"), QKeySequence(Qt::Key_Comma), [&playback] { playback.stepPictures(-1); });
    menu->addSeparator();
    addEntry(*menu, tr("Sl&ower"), QKeySequence(Qt::Key_Less), [&transport] { transport.stepSpeed(-1); });
    addEntry(*menu, tr("&Faster"), QKeySequence(Qt::Key_Greater), [&transport] { transport.stepSpeed(1); });
    addEntry(*menu, tr("&Its own speed"), QKeySequence(Qt::Key_Equal), [&playback] { playback.setSpeed(1.0); });
    menu->addSeparator();
    addEntry(*menu, tr("Sound on or &off"), QKeySequence(Qt::SHIFT | Qt::Key_M),
             [&transport] { transport.toggleMuted(); });
}

} // namespace tagscope::ui
