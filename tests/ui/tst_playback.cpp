// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic_playback.h"
#include "tests/ui/warnings.h"
#include "ui/playback/playback.h"
#include "ui/playback/silent_output.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <cmath>
#include <random>
#include <thread>

using namespace tagscope;
using namespace tagscope::ui;
using test::SimulatedOutput;

namespace {

constexpr int kRate = SimulatedOutput::kRate;
constexpr double kTurn = 0.016;
constexpr double kSample = 1.0 / kRate;

// A playback whose time passes only by turn().
struct Player {
    explicit Player(PlayedClip clip, test::PictureTimes times = test::steadyTimes(25, 700))
        : Player(clip,
                 test::syntheticPlayback(std::move(times), [this] { return std::make_unique<SimulatedOutput>(log); })) {
    }

    Player(const PlayedClip &clip, PlaybackSources sources) : playback(std::move(sources), view) {
        view.reset(clip.duration);
        playback.setPictureSize({64, 36});
        playback.setClip(clip);
    }

    void turn(double seconds = kTurn) {
        QElapsedTimer patience;
        patience.start();
        while (!playback.isAhead() && patience.elapsed() < 10'000)
            std::this_thread::yield();
        log.now += seconds;
        playback.advance();
    }
    void turnFor(double seconds) {
        turn(0.0); // the first one starts the clock
        for (const double end = log.now + seconds; log.now < end - 1e-9 && playback.isPlaying();)
            turn(std::min(kTurn, end - log.now));
    }
    // The picture that is shown is the one of the playhead.
    [[nodiscard]] bool isInStep() const {
        const std::optional<ShownImage> &shown = playback.picture();
        const Seconds at = start + view.playhead();
        return shown && at.count() >= shown->time.count() - kSample && at.count() <= shown->until.count() + kSample;
    }

    SimulatedOutput::Log log;
    Seconds start{0};
    ViewState view;
    Playback playback;
};

// As they are in the recording, from a time on.
std::vector<float> places(double from, std::size_t count) {
    std::vector<float> samples;
    for (std::size_t n = 0; n < count; ++n)
        samples.push_back(test::placeValue(std::llround(from * kRate) + static_cast<std::int64_t>(n)));
    return samples;
}

std::vector<float> heardBegin(const SimulatedOutput::Log &log, std::size_t count) {
    return {log.heard.begin(), log.heard.begin() + static_cast<std::ptrdiff_t>(std::min(count, log.heard.size()))};
}

PlayedClip clipOf(double start, double duration) {
    return {"street.mp4", Seconds{start}, Seconds{duration}};
}

} // namespace

class TestPlayback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    // Ten minutes of pictures that come as they like, seen by a window that gets its turns as it can: at every turn
    // the picture on the screen is the one of the playhead, and the playhead is where the sound is.
    void nothingDriftsInTenMinutes_data() {
        QTest::addColumn<double>("speed");
        QTest::newRow("as recorded") << 1.0;
        QTest::newRow("slow") << 0.75;
        QTest::newRow("fast") << 2.0;
    }

    void nothingDriftsInTenMinutes() {
        QFETCH(double, speed);
        Player player(clipOf(0, 600), test::unsteadyTimes(600));
        player.playback.setSpeed(speed);
        player.playback.playFrom(Seconds{0});
        player.turn(0.0);
        player.turn(0.0);
        std::mt19937 random(1);
        double worst = 0.0;
        const double begin = player.log.now;
        for (int turns = 0; player.playback.isPlaying() && turns < 100'000; ++turns) {
            player.turn(0.010 + static_cast<double>(random() % 50) / 1000);
            if (!player.playback.isPlaying())
                break;
            const double playhead = player.view.playhead().count();
            QVERIFY2(player.isInStep(), qPrintable(QString::number(playhead)));
            worst = std::max(worst, std::abs(playhead - (player.log.now - begin) * speed));
        }
        QVERIFY2(worst < 2 * kSample * speed, qPrintable(QString::number(worst)));
        QCOMPARE(player.view.playhead().count(), 600.0);
        QCOMPARE(player.log.underruns, 0);
        QVERIFY(std::abs(player.log.now - begin - 600 / speed) < 0.1);
    }

    // A clip in the middle of a recording, to the sample.
    void everySampleIsHeardInItsPlace() {
        Player player(clipOf(123.4, 5));
        player.start = Seconds{123.4};
        player.playback.playFrom(Seconds{1.25});
        player.turnFor(10);
        QVERIFY(!player.playback.isPlaying());
        QCOMPARE(heardBegin(player.log, 30'000), places(124.65, 30'000));
        QCOMPARE(player.view.playhead().count(), 5.0);
        QVERIFY(std::ranges::all_of(player.log.heard.begin() + 30'000, player.log.heard.end(),
                                    [](float sample) { return sample == 0.0F; }));
    }

    void spaceAtTheEndBeginsAgain() {
        Player player(clipOf(0, 1));
        player.playback.playFrom(Seconds{0.9});
        player.turnFor(0.3);
        QVERIFY(!player.playback.isPlaying());
        player.playback.toggle();
        QVERIFY(player.playback.isPlaying());
        QCOMPARE(player.view.playhead().count(), 0.0);
        player.turnFor(0.2);
        player.playback.toggle();
        QVERIFY(!player.playback.isPlaying());
        QVERIFY(std::abs(player.view.playhead().count() - 0.2) < 1e-6);
        player.playback.toggle(); // goes on
        QVERIFY(std::abs(player.view.playhead().count() - 0.2) < 1e-6);
    }

    void seekWhilePlaying() {
        Player player(clipOf(0, 60));
        player.playback.playFrom(Seconds{0});
        player.turnFor(0.5);
        player.view.setPlayhead(Seconds{40});
        QVERIFY(player.playback.isPlaying());
        player.turnFor(1.0);
        QVERIFY(std::abs(player.view.playhead().count() - 41.0) < 2 * kSample);
        QVERIFY(player.isInStep());
        const auto after = static_cast<std::size_t>(0.5 * kRate); // what was not heard was dropped
        QCOMPARE(std::vector<float>(player.log.heard.begin() + static_cast<std::ptrdiff_t>(after),
                                    player.log.heard.begin() + static_cast<std::ptrdiff_t>(after) + 1000),
                 places(40, 1000));
    }

    void aStretchIsPlayedOnceAndThePlayheadReturns() {
        Player player(clipOf(10, 20));
        player.start = Seconds{10};
        player.view.setPlayhead(Seconds{7});
        player.playback.play({Seconds{2.5}, Seconds{2.6}});
        player.turnFor(0.05);
        QVERIFY(player.playback.isPlaying() && player.isInStep());
        player.turnFor(1);
        QVERIFY(!player.playback.isPlaying());
        QCOMPARE(player.view.playhead().count(), 7.0);
        QCOMPARE(heardBegin(player.log, 800), places(12.5, 800));
        QVERIFY(player.log.heard.size() == 800 || player.log.heard[800] == 0.0F);
        QTRY_COMPARE(player.playback.picture()->time.count(), 17.0);
    }

    // Pass after pass without a gap, and each picture with its sound.
    void loopsHaveNoSeam() {
        Player player(clipOf(0, 20), test::unsteadyTimes(20));
        player.playback.loop({Seconds{3.0}, Seconds{3.33}});
        player.turn(0.0);
        player.turn(0.0);
        for (int i = 0; i < 200; ++i) {
            player.turn(0.021);
            QVERIFY(player.isInStep());
            QVERIFY(player.view.playhead() >= Seconds{3.0} && player.view.playhead() < Seconds{3.33});
        }
        QVERIFY(player.playback.isLooping());
        const std::vector<float> pass = places(3.0, 2640);
        for (std::size_t n = 0; n < 12 * pass.size(); ++n)
            QCOMPARE(player.log.heard[n], pass[n % pass.size()]);
        QCOMPARE(player.log.starts, 1);
        player.view.setPlayhead(Seconds{3.1}); // inside: goes on looping from there
        player.turnFor(0.1);
        QVERIFY(player.playback.isLooping());
        QVERIFY(std::abs(player.view.playhead().count() - 3.2) < 2 * kSample);
        player.view.setPlayhead(Seconds{8}); // outside: plays on from there
        player.turnFor(0.1);
        QVERIFY(player.playback.isPlaying() && !player.playback.isLooping());
    }

    void speedChangesOnTheWay() {
        Player player(clipOf(0, 60), test::unsteadyTimes(60));
        player.playback.playFrom(Seconds{0});
        double expected = 0;
        for (const double speed : kSpeeds) {
            player.playback.setSpeed(speed);
            player.turnFor(1.0);
            expected += speed;
            QVERIFY(player.isInStep());
            QVERIFY2(std::abs(player.view.playhead().count() - expected) < 0.001, qPrintable(QString::number(speed)));
        }
        player.playback.setSpeed(17);
        QCOMPARE(player.playback.speed(), 2.0);
    }

    void playsSilentlyWithoutADevice() {
        double now = 5;
        Player player(clipOf(0, 3), test::syntheticPlayback(test::steadyTimes(25, 3), [&now] {
                          return std::make_unique<SilentOutput>([&now] { return Seconds{now}; });
                      }));
        QVERIFY(!player.playback.hasSoundDevice());
        player.playback.playFrom(Seconds{0});
        player.turn();
        for (int i = 0; i < 100; ++i) {
            now += 0.01;
            player.turn();
            QVERIFY(player.isInStep());
        }
        QVERIFY(std::abs(player.view.playhead().count() - 1.0) < 0.001);
    }

    void aDeviceThatIsUnpluggedIsDoneWithout() {
        Player player(clipOf(0, 10));
        QSignalSpy notes(&player.playback, &Playback::notesChanged);
        player.playback.playFrom(Seconds{0});
        player.turnFor(0.5);
        player.log.isUnplugged = true;
        player.turn();
        QVERIFY(player.playback.isPlaying());
        QVERIFY(!player.playback.hasSoundDevice());
        QCOMPARE(notes.size(), 1);
        QVERIFY(player.view.playhead() >= Seconds{0.4});
        player.log.isUnplugged = false;
        player.playback.pause();
        player.playback.toggle(); // it is back
        QVERIFY(player.playback.hasSoundDevice());
    }

    void playsWhatThereIs() {
        SimulatedOutput::Log log;
        PlaybackSources sources = test::syntheticPlayback(test::steadyTimes(25, 10),
                                                          [&log] { return std::make_unique<SimulatedOutput>(log); });
        sources.sound = [](const auto &, int, const auto &) -> Result<std::unique_ptr<SoundSource>> {
            return fail(Error::Kind::Unsupported, plainText("street.mp4 has no audio track."));
        };
        sources.pictures = [](const auto &, const auto &) -> Result<std::unique_ptr<PictureSource>> {
            return fail(Error::Kind::Unsupported, plainText("street.mp4 has no video track."));
        };
        ViewState view;
        view.reset(Seconds{10});
        Playback playback(sources, view);
        playback.setClip(clipOf(0, 10));
        QTRY_COMPARE(playback.pictureNote(), QStringLiteral("street.mp4 has no video track."));
        playback.stepPictures(1); // of the sampling grid
        QVERIFY(std::abs(view.playhead().count() - 1.0 / 24) < 1e-9);
        playback.playFrom(Seconds{0});
        for (int i = 0; i < 1000 && view.playhead() < Seconds{1}; ++i) {
            QTest::qSleep(1);
            log.now += 0.01;
            playback.advance();
        }
        QVERIFY(view.playhead() >= Seconds{1});
        QCOMPARE(playback.soundNote(), QStringLiteral("street.mp4 has no audio track."));
        QVERIFY(std::ranges::all_of(log.heard, [](float sample) { return sample == 0.0F; }));
    }

    void stepsGoToTheRecordingsOwnPictures() {
        const test::PictureTimes times = test::unsteadyTimes(30);
        Player player(clipOf(times[20], 10), times);
        const auto isAt = [&](std::size_t picture) {
            return std::abs(player.view.playhead().count() - (times[picture] - times[20])) < 1e-9 &&
                   player.playback.picture() && player.playback.picture()->time.count() == times[picture];
        };
        QTRY_VERIFY(isAt(20));
        for (std::size_t i = 21; i < 30; ++i) {
            player.playback.stepPictures(1);
            QTRY_VERIFY(isAt(i));
        }
        for (int i = 0; i < 5; ++i)
            player.playback.stepPictures(-1); // faster than they are decoded
        QTRY_VERIFY(isAt(24));
        for (int i = 0; i < 20; ++i)
            player.playback.stepPictures(-1); // stays in the clip
        QTRY_VERIFY(isAt(20));
        QTest::qWait(50);
        QVERIFY(isAt(20));
        player.playback.playFrom(Seconds{1});
        player.turnFor(0.2);
        player.playback.stepPictures(1); // stops playing
        QVERIFY(!player.playback.isPlaying());
    }

    // While the playhead is dragged about, the picture of its last place comes.
    void theLatestPlaceIsShown() {
        const test::PictureTimes times = test::unsteadyTimes(30);
        Player player(clipOf(0, 30), times);
        for (int i = 0; i < 300; ++i)
            player.view.setPlayhead(Seconds{static_cast<double>(i % 29)});
        player.view.setPlayhead(Seconds{17.7});
        QTRY_VERIFY(player.isInStep());
    }

    void anotherClipStopsAtOnce() {
        Player player(clipOf(0, 10));
        QSignalSpy playing(&player.playback, &Playback::playingChanged);
        player.playback.playFrom(Seconds{0});
        player.turnFor(0.5);
        player.playback.setClip(clipOf(0, 10)); // the same
        QVERIFY(player.playback.isPlaying());
        playing.clear();
        player.playback.setClip(PlayedClip{"other.mp4", Seconds{0}, Seconds{10}});
        QVERIFY(!player.playback.isPlaying());
        QVERIFY(!player.log.isRunning);
        QVERIFY(!player.playback.picture());
        QCOMPARE(playing.size(), 1);
        player.playback.setClip(std::nullopt);
        player.playback.toggle();
        player.playback.play({Seconds{1}, Seconds{2}});
        player.playback.stepPictures(1);
        QVERIFY(!player.playback.isPlaying());
    }

    void hostileStretches() {
        Player player(clipOf(0, 10));
        player.playback.play({Seconds{3}, Seconds{3}});
        QVERIFY(!player.playback.isPlaying());
        player.playback.play({Seconds{8}, Seconds{1000}});
        player.turnFor(3);
        QVERIFY(!player.playback.isPlaying());
        player.playback.playFrom(Seconds{-5});
        player.turnFor(0.1);
        QVERIFY(std::abs(player.view.playhead().count() - 0.1) < 0.001);
        player.playback.loop({Seconds{2}, Seconds{2.00001}}); // less than a sample
        player.turnFor(0.1);
        QVERIFY(player.playback.isLooping());
    }
};

TAGSCOPE_WINDOW_TEST(TestPlayback)
#include "tst_playback.moc"
