// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/tracks/activation_plot.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/picture_strip.h"
#include "ui/tracks/spectrogram_plot.h"
#include "ui/tracks/time_overlay.h"
#include "ui/tracks/track_stack.h"
#include "ui/tracks/waveform_plot.h"

#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

constexpr QSize kRoomy{1000, 1100};
constexpr QSize kLow{1000, 430};

struct StackedClip {
    ViewState view;
    ClipView clip{test::syntheticSources(), view};
    WaveformPlot *waveform = clip.findChild<WaveformPlot *>();
    PictureStrip *pictures = clip.findChild<PictureStrip *>();

    explicit StackedClip(QSize size) {
        clip.resize(size);
        clip.show();
        clip.setClip(std::make_shared<const ClipAnalysis>(test::syntheticClip("street.mp4")));
    }

    TrackFrame &frame(const char *id) {
        for (const TrackStack::Named &track : clip.tracks().tracks())
            if (track.id == QLatin1String(id))
                return *track.frame;
        qFatal("no such track");
    }

    // The first button of its header.
    void pressFold(const char *id) {
        QTest::mouseClick(frame(id).header()->findChild<QToolButton *>(), Qt::LeftButton);
    }
};

} // namespace

class TestTrackStack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldedATrackIsALineInItsPlace() {
        StackedClip at(kRoomy);
        QVERIFY(at.waveform->isVisible());
        const int before = at.frame("waveform").height();
        QSignalSpy changed(&at.clip.tracks(), &TrackStack::foldedByHandChanged);
        at.pressFold("waveform");
        QCOMPARE(changed.count(), 1);
        QVERIFY(!at.waveform->isVisible());
        QTRY_COMPARE(at.frame("waveform").height(), at.frame("waveform").foldedHeight());
        QVERIFY(at.frame("waveform").y() > at.frame("pictures").y());
        QVERIFY(at.frame("waveform").y() < at.frame("spectrogram").y());
        const auto *line = at.frame("waveform").header()->findChild<QToolButton *>();
        QCOMPARE(line->text(), QStringLiteral("Waveform"));
        QVERIFY(line->isVisible());
        at.pressFold("waveform");
        QVERIFY(at.waveform->isVisible());
        // As high as it was, but for rounding.
        QTRY_VERIFY2(std::abs(at.frame("waveform").height() - before) <= 2 * at.clip.fontMetrics().height(),
                     qPrintable(QStringLiteral("%1, %2").arg(at.frame("waveform").height()).arg(before)));
    }

    void foldedWithoutRoomATrackOpensOnRequestInFullHeight() {
        StackedClip at(kLow);
        QVERIFY(!at.waveform->isVisible());
        QVERIFY(!at.pictures->isVisible());
        QVERIFY(at.clip.tracks().foldedByHand().isEmpty());
        at.pressFold("pictures");
        QVERIFY(at.pictures->isVisible());
        const auto &tracks = at.clip.tracks().tracks();
        QTRY_VERIFY(at.pictures->height() >= tracks.front().height.readable / 2);
        at.clip.resize(kRoomy);
        QTRY_VERIFY(at.waveform->isVisible());
    }

    void whatIsFoldedByHandStaysSo() {
        StackedClip at(kRoomy);
        at.clip.tracks().setFoldedByHand({QStringLiteral("spectrogram")});
        QVERIFY(!at.clip.findChild<SpectrogramPlot *>()->isVisible());
        at.clip.resize(kLow);
        at.clip.resize(kRoomy);
        QVERIFY(!at.clip.findChild<SpectrogramPlot *>()->isVisible());
        QCOMPARE(at.clip.tracks().foldedByHand(), QStringList{QStringLiteral("spectrogram")});
    }

    // The lines through all tracks lie where the tracks have their times.
    void theLinesLieOverTheTracks() {
        StackedClip at(kRoomy);
        const auto *overlay = at.clip.findChild<TimeOverlay *>();
        const QPoint lines = overlay->mapTo(&at.clip, QPoint(0, 0));
        for (const TrackStack::Named &track : at.clip.tracks().tracks())
            if (track.widget->isVisible()) {
                QCOMPARE(track.widget->mapTo(&at.clip, QPoint(0, 0)).x(), lines.x());
                QCOMPARE(track.widget->width(), overlay->width());
            }
    }

    void settingsLieBehindTheHeader() {
        StackedClip at(kRoomy);
        QMenu menu;
        at.clip.tracks().setMenu(QStringLiteral("spectrogram"), menu);
        const QList<QToolButton *> buttons = at.frame("spectrogram").header()->findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 2);
        QVERIFY(buttons.at(1)->isVisible());
        QCOMPARE(buttons.at(1)->menu(), &menu);
        QVERIFY(buttons.at(1)->accessibleName().contains(QStringLiteral("Spectrogram")));
        at.clip.tracks().fold(QStringLiteral("spectrogram"), true);
        QVERIFY(!buttons.at(1)->isVisible());
    }
};

TAGSCOPE_WINDOW_TEST(TestTrackStack)
#include "tst_track_stack.moc"
