// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/document/recording_service.h"
#include "ui/tracks/activation_curves.h"
#include "ui/tracks/activation_plot.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/labels_track.h"
#include "ui/tracks/picture_strip.h"
#include "ui/tracks/spectrogram_dialog.h"
#include "ui/tracks/spectrogram_plot.h"
#include "ui/tracks/time_geometry.h"
#include "ui/tracks/waveform_plot.h"
#include "ui/tracks/windows_track.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <atomic>
#include <cmath>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

constexpr QSize kShownTrackSize{900, 300};

MediaPart tenSeconds() {
    return {"street.mp4", Seconds{0}, Seconds{10}};
}

bool isComplete(const SoundService &sound) {
    return QTest::qWaitFor([&] { return sound.isComplete(); });
}

RecordingOverview minuteWith(int windows) {
    RecordingOverview recording;
    recording.media = "street.mp4";
    recording.duration = Seconds{60};
    for (int i = 0; i < windows; ++i) {
        ClipAnalysis window = test::syntheticClip("street.mp4");
        window.start = Seconds{10.0 * i};
        addWindow(recording, window);
    }
    return recording;
}

} // namespace

class TestTracks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        qputenv("TAGSCOPE_CACHE", settings_.path().toUtf8());
    }
    void init() { test::failOnWarnings(); }

    void soundGrowsAndIsKept() {
        SoundService sound(test::syntheticSound);
        const QSignalSpy grew(&sound, &SoundService::grew);
        sound.open(tenSeconds());
        QVERIFY(isComplete(sound));
        QVERIFY(!grew.isEmpty());
        QCOMPARE(sound.sampleRate(), 16000);
        QCOMPARE(sound.samples(), std::int64_t{160000});
        const auto loud = sound.envelope().over(100, 15900);
        const auto silent = sound.envelope().over(16100, 31900);
        QVERIFY(loud && std::abs(loud->highest - 0.5F) < 1e-3F && std::abs(loud->power - 0.125F) < 1e-3F);
        QVERIFY(silent && silent->highest == 0.0F && silent->lowest == 0.0F);
        std::vector<float> samples(4);
        QVERIFY(sound.store()->read(4, samples));
        QVERIFY(std::abs(samples[0] - 0.5F) < 1e-3F); // a quarter of the tone's turn
        sound.close();
        QCOMPARE(sound.envelope().samples(), std::int64_t{0});
    }

    void soundThatCannotBeDecodedSaysWhy() {
        SoundService sound([](auto &&...) -> Result<std::vector<Message>> {
            return fail(Error::Kind::Unsupported, plainText("street.mp4 has no audio track."));
        });
        ViewState view;
        WaveformPlot waveform(sound, view);
        sound.open(tenSeconds());
        QVERIFY(isComplete(sound));
        QVERIFY(waveform.message().contains(QStringLiteral("no audio track")));
        QVERIFY(waveform.grab().size().isValid());
    }

    void waveformReadsOutLevels() {
        SoundService sound(test::syntheticSound);
        ViewState view;
        view.reset(Seconds{10});
        WaveformPlot waveform(sound, view);
        waveform.resize(kShownTrackSize);
        sound.open(tenSeconds());
        QVERIFY(isComplete(sound));
        QCOMPARE(waveform.scale(), 0.5);
        const TimeGeometry geometry(waveform, view.range());
        const QString tone = waveform.readOut({geometry.xOf(Seconds{0.5}), 150.0});
        QVERIFY2(tone.contains(QStringLiteral("peak -6.0 dBFS")), qPrintable(tone));
        QVERIFY2(tone.contains(QStringLiteral("RMS -9.0 dBFS")), qPrintable(tone));
        QVERIFY(waveform.readOut({geometry.xOf(Seconds{1.5}), 150.0}).contains(QStringLiteral("silence")));
        QVERIFY(waveform.readOut({3.0, 150.0}).isEmpty());
        // The tone reaches to the track's edge, silence stays on the middle line.
        const QImage picture = waveform.grab().toImage();
        const int middle = picture.height() / 2;
        const auto differs = [&](double time, int y) {
            const auto column = static_cast<int>(geometry.xOf(Seconds{time}));
            return picture.pixel(column, y) != picture.pixel(3, 3);
        };
        QVERIFY(differs(0.5, middle / 2));
        QVERIFY(!differs(1.5, middle / 2));
    }

    // What the service hands out is what the tiles' definition gives for the stored samples.
    void tilesOfTheServiceAreTheDirectOnes() {
        SoundService sound(test::syntheticSound);
        SpectrogramService spectra(sound);
        spectra.setActive(true);
        sound.open(tenSeconds());
        QVERIFY(isComplete(sound));
        const Stft stft = Stft::make(spectra.options()).value();
        const auto read = [&](std::int64_t first, std::span<float> into) { return sound.store()->read(first, into); };
        QTRY_VERIFY(spectra.tile(2, 0) && spectra.tile(2, 0)->frames == 256);
        QTRY_VERIFY(!spectra.isBusy());
        for (const int level : {2, 3, 4}) {
            const auto tile = spectra.tile(level, 0);
            QVERIFY(tile && *tile == makeTile(stft, level, 0, sound.samples(), read).value());
        }
        QVERIFY(!spectra.tile(0, 3));
        spectra.look(0, 2, 5);
        QTRY_VERIFY(spectra.tile(0, 2) && spectra.tile(0, 3) && spectra.tile(0, 4));
        QVERIFY(*spectra.tile(0, 3) == makeTile(stft, 0, 3, sound.samples(), read).value());
        // A sine of 1 kHz at half of full scale.
        QVERIFY(std::abs(spectra.loudestDecibels() + 6.0) < 1.6);
        spectra.setOptions({256, SpectrumWindow::Blackman});
        QVERIFY(!spectra.tile(2, 0));
        QTRY_VERIFY(spectra.tile(2, 0));
        QCOMPARE(spectra.tile(2, 0)->bins, std::size_t{129});
    }

    void spectrogramShowsEitherKind() {
        SoundService sound(test::syntheticSound);
        SpectrogramService spectra(sound);
        ViewState view;
        view.reset(Seconds{10});
        SpectrogramPlot plot(view);
        plot.setService(spectra);
        plot.resize(kShownTrackSize);
        auto clip = std::make_shared<ClipAnalysis>(test::syntheticClip("street.mp4"));
        const std::vector<double> edges = test::syntheticBandEdges(clip->settings.logMel);
        plot.setClip(clip, edges);
        sound.open(tenSeconds());
        QVERIFY(isComplete(sound));
        QCOMPARE(plot.kind(), SpectrogramKind::NetworkInput);

        plot.setSettings({SpectrogramKind::Spectrum, 60, {}});
        plot.show();
        QTRY_VERIFY(spectra.tile(2, 0) && !spectra.isBusy());
        plot.replot();
        const QPointF tone(plot.xAxis->coordToPixel(0.5), plot.yAxis->coordToPixel(1000));
        QTRY_VERIFY(plot.readOut(tone).contains(QStringLiteral("dBFS")));
        const QStringList words = plot.readOut(tone).split(QLatin1Char(' '));
        QString hertz = words.front();
        QVERIFY(std::abs(hertz.remove(QLatin1Char(',')).toDouble() - 1000) < 20);
        QVERIFY(std::abs(words.at(words.size() - 2).toDouble() + 6.0) < 1.6);

        plot.setSettings({SpectrogramKind::NormalisedInput, 60, {}});
        QVERIFY(plot.message().contains(QStringLiteral("normalisation")));
        auto heard = std::make_shared<ClipAnalysis>(*clip);
        heard->audio->bandMean.assign(60, -50.0F);
        heard->audio->bandDeviation.assign(60, 4.0F);
        heard->audio->logMel(400, 20) = -42.0F;
        plot.setClip(heard, edges);
        QVERIFY(plot.message().isEmpty());
        plot.replot();
        const QPointF cell(plot.xAxis->coordToPixel(2.0), plot.yAxis->coordToPixel(20));
        QVERIFY2(plot.readOut(cell).contains(QStringLiteral("2.00 σ")), qPrintable(plot.readOut(cell)));
        plot.setClip(nullptr, {});
        QCOMPARE(plot.kind(), SpectrogramKind::Spectrum); // there without an analysis
    }

    void frequenciesZoomAtThePointer() {
        SoundService sound(test::syntheticSound);
        SpectrogramService spectra(sound);
        ViewState view;
        view.reset(Seconds{10});
        SpectrogramPlot plot(view);
        plot.setService(spectra);
        plot.setSettings({SpectrogramKind::Spectrum, 70, {}});
        plot.resize(kShownTrackSize);
        plot.show();
        sound.open(tenSeconds());
        QVERIFY(isComplete(sound));
        QTRY_VERIFY(plot.yAxis->range().upper > 2000); // told of the sound
        plot.replot();
        const double y = plot.yAxis->coordToPixel(2000);
        QVERIFY(plot.zoomFrequency({400, y}, 0.5));
        QVERIFY(view.frequencies());
        QVERIFY(std::abs(view.frequencies()->span() - 4000) < 1);
        plot.replot();
        QVERIFY(std::abs(plot.yAxis->coordToPixel(2000) - y) < 1);
        for (int i = 0; i < 40; ++i)
            QVERIFY(plot.zoomFrequency({400, y}, 0.5));
        QVERIFY(view.frequencies()->span() >= 99.0);
        for (int i = 0; i < 40; ++i)
            QVERIFY(plot.zoomFrequency({400, y}, 2.0));
        QVERIFY(!view.frequencies());
    }

    void settingsAreKeptAndReset() {
        SpectrogramSettings chosen{SpectrogramKind::Spectrum, 90, {2048, SpectrumWindow::Blackman}};
        store(chosen);
        QVERIFY(storedSpectrogramSettings() == chosen);
        SpectrogramDialog dialog(nullptr);
        dialog.show(chosen);
        QSignalSpy chosenSpy(&dialog, &SpectrogramDialog::chosen);
        dialog.findChild<QComboBox *>()->setCurrentIndex(1);
        QCOMPARE(chosenSpy.size(), 1);
        chosen.kind = SpectrogramKind::NetworkInput;
        QVERIFY(chosenSpy.front().front().value<SpectrogramSettings>() == chosen);
        QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::RestoreDefaults),
                          Qt::LeftButton);
        QVERIFY(chosenSpy.back().front().value<SpectrogramSettings>() == SpectrogramSettings());
        QSettings().setValue(QStringLiteral("spectrogram/windowSamples"), 77);
        QCOMPARE(storedSpectrogramSettings().spectrum.windowSamples, 1024);
        QSettings().clear();
    }

    void labelsSayWhatIsKnown() {
        ViewState view;
        view.reset(Seconds{10});
        LabelsTrack track(view);
        track.resize(kShownTrackSize);
        track.setLabels(std::nullopt);
        QVERIFY(!track.hasLabels());
        QVERIFY(track.grab().size().isValid());
        ClipLabels labels{test::syntheticClip("a.mp4").settings.events, {1, 14}, {1}, {}};
        labels.annotations.regions = {{1, 14, Seconds{2}, Seconds{4}}};
        labels.annotations.presence = {{1, 1, false, true}};
        labels.annotations.verdicts = {{1, 3, AuditStage::Sound, "Ada", VerdictValue::Unsure, "", 5}};
        labels.annotations.markedRegions = {{1, 1, "Ada", Seconds{6}, Seconds{7.5}, 5, std::nullopt}};
        track.setLabels(labels);
        QCOMPARE(track.rows(), (std::vector<int>{1, 3, 14}));
        QVERIFY(track.describe(1).contains(QStringLiteral("known not to be audible")));
        QVERIFY(track.describe(3).contains(QStringLiteral("Ada: unsure")));
        QVERIFY(track.describe(14).contains(QStringLiteral("labelled  ·  not tagged")));
        const TimeGeometry geometry(track, view.range());
        const int row = (track.sizeHint().height() - 2) / 3;
        const QString region = track.readOut({geometry.xOf(Seconds{3}), 2.5 * row});
        QCOMPARE(region, QStringLiteral("Truck  ·  region 2.00–4.00 s"));
        QVERIFY(track.readOut({geometry.xOf(Seconds{7}), 0.5 * row}).contains(QStringLiteral("marked by Ada")));
        QTest::mouseClick(&track, Qt::LeftButton, {}, QPoint(static_cast<int>(geometry.xOf(Seconds{1})), row / 2));
        QCOMPARE(view.event(), std::optional(1));
        QTest::keyClick(&track, Qt::Key_Down);
        QCOMPARE(view.event(), std::optional(3));
        QVERIFY(track.grab().size().isValid());
    }

    void curvesAreOfTheChosenAndTheHighest() {
        ViewState view;
        view.reset(Seconds{10});
        ActivationCurves curves(view);
        curves.resize(kShownTrackSize);
        curves.show();
        curves.setClip(std::make_shared<const ClipAnalysis>(test::syntheticClip("a.mp4")));
        QCOMPARE(curves.events().size(), ActivationCurves::kMostCurves);
        QCOMPARE(curves.events().front(), 1); // the one that is tagged
        view.setEvent(9);
        QCOMPARE(curves.events().front(), 9);
        curves.replot();
        const QPointF peak(curves.xAxis->coordToPixel(0.75), curves.yAxis->coordToPixel(0.9));
        QCOMPARE(curves.readOut(peak), QStringLiteral("Ambulance (siren)  ·  activation 0.920"));
        QTest::mouseClick(&curves, Qt::LeftButton, {}, peak.toPoint());
        QCOMPARE(view.event(), std::optional(1));
        curves.setClip(std::make_shared<const ClipAnalysis>(test::syntheticClip("a.mp4", {.crnn = true})));
        QVERIFY(curves.message().contains(QStringLiteral("File > Models…")));
        QVERIFY(curves.events().empty());
    }

    void maximaOfARecording() {
        const RecordingOverview recording = minuteWith(2);
        std::vector<float> maxima(17);
        maximaOver(recording, Seconds{0}, Seconds{20}, maxima);
        QVERIFY(std::abs(maxima[1] - 0.92F) < 1e-6F);
        maximaOver(recording, Seconds{10.7}, Seconds{10.8}, maxima); // event 1 peaks in step 7 of each window
        QVERIFY(std::abs(maxima[1] - 0.92F) < 1e-6F);
        maximaOver(recording, Seconds{30}, Seconds{40}, maxima);
        QVERIFY(std::isnan(maxima[1]));
    }

    void windowsOfARecordingAreMarkedAndOpened() {
        ViewState view;
        view.reset(Seconds{60});
        WindowsTrack track(view);
        track.resize(900, 40);
        track.setRecording(std::make_shared<const RecordingOverview>(minuteWith(2)));
        const TimeGeometry geometry(track, view.range());
        QVERIFY(track.readOut({geometry.xOf(Seconds{15}), 20}).contains(QStringLiteral("window 10–20 s")));
        QVERIFY(track.readOut({geometry.xOf(Seconds{45}), 20}).contains(QStringLiteral("not analysed")));
        QVERIFY(track.grab().size().isValid());
        QSignalSpy chosen(&track, &WindowsTrack::windowChosen);
        QTest::mouseClick(&track, Qt::LeftButton, {}, QPoint(static_cast<int>(geometry.xOf(Seconds{45})), 20));
        QCOMPARE(chosen.size(), 0);
        QTest::mouseClick(&track, Qt::LeftButton, {}, QPoint(static_cast<int>(geometry.xOf(Seconds{15})), 20));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().value<Seconds>(), Seconds{10});
    }

    void theFilmOfARecordingKeepsWhatWasSeen() {
        ViewState view;
        int decoded = 0;
        PictureStrip strip(
            [&decoded](const auto &media, Seconds start, const auto &times, int height, const auto &stop) {
                decoded += static_cast<int>(times.size()); // on the only thread that does
                return test::syntheticThumbnails(media, start, times, height, stop);
            },
            view);
        strip.resize(kShownTrackSize);
        strip.show();
        view.reset(Seconds{3600});
        strip.setRecording({"hour.mp4", Seconds{0}, Seconds{3600}}, true);
        const auto isThere = [&] {
            return strip.filmProgress().second > 0 && strip.filmProgress().first == strip.filmProgress().second;
        };
        QTRY_VERIFY(isThere());
        const int before = decoded;
        QCOMPARE(before, strip.filmProgress().second);
        view.setRange({Seconds{1000}, Seconds{2000}});
        QTRY_VERIFY(isThere());
        view.setRange({Seconds{0}, Seconds{3600}});
        QVERIFY(isThere()); // nothing to be decoded again
        strip.setRecording({"sound.wav", Seconds{0}, Seconds{3600}}, false);
        QVERIFY(strip.message().contains(QStringLiteral("no video track")));
    }

    void aRecordingFillsTheTracks() {
        ViewState view;
        ClipView tracks(test::syntheticSources(), view);
        tracks.resize(1000, 700);
        tracks.show();
        tracks.setRecording(std::make_shared<const RecordingOverview>(minuteWith(0)));
        QCOMPARE(view.duration(), Seconds{60});
        auto *activations = tracks.findChild<ActivationPlot *>(QStringLiteral("activationPlot"));
        QVERIFY(activations->message().contains(QStringLiteral("being analysed")));
        view.setRange({Seconds{5}, Seconds{25}});
        tracks.setRecording(std::make_shared<const RecordingOverview>(minuteWith(3)));
        QVERIFY(activations->message().isEmpty());
        QCOMPARE(view.range().lower, Seconds{5}); // what is looked at stays
        QVERIFY(tracks.findChild<WindowsTrack *>()->isVisible());
        activations->replot();
        const QPointF peak(activations->xAxis->coordToPixel(10.75), activations->yAxis->coordToPixel(1));
        QVERIFY2(activations->readOut(peak).contains(QStringLiteral("activation 0.9")),
                 qPrintable(activations->readOut(peak)));
        tracks.setRecording(nullptr);
        tracks.setClip(std::make_shared<const ClipAnalysis>(test::syntheticClip("street.mp4")));
        QVERIFY(!tracks.findChild<WindowsTrack *>()->isVisible());
        tracks.showTrack(QStringLiteral("waveform"), false);
        QVERIFY(!tracks.findChild<WaveformPlot *>()->isVisible());
        tracks.setCurves(true);
        QVERIFY(tracks.findChild<ActivationCurves *>()->isVisible());
        QVERIFY(!activations->isVisible());
    }

    void aWindowIsLoadedOnce() {
        std::atomic<int> loads = 0;
        RecordingService service(test::syntheticProbe, [&](const auto &media, Seconds start, const auto &) {
            ++loads;
            ClipAnalysis window = test::syntheticClip(media);
            window.start = start;
            return Result<ClipAnalysis>(std::move(window));
        });
        QSignalSpy probed(&service, &RecordingService::probed);
        QSignalSpy loaded(&service, &RecordingService::loaded);
        service.probe("hour.mp4");
        QVERIFY(probed.wait());
        QCOMPARE(probed.front().at(1).value<RecordingFacts>().duration, Seconds{3600});
        service.load("hour.mp4", Seconds{20});
        service.load("hour.mp4", Seconds{20});
        QVERIFY(loaded.wait());
        QCOMPARE(loaded.front().at(1).value<Seconds>(), Seconds{20});
        QCOMPARE(loads.load(), 1);
    }

private:
    QTemporaryDir settings_;
};

TAGSCOPE_WINDOW_TEST(TestTracks)
#include "tst_tracks.moc"
