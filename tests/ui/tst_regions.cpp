// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/region_window.h"
#include "tests/ui/warnings.h"
#include "ui/base/shortcuts.h"
#include "ui/clips/project_clips.h"
#include "ui/tracks/activation_curves.h"
#include "ui/tracks/region_editor.h"
#include "ui/tracks/waveform_plot.h"

#include <QAction>
#include <QApplication>
#include <QInputDialog>
#include <QSpinBox>
#include <QTemporaryDir>

// Strong regions, marked with mouse and keys in the window.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

using test::kPixel;
using test::RegionWindow;

constexpr int kRegionEvent = RegionWindow::kEvent;

} // namespace

class TestRegions : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void aDragMarksMovesAndResizes() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.drag(2, 4);
        QVERIFY(with.isStored(2, 4));
        QCOMPARE(with.stored().size(), std::size_t{1});
        QVERIFY(with.marking().chosen());
        with.drag(3, 5); // its middle
        QVERIFY(with.isStored(4, 6));
        with.drag(6, 7); // its offset
        QVERIFY(with.isStored(4, 7));
        with.drag(4, 5.5); // its onset
        QVERIFY(with.isStored(5.5, 7));
        with.drag(5.5, 9); // stops before the offset
        QVERIFY(with.isStored(6.99, 7));
        QCOMPARE(with.stored().size(), std::size_t{1});
        // Each step back, and again.
        for (const auto &[onset, offset] : {std::pair(5.5, 7.0), {4.0, 7.0}, {4.0, 6.0}, {2.0, 4.0}}) {
            with.undo();
            QVERIFY(with.isStored(onset, offset));
        }
        with.undo();
        QTRY_VERIFY(with.stored().empty());
        for (const auto &[onset, offset] : {std::pair(2.0, 4.0), {4.0, 6.0}, {4.0, 7.0}}) {
            with.redo();
            QVERIFY(with.isStored(onset, offset));
        }
        QCOMPARE(with.stored().size(), std::size_t{1});
    }

    void stepsInQuickSuccessionAreKeptInOrder() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.drag(2, 3);
        for (int i = 0; i < 20; ++i)
            with.key(Qt::Key_I);
        for (int i = 0; i < 15; ++i)
            with.undo();
        for (int i = 0; i < 5; ++i)
            with.redo();
        QVERIFY(with.isStored(2.1, 3.1));
        QTest::qWait(100);
        QCOMPARE(with.stored().size(), std::size_t{1});
        QVERIFY(with.marking().regions() == with.stored());
    }

    void overlappingRegionsStayApart() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.drag(1, 3);
        with.drag(4, 6);
        with.drag(3.5, 4.5); // begun in the empty space between
        QVERIFY(with.isStored(1, 3));
        QVERIFY(with.isStored(3.5, 4.5));
        QVERIFY(with.isStored(4, 6));
        QCOMPARE(with.stored().size(), std::size_t{3});
        with.undo();
        QTRY_COMPARE(with.stored().size(), std::size_t{2});
    }

    void keysNudgeAndDelete() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.key(Qt::Key_U);
        QVERIFY(with.words().contains(QStringLiteral("Choose a region first")));
        with.drag(2, 4);
        const TimeRange before = rangeOf(*with.marking().chosen());
        const double onset = before.lower.count();
        const double offset = before.upper.count();
        with.key(Qt::Key_I);
        with.key(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(with.isStored(onset + 0.11, offset + 0.11, 1e-6));
        with.key(Qt::Key_H); // the onset
        with.key(Qt::Key_U);
        QVERIFY(with.isStored(onset + 0.10, offset + 0.11, 1e-6));
        with.key(Qt::Key_H); // the offset
        with.key(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(with.isStored(onset + 0.10, offset + 0.01, 1e-6));
        with.key(Qt::Key_Delete);
        QTRY_VERIFY(with.stored().empty());
        QVERIFY(!with.marking().chosen());
        with.undo();
        QVERIFY(with.isStored(onset + 0.10, offset + 0.01, 1e-6));
    }

    void clicksAndShiftAreThoseOfAllTracks() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.drag(2, 4);
        QTest::mouseClick(&with.track(), Qt::LeftButton, {}, with.at(7));
        QVERIFY(!with.marking().chosen());
        QTest::mouseClick(&with.track(), Qt::LeftButton, {}, with.at(3));
        QVERIFY(with.marking().chosen());
        QCOMPARE(with.marking().held(), RegionPart::Both);
        QTest::mouseClick(&with.track(), Qt::LeftButton, {}, with.at(4));
        QCOMPARE(with.marking().held(), RegionPart::Offset);
        QTRY_COMPARE(with.stored().size(), std::size_t{1});
        QTest::mouseDClick(&with.track(), Qt::LeftButton, {}, with.at(5));
        QVERIFY(with.playback().isPlaying());
        with.playback().pause();
        // A selection with Shift, which becomes a region.
        QTest::mouseClick(&with.track(), Qt::LeftButton, {}, with.at(6));
        QTest::mouseClick(&with.track(), Qt::LeftButton, Qt::ShiftModifier, with.at(8));
        with.key(Qt::Key_A);
        QVERIFY(with.isStored(6, 8));
        // Drags in other tracks select.
        auto *waveform = with.window().findChild<WaveformPlot *>();
        const auto there = [&](double seconds) { return QPoint(with.at(seconds).x(), waveform->height() / 2); };
        QTest::mousePress(waveform, Qt::LeftButton, {}, there(1));
        QTest::mouseMove(waveform, there(1.4));
        QTest::mouseMove(waveform, there(1.8));
        QTest::mouseRelease(waveform, Qt::LeftButton, {}, there(1.8));
        with.key(Qt::Key_A);
        QVERIFY(with.isStored(1, 1.8));
        QCOMPARE(with.stored().size(), std::size_t{3});
    }

    void aDragIsAbandoned() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.press(2);
        with.move(3);
        with.move(4);
        QVERIFY(with.track().editor()->drag() != nullptr);
        with.key(Qt::Key_Escape);
        QVERIFY(with.track().editor()->drag() == nullptr);
        with.release(4);
        with.drag(5, 6);
        QVERIFY(with.isStored(5, 6));
        QCOMPARE(with.stored().size(), std::size_t{1});
        with.press(6);
        with.move(8);
        with.key(Qt::Key_Escape);
        with.release(8);
        QTest::qWait(100);
        QVERIFY(with.isStored(5, 6));
        // Another clip in the middle of it.
        with.press(1);
        with.move(2);
        with.goToAnotherClip();
        QTRY_VERIFY(with.track().editor()->drag() == nullptr);
        QCOMPARE(with.stored().size(), std::size_t{1});
    }

    void endsSnapAndAltDoesNot() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.snap(true);
        QTest::mouseClick(&with.track(), Qt::LeftButton, {}, with.at(4.153));
        const TimeGeometry geometry(with.track(), {Seconds{0}, Seconds{10}});
        const double playhead = geometry.timeAt(with.at(4.153).x()).count();
        with.press(2);
        with.move(3);
        with.move(4.153 + kPixel);
        const RegionEditor::Drag *drag = with.track().editor()->drag();
        QVERIFY(drag != nullptr && drag->snapped && drag->snapped->kind == SnapTime::Kind::Playhead);
        with.release(4.153 + kPixel);
        QVERIFY(with.isStored(2, playhead, 0.001));
        with.drag(9.5, 10 - kPixel);
        QVERIFY(with.isStored(9.5, 10, 0.001));
        with.drag(7, 4.153 + 2 * kPixel, Qt::AltModifier);
        QCOMPARE(with.marking().regions().size(), std::size_t{3}); // beside the first, not joined with it
    }

    void cursorsSayWhatADragWouldDo() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.drag(2, 4);
        const auto cursorAt = [&](double seconds) {
            QTest::mouseMove(&with.track(), with.at(seconds));
            const QPoint point = with.at(seconds);
            QMouseEvent moved(QEvent::MouseMove, point, with.track().mapToGlobal(point), Qt::NoButton, Qt::NoButton,
                              {});
            QApplication::sendEvent(&with.track(), &moved);
            return with.track().cursor().shape();
        };
        QCOMPARE(cursorAt(2), Qt::SizeHorCursor);
        QCOMPARE(cursorAt(3), Qt::OpenHandCursor);
        QCOMPARE(cursorAt(4), Qt::SizeHorCursor);
        QCOMPARE(cursorAt(6), Qt::CrossCursor);
    }

    void oneKeyWhilePlaying() {
        RegionWindow with;
        QVERIFY(with.isReady());
        auto *reaction = with.window().findChild<QSpinBox *>(QStringLiteral("regionReaction"));
        QCOMPARE(reaction->value(), 200);
        with.key(Qt::Key_Space);
        QVERIFY(with.playback().isPlaying());
        const auto playTo = [&](double seconds) {
            return QTest::qWaitFor([&] {
                with.clock().now = std::min(with.clock().now + 0.02, seconds);
                with.playback().advance();
                return with.clock().isRunning && with.clock().now >= seconds;
            });
        };
        QVERIFY(playTo(2.0));
        with.key(Qt::Key_D);
        QVERIFY(with.byKey().open());
        QVERIFY(std::abs(with.byKey().open()->onset.count() - 1.8) < 0.05);
        QVERIFY(playTo(3.0));
        QVERIFY(std::abs(with.byKey().openRange().upper.count() - 2.8) < 0.05);
        with.key(Qt::Key_D);
        QVERIFY(with.isStored(1.8, 2.8, 0.05));
        reaction->setValue(500);
        QCOMPARE(QSettings().value(QStringLiteral("regions/reactionMilliseconds")).toInt(), 500);
        QVERIFY(playTo(4.0));
        with.key(Qt::Key_D);
        QVERIFY(std::abs(with.byKey().open()->onset.count() - 3.5) < 0.05);
        with.key(Qt::Key_Escape);
        QVERIFY(!with.byKey().open());
        QVERIFY(playTo(9.0));
        with.key(Qt::Key_D);
        QVERIFY(QTest::qWaitFor([&] {
            with.clock().now += 0.02;
            with.playback().advance();
            return !with.playback().isPlaying();
        }));
        QVERIFY(!with.byKey().open());
        QVERIFY(with.isStored(8.5, 10, 0.05));
    }

    void oneKeyWhileNothingPlays() {
        RegionWindow with;
        QVERIFY(with.isReady());
        QTest::mouseClick(&with.track(), Qt::LeftButton, {}, with.at(5));
        with.key(Qt::Key_D);
        with.key(Qt::Key_Right, Qt::ShiftModifier);
        with.key(Qt::Key_D);
        QVERIFY(with.isStored(5, 6));
        with.key(Qt::Key_D);
        with.goToAnotherClip();
        QTRY_VERIFY(!with.byKey().open());
        QVERIFY(with.words().contains(QStringLiteral("discarded")));
        QCOMPARE(with.stored().size(), std::size_t{1});
    }

    void regionsAreSteppedThroughAndPlayed() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.drag(2, 3);
        with.drag(5, 6);
        QTest::mouseClick(&with.track(), Qt::LeftButton, {}, with.at(4));
        with.key(Qt::Key_G);
        QVERIFY(std::abs(with.marking().chosen()->onset.count() - 5) < kPixel);
        with.key(Qt::Key_G, Qt::ShiftModifier);
        QVERIFY(std::abs(with.marking().chosen()->onset.count() - 2) < kPixel);
        with.key(Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(with.playback().isPlaying());
    }

    void regionsOfOthersStayAsTheyAre() {
        RegionWindow with;
        QVERIFY(with.isReady());
        const MarkedRegion bobs{with.clip(), kRegionEvent, "Bob", Seconds{2}, Seconds{4}, 5, std::nullopt};
        with.window().findChild<ProjectClips *>()->edits().changeRegions({bobs}, {});
        QTRY_COMPARE(with.marking().regions().size(), std::size_t{1});
        QVERIFY(with.track().readOut(with.at(3)).contains(QStringLiteral("marked by Bob")));
        with.drag(3, 6); // marks one of Ann's
        QVERIFY(with.isStored(3, 6));
        const std::vector<MarkedRegion> regions = with.stored();
        QCOMPARE(regions.size(), std::size_t{2});
        QVERIFY(std::ranges::find(regions, bobs) != regions.end());
    }

    void theTracksCanBeExported() {
        RegionWindow with;
        QVERIFY(with.isReady());
        const QWidget *curves = with.window().findChild<ActivationCurves *>();
        const QWidget *waveform = with.window().findChild<WaveformPlot *>();
        for (const QWidget *track : {curves, waveform, static_cast<const QWidget *>(&with.track())}) {
            const QList<QAction *> actions = track->actions();
            QVERIFY(std::ranges::any_of(
                actions, [](const QAction *action) { return idOf(*action) == QStringLiteral("figure.export"); }));
        }
    }

    void aNameIsAskedForFirst() {
        RegionWindow with{QString()};
        QVERIFY(with.isReady());
        with.drag(2, 4);
        auto *dialog = with.window().findChild<QInputDialog *>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->textValue(), QString());
        dialog->reject();
        QTRY_VERIFY(with.window().findChild<QInputDialog *>() == nullptr);
        with.drag(3, 5);
        dialog = with.window().findChild<QInputDialog *>();
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(QStringLiteral("Ann"));
        dialog->accept();
        QVERIFY(with.isStored(3, 5));
        QCOMPARE(with.stored().size(), std::size_t{1}); // what was to be marked before it was not
    }

    void aRefusalIsSaid() {
        RegionWindow with(QStringLiteral("nobody"));
        QVERIFY(with.isReady());
        with.drag(2, 4);
        QTRY_VERIFY(with.words().contains(QStringLiteral("The regions were not changed")));
        QVERIFY(with.marking().regions().empty());
        with.undo();
        QTest::qWait(100);
        QVERIFY(with.stored().empty());
    }
};

TAGSCOPE_WINDOW_TEST(TestRegions)
#include "tst_regions.moc"
