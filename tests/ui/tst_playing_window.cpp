// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_playback.h"
#include "tests/ui/warnings.h"
#include "ui/playback/playback.h"
#include "ui/playback/transport_bar.h"
#include "ui/playback/video_view.h"
#include "ui/tracks/activation_plot.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/picture_strip.h"
#include "ui/tracks/spectrogram_plot.h"
#include "ui/tracks/time_geometry.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

// A track that notes what it is asked.
class ProbeTrack : public QWidget, public Track {
public:
    explicit ProbeTrack(ViewState &view) {
        new TrackInput(*this, *this, view); // owned by this widget
        resize(900, 100);
    }
    [[nodiscard]] QString readOut(QPointF) const override { return {}; }
    void click(QPointF) override { ++clicks; }
    bool zoomFrequency(QPointF, double factor) override {
        frequencyFactor = factor;
        return true;
    }

    int clicks = 0;
    double frequencyFactor = 1.0;
};

struct Shown {
    explicit Shown(const Sources &sources = test::syntheticSources()) : window(sources) {
        window.resize(1400, 900);
        window.show();
        window.openMedia({"street.mp4"});
        isThere = QTest::qWaitFor([this] { return window.findChild<ClipView *>()->isVisible(); });
        playback = window.findChild<Playback *>();
        strip = window.findChild<PictureStrip *>();
    }

    [[nodiscard]] double playhead() const {
        const QString text = window.findChild<TransportBar *>()->findChild<QLabel *>()->text();
        return QLocale().toDouble(text.left(text.indexOf(QLatin1Char(' '))));
    }
    // Where a time of the whole clip is, in the picture strip.
    [[nodiscard]] QPoint place(double seconds) const {
        const TimeGeometry geometry(*strip, {Seconds{0}, Seconds{10}});
        return {static_cast<int>(std::lround(geometry.xOf(Seconds{seconds}))), strip->height() / 4};
    }
    void select(double from, double to) const {
        QTest::mousePress(strip, Qt::LeftButton, {}, place(from));
        QTest::mouseMove(strip, place((from + to) / 2));
        QTest::mouseMove(strip, place(to));
        QTest::mouseRelease(strip, Qt::LeftButton, {}, place(to));
    }

    MainWindow window;
    bool isThere = false;
    Playback *playback = nullptr;
    PictureStrip *strip = nullptr;
};

} // namespace

class TestPlayingWindow : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void handsOnATrack() {
        ViewState view;
        view.reset(Seconds{10});
        ProbeTrack track(view);
        track.show();
        QVERIFY(QTest::qWaitForWindowExposed(&track));
        const TimeGeometry geometry(track, view.range());
        const auto at = [&](double seconds) {
            return QPoint(static_cast<int>(std::lround(geometry.xOf(Seconds{seconds}))), 50);
        };
        double playFrom = -1;
        connect(&view, &ViewState::playFromAsked, this, [&](Seconds time) { playFrom = time.count(); });
        QTest::mouseClick(&track, Qt::LeftButton, {}, at(4));
        QVERIFY(std::abs(view.playhead().count() - 4) < 0.02);
        QCOMPARE(track.clicks, 1);
        QVERIFY(!view.selection());

        QTest::mousePress(&track, Qt::LeftButton, {}, at(6));
        QTest::mouseMove(&track, at(5));
        QTest::mouseMove(&track, at(2));
        QTest::mouseRelease(&track, Qt::LeftButton, {}, at(2));
        QCOMPARE(track.clicks, 1); // dragged, not clicked
        QVERIFY(view.selection() && std::abs(view.selection()->lower.count() - 2) < 0.02);
        QVERIFY(std::abs(view.selection()->upper.count() - 6) < 0.02);

        QTest::mouseClick(&track, Qt::LeftButton, Qt::ShiftModifier, at(7));
        QVERIFY(std::abs(view.selection()->upper.count() - 7) < 0.02);
        QVERIFY(std::abs(view.selection()->lower.count() - 2) < 0.02);
        QTest::mouseClick(&track, Qt::LeftButton, Qt::ShiftModifier, at(1));
        QVERIFY(std::abs(view.selection()->lower.count() - 1) < 0.02);

        QTest::mouseDClick(&track, Qt::LeftButton, {}, at(8));
        QVERIFY(std::abs(playFrom - 8) < 0.02);

        // Out of the track to both sides: to its ends.
        QTest::mousePress(&track, Qt::LeftButton, {}, at(9));
        QTest::mouseMove(&track, QPoint(-300, 50));
        QTest::mouseRelease(&track, Qt::LeftButton, {}, QPoint(-300, 50));
        QCOMPARE(view.selection()->lower.count(), 0.0);

        const TimeRange before = view.range();
        QWheelEvent wheel(at(5), track.mapToGlobal(at(5)), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier | Qt::ShiftModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&track, &wheel);
        QVERIFY(track.frequencyFactor < 1.0);
        QVERIFY(view.range() == before);
    }

    void spacePlaysAndPauses() {
        const Shown shown;
        QVERIFY(shown.isThere);
        auto *play = shown.window.findChild<QToolButton *>(QStringLiteral("play"));
        QCOMPARE(play->accessibleName(), QStringLiteral("Play"));
        QTest::keyClick(shown.strip, Qt::Key_Space);
        QVERIFY(shown.playback->isPlaying());
        QCOMPARE(play->accessibleName(), QStringLiteral("Pause"));
        QTRY_VERIFY(shown.playhead() > 0.2);
        QTRY_VERIFY(!shown.window.findChild<VideoView *>()->picture().isNull());
        QTest::mouseClick(play, Qt::LeftButton);
        QVERIFY(!shown.playback->isPlaying());
        const double there = shown.playhead();
        QTest::qWait(100);
        QCOMPARE(shown.playhead(), there);
    }

    // A letter typed into a text field is a letter, and Space pushes the button that has the focus.
    void spaceIsTheFocusedControls() {
        Shown shown;
        QVERIFY(shown.isThere);
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        auto *field = new QLineEdit;
        auto *button = new QPushButton;
        shown.window.findChild<ClipView *>()->layout()->addWidget(field);
        shown.window.findChild<ClipView *>()->layout()->addWidget(button);
        QTRY_VERIFY(field->isVisible() && button->isVisible());
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("s l ,"));
        QCOMPARE(field->text(), QStringLiteral("s l ,"));
        bool isPushed = false;
        connect(button, &QPushButton::clicked, this, [&] { isPushed = true; });
        button->setFocus();
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(button));
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(isPushed);
        QVERIFY(!shown.playback->isPlaying());
    }

    void selectionByMouseAndKeys() {
        const Shown shown;
        QVERIFY(shown.isThere);
        QTest::keyClick(shown.strip, Qt::Key_S); // nothing is selected
        QVERIFY(!shown.playback->isPlaying());
        shown.select(3, 3.4);
        QVERIFY(std::abs(shown.playhead() - 3) < 0.05);
        QTest::keyClick(shown.strip, Qt::Key_S);
        QVERIFY(shown.playback->isPlaying());
        QTRY_VERIFY(!shown.playback->isPlaying());
        QVERIFY(std::abs(shown.playhead() - 3) < 0.05);
        QTest::keyClick(shown.strip, Qt::Key_L);
        QVERIFY(shown.playback->isLooping());
        QTest::qWait(900);
        QVERIFY(shown.playback->isLooping());
        QVERIFY(shown.playhead() >= 2.95 && shown.playhead() <= 3.45);
        QTest::keyClick(shown.strip, Qt::Key_L);
        QVERIFY(!shown.playback->isPlaying());
        QTest::keyClick(shown.strip, Qt::Key_Escape);
        QTest::keyClick(shown.strip, Qt::Key_S);
        QVERIFY(!shown.playback->isPlaying());
    }

    void doubleClickPlaysFromThere() {
        const Shown shown;
        QVERIFY(shown.isThere);
        QTest::mouseDClick(shown.strip, Qt::LeftButton, {}, shown.place(5));
        QVERIFY(shown.playback->isPlaying());
        QVERIFY(shown.playhead() >= 4.95);
    }

    void clickingAnActivationPlaysIt() {
        const Shown shown;
        QVERIFY(shown.isThere);
        auto *plot = shown.window.findChild<ActivationPlot *>(QStringLiteral("activationPlot"));
        const double x = plot->xAxis->coordToPixel(0.75);
        const double y = plot->yAxis->coordToPixel(1);
        QTest::mouseClick(plot, Qt::LeftButton, {}, QPointF(x, y).toPoint());
        QVERIFY(shown.playback->isPlaying());
        QTRY_VERIFY(!shown.playback->isPlaying());
        QVERIFY(std::abs(shown.playhead() - 0.75) < 0.05);
        QTest::mouseClick(plot, Qt::LeftButton, {}, QPointF(5, plot->yAxis->coordToPixel(3)).toPoint()); // its name
        QVERIFY(!shown.playback->isPlaying());
    }

    void picturesByKeys() {
        const Shown shown;
        QVERIFY(shown.isThere);
        QTRY_VERIFY(shown.playback->picture());
        QTest::keyClick(shown.strip, Qt::Key_Period);
        QTRY_COMPARE(shown.playhead(), 0.04);
        QTest::keyClick(shown.strip, Qt::Key_Period);
        QTRY_COMPARE(shown.playhead(), 0.08);
        QTest::keyClick(shown.strip, Qt::Key_Comma);
        QTRY_COMPARE(shown.playhead(), 0.04);
        QVERIFY(shown.window.findChild<VideoView *>()->toolTip().contains(QLocale().toString(0.04, 'f', 3)));
    }

    void speedsAndVolume() {
        const Shown shown;
        QVERIFY(shown.isThere);
        auto *speeds = shown.window.findChild<QComboBox *>(QStringLiteral("speed"));
        QCOMPARE(speeds->currentData().toDouble(), 1.0);
        QTest::keyClick(shown.strip, '<');
        QCOMPARE(speeds->currentData().toDouble(), 0.75);
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(shown.strip, '>');
        QCOMPARE(shown.playback->speed(), 2.0);
        QTest::keyClick(shown.strip, Qt::Key_Equal);
        QCOMPARE(shown.playback->speed(), 1.0);
        auto *mute = shown.window.findChild<QToolButton *>(QStringLiteral("mute"));
        QTest::keyClick(shown.strip, Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(mute->isChecked());
        QVERIFY(QSettings().value(QStringLiteral("playback/muted")).toBool());
        shown.window.findChild<QSlider *>(QStringLiteral("volume"))->setValue(40);
        QVERIFY(!mute->isChecked());
        QCOMPARE(QSettings().value(QStringLiteral("playback/volume")).toInt(), 40);
    }

    void aMissingDeviceIsSaid() {
        const Shown shown;
        QVERIFY(shown.isThere);
        bool isSaid = false;
        for (const QLabel *label : shown.window.findChild<TransportBar *>()->findChildren<QLabel *>())
            isSaid = isSaid || label->toolTip().contains(QStringLiteral("No sound device"));
        QVERIFY(isSaid);
    }

    void thePictureKeepsItsAspect() {
        VideoView video;
        video.resize(400, 100);
        video.setPicture(QImage(160, 90, QImage::Format_RGB32), {});
        QCOMPARE(video.pictureRect().size(), QSize(177, 100));
        QCOMPARE(video.pictureRect().center().x(), video.rect().center().x());
        video.resize(100, 400);
        QCOMPARE(video.pictureRect().size(), QSize(100, 56));
    }

    void anotherClipStops() {
        Shown shown;
        QVERIFY(shown.isThere);
        QTest::keyClick(shown.strip, Qt::Key_Space);
        QTRY_VERIFY(shown.playhead() > 0.1);
        shown.window.openMedia({"other.mp4"});
        QTRY_VERIFY(!shown.playback->isPlaying());
        QTRY_COMPARE(shown.playhead(), 0.0);
        QVERIFY(!shown.playback->isPlaying());
    }

    void closingWhilePlaying() {
        {
            Shown shown;
            QVERIFY(shown.isThere);
            QTest::keyClick(shown.strip, Qt::Key_Space);
            QTRY_VERIFY(shown.playhead() > 0.1);
            shown.window.close();
            QVERIFY(!shown.playback->isPlaying());
        }
        Shown shown; // not even closed
        QVERIFY(shown.isThere);
        QTest::keyClick(shown.strip, Qt::Key_L);
        QTRY_VERIFY(shown.playhead() > 0.1);
    }
};

TAGSCOPE_WINDOW_TEST(TestPlayingWindow)
#include "tst_playing_window.moc"
