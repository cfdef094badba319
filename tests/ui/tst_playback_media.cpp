// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/media_playback.h"
#include "core/media/audio_reader.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic_playback.h"
#include "tests/ui/warnings.h"
#include "ui/playback/playback.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <algorithm>
#include <cmath>
#include <random>
#include <thread>

using namespace tagscope;
using namespace tagscope::test;
using namespace tagscope::ui;

namespace {

constexpr int kMediaRate = SimulatedOutput::kRate;
constexpr double kMediaSample = 1.0 / kMediaRate;

// Plays a real file into a simulated device; its time passes only by turn().
struct MediaPlayer {
    MediaPlayer(const std::filesystem::path &media, double start, double duration) : playback(sources(), view) {
        view.reset(Seconds{duration});
        playback.setPictureSize({64, 36});
        playback.setClip(PlayedClip{media, Seconds{start}, Seconds{duration}});
    }

    PlaybackSources sources() {
        PlaybackSources made = mediaPlayback();
        made.output = [this] { return std::make_unique<SimulatedOutput>(log); };
        return made;
    }
    void turn(double seconds) {
        QElapsedTimer patience;
        patience.start();
        while (!playback.isAhead() && patience.elapsed() < 60'000)
            std::this_thread::yield();
        log.now += seconds;
        playback.advance();
    }

    SimulatedOutput::Log log;
    ViewState view;
    Playback playback;
};

// The presentation times of a file's pictures as ffprobe tells them.
std::vector<double> pictureTimes(const std::filesystem::path &media) {
    QProcess process;
    process.start(QStringLiteral("ffprobe"),
                  {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-select_streams"),
                   QStringLiteral("v"), QStringLiteral("-show_entries"), QStringLiteral("packet=pts_time"),
                   QStringLiteral("-of"), QStringLiteral("csv=p=0"), QString::fromStdString(media.string())});
    process.waitForFinished(60'000);
    std::vector<double> times;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n'))
        if (!line.trimmed().isEmpty())
            times.push_back(line.split(',').front().toDouble());
    std::ranges::sort(times);
    return times;
}

std::size_t onset(const std::vector<float> &samples, std::size_t after) {
    const auto from = samples.begin() + static_cast<std::ptrdiff_t>(std::min(after, samples.size()));
    return static_cast<std::size_t>(
        std::find_if(from, samples.end(), [](float sample) { return std::abs(sample) > 0.1F; }) - samples.begin());
}

std::vector<float> readDirectly(const std::filesystem::path &media, double from, double until) {
    Result<AudioReader> reader = AudioReader::open(media, kMediaRate);
    std::vector<float> samples(
        static_cast<std::size_t>(std::llround(until * kMediaRate) - std::llround(from * kMediaRate)));
    if (!reader || !reader->seek(Seconds{from}))
        return {};
    samples.resize(reader->read(samples).value_or(0));
    return samples;
}

constexpr const char *kBeeps = "-f lavfi -i aevalsrc=if(lt(mod(t\\,5)\\,0.05)\\,0.8*sin(2*PI*1000*t)\\,0):s=16000:d=";

} // namespace

class TestPlaybackMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    // Ten minutes of a variable picture rate, the sound beginning 1.5 s after the pictures: at each turn the picture on
    // the screen is the last that begins at or before the playhead, and the beeps are heard when they are due.
    void nothingDriftsInTenMinutes_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("codecs");
        QTest::newRow("Matroska") << QStringLiteral("a.mkv") << QStringLiteral("-c:v mpeg4 -c:a flac");
        QTest::newRow("MP4") << QStringLiteral("a.mp4")
                             << QStringLiteral("-c:v libx264 -preset ultrafast -bf 2 -g 60 -c:a aac");
    }

    void nothingDriftsInTenMinutes() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        QFETCH(QString, codecs);
        const double length = 600;
        const MadeMedia made;
        const auto file = made.make(
            name.toStdString(),
            "-f lavfi -i testsrc2=s=64x36:r=30:d=600 -itsoffset 1.5 " + std::string(kBeeps) +
                "598 -vf settb=1/1000,select=gt(random(3)\\,0.4)+eq(n\\,0) -vsync passthrough -enc_time_base 1/1000 "
                "-map 0:v -map 1:a -ar 16000 " +
                codecs.toStdString());
        QVERIFY(!file.empty());
        const std::vector<double> times = pictureTimes(file);
        QVERIFY(times.size() > 9000 && times.size() < 13'000);
        const double first = std::min(times.front(), 0.0); // the container's start is zero

        MediaPlayer player(file, 0, length);
        player.playback.playFrom(Seconds{0});
        player.turn(0.0);
        player.turn(0.0);
        std::mt19937 random(1);
        double worst = 0;
        for (int turns = 0; turns < 100'000; ++turns) {
            player.turn(0.015 + static_cast<double>(random() % 40) / 1000);
            if (!player.playback.isPlaying())
                break;
            const double playhead = player.view.playhead().count();
            const double shown = player.playback.picture()->time.count() + first;
            const auto due = std::ranges::upper_bound(times, playhead + first + 2 * kMediaSample);
            QVERIFY2(due == times.begin() || std::abs(*(due - 1) - shown) < 0.002 ||
                         (due - 1 != times.begin() && std::abs(*(due - 2) - shown) < 0.002 &&
                          *(due - 1) - playhead > -0.002),
                     qPrintable(QStringLiteral("%1 shows %2").arg(playhead).arg(shown)));
            worst = std::max(worst, playhead - shown);
        }
        QVERIFY(!player.playback.isPlaying());
        QVERIFY2(worst < 1.0, qPrintable(QString::number(worst)));
        QCOMPARE(player.log.underruns, 0);
        for (int beep = 1; beep < 119; ++beep) {
            const double expected = 5.0 * beep + 1.5;
            const double heard =
                static_cast<double>(onset(player.log.heard, static_cast<std::size_t>((expected - 1) * kMediaRate))) /
                kMediaRate;
            QVERIFY2(std::abs(heard - expected) < 0.010,
                     qPrintable(QStringLiteral("beep of %1 s at %2 s").arg(expected).arg(heard)));
        }
    }

    // What is heard of a stretch, and of each pass of a loop, is what the recording holds there, sample by sample.
    void stretchesAreExact_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("codec");
        QTest::newRow("WAV") << QStringLiteral("a.wav") << QStringLiteral("-c:a pcm_s16le");
        QTest::newRow("AAC") << QStringLiteral("a.m4a") << QStringLiteral("-c:a aac");
        QTest::newRow("Opus") << QStringLiteral("a.webm") << QStringLiteral("-ar 48000 -c:a libopus");
        QTest::newRow("MP3") << QStringLiteral("a.mp3") << QStringLiteral("-c:a libmp3lame");
    }

    void stretchesAreExact() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        QFETCH(QString, codec);
        const MadeMedia made;
        const auto file = made.make(
            name.toStdString(), "-f lavfi -i aevalsrc=0.4*sin(2*PI*(200+40*t)*t):s=16000:d=20 " + codec.toStdString());
        QVERIFY(!file.empty());
        const double from = 7.1234;
        const double until = 7.9;
        const std::vector<float> expected = readDirectly(file, from, until);
        QVERIFY(expected.size() > 6000);
        MediaPlayer player(file, 2, 15);
        player.playback.loop({Seconds{from - 2}, Seconds{until - 2}});
        for (int i = 0; i < 200; ++i)
            player.turn(0.02);
        QVERIFY(player.log.heard.size() > 4 * expected.size());
        for (std::size_t n = 0; n < 4 * expected.size(); ++n)
            QVERIFY2(std::abs(player.log.heard[n] - expected[n % expected.size()]) < 2e-4F,
                     qPrintable(QString::number(n)));
    }

    void slowSoundLastsLonger() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto file = made.make("a.wav", std::string(kBeeps) + "30 -c:a pcm_s16le");
        MediaPlayer player(file, 0, 30);
        player.playback.setSpeed(0.5);
        player.playback.play({Seconds{4}, Seconds{11}});
        double at5 = 0;
        double at10 = 0;
        const auto from = [&](double seconds) { return static_cast<std::size_t>(seconds * kMediaRate); };
        player.turn(0.0);
        const double begin = player.log.now;
        while (player.playback.isPlaying())
            player.turn(0.02);
        QVERIFY(std::abs(player.log.now - begin - 14) < 0.1);
        at5 = static_cast<double>(onset(player.log.heard, from(1))) / kMediaRate;
        at10 = static_cast<double>(onset(player.log.heard, from(11))) / kMediaRate;
        QVERIFY2(std::abs(at5 - 2) < 0.12, qPrintable(QString::number(at5)));
        QVERIFY2(std::abs(at10 - 12) < 0.12, qPrintable(QString::number(at10)));
    }

    // Forwards and back through pictures that depend on one another.
    void stepsThroughRealPictures() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto file = made.make("a.mp4", "-f lavfi -i testsrc2=s=64x36:r=25:d=20 -c:v libx264 -preset ultrafast "
                                             "-bf 3 -g 100");
        MediaPlayer player(file, 3, 10);
        const auto isAt = [&](int picture) {
            return std::abs(player.view.playhead().count() - picture / 25.0) < 1e-4 && player.playback.picture() &&
                   std::abs(player.playback.picture()->time.count() - 3 - picture / 25.0) < 1e-4;
        };
        player.view.setPlayhead(Seconds{2.01});
        QTRY_VERIFY(player.playback.picture() && std::abs(player.playback.picture()->time.count() - 5.0) < 1e-4);
        for (int i = 51; i < 75; ++i) {
            player.playback.stepPictures(1);
            QTRY_VERIFY(isAt(i));
        }
        for (int i = 73; i > 20; --i) {
            player.playback.stepPictures(-1);
            QTRY_VERIFY(isAt(i));
        }
    }
};

TAGSCOPE_WINDOW_TEST(TestPlaybackMedia)
#include "tst_playback_media.moc"
