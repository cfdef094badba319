// SPDX-License-Identifier: GPL-3.0-or-later
// Fine wheels, slanted swipes and pinches on the tracks, and the waveform at scales that are no whole numbers.

#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/base/wheel_steps.h"
#include "ui/tracks/labels_track.h"
#include "ui/tracks/sound_service.h"
#include "ui/tracks/time_geometry.h"
#include "ui/tracks/waveform_plot.h"

#include <QApplication>
#include <QNativeGestureEvent>
#include <QPixmap>
#include <QPointingDevice>
#include <QWheelEvent>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

void turn(QWidget &widget, QPoint angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    const QPointF at = widget.rect().center();
    QWheelEvent event(at, widget.mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

// Noise in every sample, so that no column of the picture is empty.
Result<std::vector<Message>> noise(const std::filesystem::path &, Seconds, Seconds duration,
                                   const ReceiveSamples &receive, const std::stop_token &) {
    constexpr int kRate = 16000;
    std::vector<float> samples(kRate);
    for (int i = 0; i < kRate; ++i)
        samples[static_cast<std::size_t>(i)] = (i % 2 == 0 ? 0.8F : -0.8F);
    for (int second = 0; second < static_cast<int>(duration.count()); ++second)
        receive(kRate, samples);
    return std::vector<Message>();
}

} // namespace

class TestWheelsAndPixels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void partsOfAStepAddUp() {
        WheelSteps wheel;
        using Axis = WheelSteps::Axis;
        int steps = 0;
        for (int part = 0; part < 24; ++part)
            steps += wheel.take({0, 15}, Axis::Vertical);
        QCOMPARE(steps, 3);
        QCOMPARE(wheel.take({0, 100}, Axis::Vertical), 0);
        QCOMPARE(wheel.take({0, -110}, Axis::Vertical), 0); // turned back: the rest from before is gone
        QCOMPARE(wheel.take({0, -10}, Axis::Vertical), -1);
        QCOMPARE(wheel.take({0, 360}, Axis::Vertical), 3);
        QVERIFY(WheelSteps::axisOf({30, -20}) == Axis::Horizontal);
        QVERIFY(WheelSteps::axisOf({20, -30}) == Axis::Vertical);
        QCOMPARE(WheelSteps::partsOf({-60, 15}), -0.5);
    }

    void labelsScrollByWholeRows() {
        ViewState view;
        view.reset(Seconds{10});
        LabelsTrack track(view);
        ClipLabels labels{test::syntheticClip("a.mp4").settings.events, {0, 1, 2, 3, 4, 5, 6, 7}, {}, {}};
        track.setLabels(labels);
        track.resize(600, track.minimumSizeHint().height());
        track.show();
        const auto firstRow = [&track] { return track.readOut({300.0, 4.0}); };
        const QString first = firstRow();
        for (int part = 0; part < 7; ++part)
            turn(track, {0, -15});
        QCOMPARE(firstRow(), first);
        turn(track, {0, -15});
        const QString second = firstRow();
        QVERIFY2(second != first, qPrintable(second));
        turn(track, {0, 120});
        QCOMPARE(firstRow(), first);
    }

    void slantedSwipesPanAndPinchesZoom() {
        SoundService sound(noise);
        ViewState view;
        view.reset(Seconds{10});
        WaveformPlot waveform(sound, view);
        waveform.resize(600, 200);
        waveform.show();
        const TimeGeometry geometry(waveform, view.range());
        const QPointF middle = waveform.rect().center();
        const double at = geometry.timeAt(middle.x()).count();
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, middle, middle,
                                  waveform.mapToGlobal(middle), 1.0, {});
        QApplication::sendEvent(&waveform, &pinch);
        QVERIFY2(std::abs(view.range().span().count() - 5.0) < 1e-6, "apart by one: half as much is shown");
        const TimeGeometry zoomed(waveform, view.range());
        QVERIFY2(std::abs(zoomed.timeAt(middle.x()).count() - at) < 0.02, "what is under the fingers stays there");

        const double before = view.range().lower.count();
        turn(waveform, {-40, 15}); // more sideways than down
        QVERIFY(view.range().lower.count() > before);
        const double panned = view.range().lower.count();
        turn(waveform, {15, -40}); // the other way about is the page's
        QCOMPARE(view.range().lower.count(), panned);
    }

    void noColumnOfTheWaveformIsEmpty_data() {
        QTest::addColumn<double>("scale");
        for (const double scale : {1.0, 1.25, 1.5, 1.75, 2.0, 2.25})
            QTest::addRow("%g", scale) << scale;
    }

    void noColumnOfTheWaveformIsEmpty() {
        QFETCH(const double, scale);
        SoundService sound(noise);
        ViewState view;
        view.reset(Seconds{10});
        WaveformPlot waveform(sound, view);
        waveform.resize(401, 120);
        sound.open({"street.mp4", Seconds{0}, Seconds{10}});
        QVERIFY(QTest::qWaitFor([&] { return sound.isComplete(); }));
        const TimeGeometry geometry(waveform, view.range());
        for (int offset = 0; offset < 4; ++offset) { // the plot begins in the middle of a pixel, or not
            QPixmap pixmap(QSize(410, 124) * scale);
            pixmap.setDevicePixelRatio(scale);
            pixmap.fill(Qt::white);
            waveform.render(&pixmap, {offset, 0});
            const QImage picture = pixmap.toImage();
            const auto y = static_cast<int>(scale * 40); // between the middle line and the noise's edge
            const auto from = static_cast<int>(std::ceil(scale * (geometry.left + offset))) + 1;
            const auto until = static_cast<int>(scale * (geometry.left + geometry.width + offset)) - 1;
            const QRgb background = picture.pixel(until + 3 < picture.width() ? until + 3 : until, y);
            int empty = 0;
            for (int x = from; x < until; ++x)
                empty += picture.pixel(x, y) == background ? 1 : 0;
            QVERIFY2(empty == 0, qPrintable(QStringLiteral("%1 of %2 columns are empty at offset %3")
                                                .arg(QString::number(empty), QString::number(until - from),
                                                     QString::number(offset))));
        }
    }
};

TAGSCOPE_WINDOW_TEST(TestWheelsAndPixels)
#include "tst_wheels_and_pixels.moc"
