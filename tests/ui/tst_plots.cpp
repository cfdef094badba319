// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/plot/colour_map.h"
#include "ui/plot/key_frame_layout.h"
#include "ui/tracks/activation_plot.h"
#include "ui/tracks/picture_strip.h"
#include "ui/tracks/spectrogram_plot.h"
#include "ui/tracks/time_geometry.h"

#include <QApplication>
#include <QSignalSpy>
#include <cmath>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

constexpr QSize kTrackSize{900, 300};

std::shared_ptr<const ClipAnalysis> clipLacking(const test::Missing &missing) {
    return std::make_shared<const ClipAnalysis>(test::syntheticClip("street.mp4", missing));
}

} // namespace

class TestPlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    // One moment is one column of pixels in every track, however the view is zoomed.
    void tracksAgreeOnTime() {
        ViewState view;
        PictureStrip pictures(test::syntheticThumbnails, view);
        SpectrogramPlot spectrogram(view);
        ActivationPlot activations(view);
        const auto clip = clipLacking({});
        view.reset(clip->duration);
        pictures.setClip(clip);
        spectrogram.setClip(clip, test::syntheticBandEdges(clip->settings.logMel));
        activations.setClip(clip);
        for (QWidget *track : {static_cast<QWidget *>(&pictures), static_cast<QWidget *>(&spectrogram),
                               static_cast<QWidget *>(&activations)}) {
            track->resize(kTrackSize);
            track->show();
        }
        for (const TimeRange range : {TimeRange{Seconds{0}, Seconds{10}}, TimeRange{Seconds{2.3}, Seconds{4.1}}}) {
            view.setRange(range);
            spectrogram.replot();
            activations.replot();
            const TimeGeometry geometry(pictures, view.range());
            for (const double time : {2.5, 3.0, 4.0}) {
                const double x = geometry.xOf(Seconds{time});
                QVERIFY(std::abs(spectrogram.xAxis->coordToPixel(time) - x) < 1e-6);
                QVERIFY(std::abs(activations.xAxis->coordToPixel(time) - x) < 1e-6);
                QVERIFY(std::abs(geometry.timeAt(x).count() - time) < 1e-9);
            }
        }
    }

    void hertzOnTheMelAxis() {
        const std::vector<double> edges{0, 100, 200, 300, 500, 900};
        QCOMPARE(bandOf(100, edges), 0.0); // the peak of band 0
        QCOMPARE(bandOf(250, edges), 1.5);
        QCOMPARE(bandOf(700, edges), 3.5);
        const std::vector<HzTick> ticks = melTicks(edges, 0.9);
        QCOMPARE(ticks.size(), std::size_t{4});
        QCOMPARE(ticks.front().hz, 100.0);
        QCOMPARE(ticks.back().hz, 500.0);
        QVERIFY(melTicks({}, 1).empty());
    }

    void readsOutWhatIsUnderThePointer() {
        ViewState view;
        SpectrogramPlot spectrogram(view);
        ActivationPlot activations(view);
        auto clip = std::make_shared<ClipAnalysis>(test::syntheticClip("street.mp4"));
        clip->audio->logMel(400, 20) = -12.3F;
        view.reset(clip->duration);
        const std::vector<double> edges = test::syntheticBandEdges(clip->settings.logMel);
        spectrogram.setClip(clip, edges);
        activations.setClip(clip);
        spectrogram.resize(kTrackSize);
        activations.resize(kTrackSize);
        spectrogram.show();
        activations.show();
        spectrogram.replot();
        activations.replot();
        const QPointF cell(spectrogram.xAxis->coordToPixel(2.0), spectrogram.yAxis->coordToPixel(20));
        QCOMPARE(spectrogram.readOut(cell),
                 QStringLiteral("%1 Hz  ·  -12.3 dB").arg(QLocale().toString(edges[21], 'f', 0)));
        const QPointF padding(spectrogram.xAxis->coordToPixel(9.8), spectrogram.yAxis->coordToPixel(20));
        QVERIFY(spectrogram.readOut(padding).contains(QStringLiteral("padding")));
        const QPointF peak(activations.xAxis->coordToPixel(0.75), activations.yAxis->coordToPixel(1));
        QCOMPARE(activations.readOut(peak),
                 QStringLiteral("Ambulance (siren)  ·  activation 0.920  ·  threshold of the "
                                "fused probability 0.300"));

        QSignalSpy chosen(&view, &ViewState::eventChanged);
        QTest::mouseClick(&activations, Qt::LeftButton, {}, peak.toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(view.event(), std::optional(1));
        QVERIFY(std::abs(view.playhead().count() - 0.75) < 0.02);
        QTest::keyClick(&activations, Qt::Key_Down);
        QCOMPARE(view.event(), std::optional(2));
    }

    void absentBranchesSayWhatToDo() {
        ViewState view;
        view.reset(Seconds{10});
        SpectrogramPlot spectrogram(view);
        ActivationPlot activations(view);
        PictureStrip pictures(test::syntheticThumbnails, view);
        const auto silent = clipLacking({.sound = true});
        spectrogram.setClip(silent, {});
        QVERIFY(spectrogram.message().contains(QStringLiteral("no sound here")));
        activations.setClip(clipLacking({.crnn = true}));
        QVERIFY(activations.message().contains(QStringLiteral("File > Models…")));
        activations.setClip(clipLacking({}));
        QVERIFY(activations.message().isEmpty());
        pictures.setClip(clipLacking({.pictures = true}));
        QVERIFY(pictures.message().contains(QStringLiteral("no pictures here")));
    }

    void keyFramesAreChosenAndDoNotOverlap() {
        ViewState view;
        PictureStrip strip(test::syntheticThumbnails, view);
        const auto clip = clipLacking({});
        view.reset(clip->duration);
        strip.setClip(clip);
        strip.resize(kTrackSize);
        strip.show();
        const std::vector<QRect> boxes = strip.keyFrameBoxes();
        QCOMPARE(boxes.size(), std::size_t{4});
        for (std::size_t k = 0; k + 1 < boxes.size(); ++k)
            QVERIFY(boxes[k].right() < boxes[k + 1].left());
        QTest::mouseClick(&strip, Qt::LeftButton, {}, boxes[2].center());
        QCOMPARE(view.keyFrame(), std::optional(2));
        QCOMPARE(view.playhead().count(), clip->video->keyFrames[2].time.count());
        view.setRange({Seconds{0}, Seconds{2}});
        QVERIFY(strip.keyFrameBoxes()[2].isNull());
    }

    void boxesKeepTheirPlaceOrMakeRoom() {
        const std::vector<QRect> apart = placeBoxes({100, 300}, {50, 30}, 0, 400, 7);
        QCOMPARE(apart[0].left(), 75);
        QCOMPARE(apart[1].left(), 275);
        const std::vector<QRect> crowded = placeBoxes({380, 385, 390}, {50, 30}, 0, 400, 7);
        QVERIFY(crowded[2].right() < 400);
        QVERIFY(crowded[0].right() < crowded[1].left() && crowded[1].right() < crowded[2].left());
    }

    // A map that can be read without hues gets lighter all the way.
    void colourMapsRiseInLightness() {
        for (const ColourMap map : kColourMaps) {
            QCOMPARE(colourMapNamed(nameOf(map)), map);
            int before = -1;
            for (const QColor &colour : coloursOf(map)) {
                QVERIFY2(qGray(colour.rgb()) > before, qPrintable(nameOf(map)));
                before = qGray(colour.rgb());
            }
        }
    }
};

TAGSCOPE_WINDOW_TEST(TestPlots)
#include "tst_plots.moc"
