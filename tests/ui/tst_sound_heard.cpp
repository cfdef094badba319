// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard of loops, selections and other speeds: recorded behind a real sound server and compared, by
// correlation, with what was to be played.

#include "app/window/media_playback.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/ui/sound_server.h"
#include "ui/playback/device_output.h"
#include "ui/playback/playback.h"
#include "ui/playback/sound_thread.h"

#include <QApplication>
#include <numbers>
#include <numeric>
#include <random>
#include <span>

using namespace tagscope;
using namespace tagscope::test;
using namespace tagscope::ui;

namespace {

constexpr int kHeardRate = 48000;
constexpr double kPitch = 440.0;
constexpr double kStepSeconds = 0.2; // of the loudness of the tone

using Samples = std::vector<float>;

std::filesystem::path wavOf(const MadeMedia &media, const char *name, const Samples &samples) {
    const auto bytes = static_cast<std::uint32_t>(samples.size() * sizeof(float));
    std::string content = wavHeader(3, kHeardRate, 32, bytes);
    content.append(reinterpret_cast<const char *>(samples.data()), bytes);
    return media.write(name, content);
}

Samples whiteNoise(double seconds) {
    std::mt19937 generator(7);
    std::uniform_real_distribution<float> value(-0.5F, 0.5F);
    Samples samples(static_cast<std::size_t>(seconds * kHeardRate));
    std::ranges::generate(samples, [&] { return value(generator); });
    return samples;
}

// How loud the tone is at a time of the recording: never silent, and never twice the same course.
double loudnessAt(double seconds) {
    constexpr std::array kLevels{0.2, 0.7, 0.4, 0.8, 0.3, 0.6, 0.25, 0.5, 0.75, 0.35, 0.65};
    return kLevels[static_cast<std::size_t>(std::max(seconds, 0.0) / kStepSeconds) % kLevels.size()];
}

Samples steppedTone(double seconds) {
    Samples samples(static_cast<std::size_t>(seconds * kHeardRate));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double time = static_cast<double>(i) / kHeardRate;
        samples[i] = static_cast<float>(loudnessAt(time) * std::sin(2 * std::numbers::pi * kPitch * time));
    }
    return samples;
}

template <class Values, class Others>
double correlation(const Values &a, const Others &b) {
    double both = 0.0;
    double ofA = 0.0;
    double ofB = 0.0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        both += static_cast<double>(a[i]) * static_cast<double>(b[i]);
        ofA += static_cast<double>(a[i]) * static_cast<double>(a[i]);
        ofB += static_cast<double>(b[i]) * static_cast<double>(b[i]);
    }
    return ofA > 0 && ofB > 0 ? both / std::sqrt(ofA * ofB) : 0.0;
}

double loudness(std::span<const float> part) {
    return std::sqrt(std::inner_product(part.begin(), part.end(), part.begin(), 0.0) /
                     static_cast<double>(std::max<std::size_t>(part.size(), 1)));
}

// The sound without the silence around it.
std::span<const float> heardPart(const Samples &samples) {
    const auto isHeard = [](float sample) { return std::abs(sample) > 0.02F; };
    const auto first = std::ranges::find_if(samples, isHeard);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), isHeard).base();
    return first < last ? std::span<const float>(first, last) : std::span<const float>();
}

// Of a tone near kPitch: the period after which it is most like itself.
double pitchOf(std::span<const float> part) {
    double best = -1.0;
    std::size_t period = 1;
    for (auto lag = static_cast<std::size_t>(kHeardRate / (2.5 * kPitch)); lag < kHeardRate / (0.6 * kPitch); ++lag) {
        const double likeness = correlation(part.first(part.size() - 200), part.subspan(lag, part.size() - 200));
        if (likeness > best) {
            best = likeness;
            period = lag;
        }
    }
    return static_cast<double>(kHeardRate) / static_cast<double>(period);
}

double mean(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Of the loudness every 10 ms with what it was to be, at this speed and so much later; 1: the same course.
double courseLikeness(std::span<const float> heard, double speed, double late) {
    constexpr std::size_t kWindow = kHeardRate / 100;
    std::vector<double> is;
    std::vector<double> ought;
    for (std::size_t at = 0; at + kWindow <= heard.size(); at += kWindow) {
        is.push_back(loudness(heard.subspan(at, kWindow)));
        ought.push_back(loudnessAt((static_cast<double>(at + kWindow / 2) / kHeardRate - late) * speed));
    }
    for (std::vector<double> *values : {&is, &ought})
        for (const double middle = mean(*values); double &value : *values)
            value -= middle;
    return correlation(is, ought);
}

// Plays a recording through the system's sound device.
struct HeardPlayer {
    HeardPlayer(const std::filesystem::path &media, double duration) : playback(mediaPlayback(), view) {
        view.reset(Seconds{duration});
        playback.setClip(PlayedClip{media, Seconds{0}, Seconds{duration}, false});
    }
    ViewState view;
    Playback playback;
};

// What is heard from now on until so many seconds of it are there.
Samples listenFor(Listener &listener, double seconds) {
    Samples heard;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            const Samples more = listener.heardSince(1);
            heard.insert(heard.end(), more.begin(), more.end());
            const auto first = std::ranges::find_if(heard, [](float sample) { return std::abs(sample) > 0.02F; });
            return static_cast<double>(heard.end() - first) >= seconds * kHeardRate;
        },
        static_cast<int>(seconds * 1000) + kMostServerWait));
    return heard;
}

} // namespace

class TestSoundHeard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("tagscope-test"));
        if (!SoundServer::isInstalled())
            QSKIP("needs pulseaudio and pulseaudio-utils (packaging/setup.sh --tests)");
        server_ = std::make_unique<SoundServer>();
        if (!server_->start())
            QSKIP("pulseaudio cannot run here");
        qputenv("PULSE_SERVER", server_->socket().toUtf8());
        chooseMediaBackend();
        static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), QStringLiteral("first")}));
        SoundThread::instance();
        QTRY_COMPARE_WITH_TIMEOUT(SoundThread::instance().devices().size(), std::size_t{2}, kMostServerWait);
    }
    void cleanupTestCase() {
        QVERIFY(SoundThread::end());
        server_.reset();
    }

    void loopsHaveNoGap_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("until");
        QTest::newRow("of the clip") << 0.0 << 2.0;
        QTest::newRow("of a selection") << 0.3 << 0.8;
        QTest::newRow("of a short selection") << 1.1 << 1.15;
    }
    void loopsHaveNoGap() {
        QFETCH(double, from);
        QFETCH(double, until);
        const Samples recorded = whiteNoise(2.0);
        const auto first = static_cast<std::ptrdiff_t>(std::lround(from * kHeardRate));
        const auto length = static_cast<std::size_t>(std::lround((until - from) * kHeardRate));
        const Samples pass(recorded.begin() + first, recorded.begin() + first + static_cast<std::ptrdiff_t>(length));

        HeardPlayer player(wavOf(media_, "noise.wav", recorded), 2.0);
        Listener listener(*server_, QStringLiteral("first"));
        QVERIFY(listener.hasBegun());
        player.playback.loop(TimeRange{Seconds{from}, Seconds{until}});
        constexpr double kListened = 5.0;
        const Samples samples = listenFor(listener, kListened);
        player.playback.pause();
        const std::span<const float> heard = heardPart(samples);
        QVERIFY(heard.size() > static_cast<std::size_t>(4 * kHeardRate));
        // The first samples may be too soft to be told from silence.
        std::ptrdiff_t begin = 0;
        while (begin < 100 && std::abs(pass[static_cast<std::size_t>(begin)]) <= 0.02F)
            ++begin;
        std::size_t passes = 0;
        for (std::size_t at = length - static_cast<std::size_t>(begin); at + length <= heard.size(); at += length) {
            const double likeness = correlation(heard.subspan(at, length), pass);
            QVERIFY2(likeness > 0.9999, qPrintable(QStringLiteral("pass %1: %2").arg(passes + 2).arg(likeness)));
            ++passes;
        }
        qInfo("%zu passes of %.2f s: all where they belong, to the sample", passes, until - from);
        QVERIFY(passes > 0);
    }

    void otherSpeedsKeepThePitch_data() {
        QTest::addColumn<double>("speed");
        QTest::addColumn<double>("seconds");
        QTest::newRow("0.25") << 0.25 << 1.0;
        QTest::newRow("0.5") << 0.5 << 2.0;
        QTest::newRow("1") << 1.0 << 4.0;
        QTest::newRow("2") << 2.0 << 8.0;
    }
    void otherSpeedsKeepThePitch() {
        QFETCH(double, speed);
        QFETCH(double, seconds);
        HeardPlayer player(wavOf(media_, "tone.wav", steppedTone(seconds)), seconds);
        player.playback.setSpeed(speed);
        Listener listener(*server_, QStringLiteral("first"));
        QVERIFY(listener.hasBegun());
        player.playback.play(TimeRange{Seconds{0}, Seconds{seconds}});
        const double wanted = seconds / speed;
        const Samples samples = listenFor(listener, wanted + 0.5);
        const std::span<const float> heard = heardPart(samples);
        const double lasted = static_cast<double>(heard.size()) / kHeardRate;

        // No gap: nowhere is it softer than the softest step.
        constexpr std::size_t kShort = kHeardRate / 200;
        double softest = 1.0;
        for (std::size_t at = kShort; at + 2 * kShort <= heard.size(); at += kShort)
            softest = std::min(softest, loudness(heard.subspan(at, kShort)));
        std::vector<double> pitches;
        constexpr std::size_t kLong = kHeardRate / 20;
        for (std::size_t at = 0; at + kLong <= heard.size(); at += kLong)
            pitches.push_back(pitchOf(heard.subspan(at, kLong)));
        const auto offPitch =
            std::ranges::count_if(pitches, [](double pitch) { return std::abs(pitch - kPitch) > 0.015 * kPitch; });
        double likeness = -1.0;
        double late = 0.0;
        for (double by = -0.1; by <= 0.1; by += 0.005)
            if (const double now = courseLikeness(heard, speed, by); now > likeness) {
                likeness = now;
                late = by;
            }
        qInfo("%g x: %.3f s of %.3f, softest 5 ms %.3f, off pitch %td of %zu, course %.3f at %+.0f ms", speed, lasted,
              wanted, softest, offPitch, pitches.size(), likeness, late * 1000);
        QVERIFY(std::abs(lasted - wanted) < 0.06);
        QVERIFY(softest > 0.08); // 0.2 / sqrt(2) is the softest step; where two overlap in the stretching, less
        QVERIFY(offPitch <= static_cast<std::ptrdiff_t>(pitches.size()) / 20);
        QVERIFY(likeness > 0.9);
        QVERIFY(std::abs(late) < 0.05);
    }

private:
    MadeMedia media_;
    std::unique_ptr<SoundServer> server_;
};

TAGSCOPE_WINDOW_TEST(TestSoundHeard)
#include "tst_sound_heard.moc"
