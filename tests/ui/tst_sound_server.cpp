// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "ui/playback/device_output.h"
#include "ui/playback/sound_thread.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

// Sound through a real sound server of the test's own, with devices that nobody hears.
using namespace tagscope::ui;

namespace {

constexpr int kMostServerWait = 10000; // ms; only a test that fails waits so long
constexpr int kToneSamples = 4800;
constexpr float kTone = 0.5F;

class SoundServer {
public:
    SoundServer() { QDir(folder_.path()).mkpath(QStringLiteral("pulse")); }
    ~SoundServer() { stop(); }

    [[nodiscard]] static bool isInstalled() {
        return !QStandardPaths::findExecutable(QStringLiteral("pulseaudio")).isEmpty() &&
               !QStandardPaths::findExecutable(QStringLiteral("parec")).isEmpty();
    }
    [[nodiscard]] QString socket() const { return folder_.filePath(QStringLiteral("pulse/native")); }
    [[nodiscard]] bool start() {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder_.path());
        environment.insert(QStringLiteral("HOME"), folder_.path());
        environment.remove(QStringLiteral("PULSE_SERVER"));
        server_.setProcessEnvironment(environment);
        server_.start(QStringLiteral("pulseaudio"),
                      {QStringLiteral("-n"), QStringLiteral("--daemonize=no"), QStringLiteral("--exit-idle-time=-1"),
                       QStringLiteral("--use-pid-file=no"), QStringLiteral("--disable-shm=yes"), QStringLiteral("-L"),
                       QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=") + socket(),
                       QStringLiteral("-L"), sink(QStringLiteral("first"), 1), QStringLiteral("-L"),
                       sink(QStringLiteral("second"), 2)});
        return server_.waitForStarted(kMostServerWait) &&
               QTest::qWaitFor([this] { return !ask({QStringLiteral("info")}).isEmpty(); }, kMostServerWait);
    }
    void stop() {
        server_.terminate();
        if (!server_.waitForFinished(kMostServerWait))
            server_.kill();
        server_.waitForFinished(kMostServerWait);
        QFile::remove(socket());
    }
    // Neither answers nor ends.
    void freeze() const { ::kill(static_cast<pid_t>(server_.processId()), SIGSTOP); }
    void thaw() const { ::kill(static_cast<pid_t>(server_.processId()), SIGCONT); }
    // pactl's answer; empty where there is none.
    [[nodiscard]] QByteArray ask(const QStringList &command) const {
        QProcess pactl;
        pactl.start(QStringLiteral("pactl"), QStringList{QStringLiteral("-s"), socket()} + command);
        return pactl.waitForFinished(kMostServerWait) && pactl.exitCode() == 0 ? pactl.readAllStandardOutput() + ' '
                                                                               : QByteArray();
    }

private:
    static QString sink(const QString &name, int channels) {
        return QStringLiteral("module-null-sink sink_name=%1 rate=48000 channels=%2 format=float32le")
            .arg(name)
            .arg(channels);
    }

    QTemporaryDir folder_;
    QProcess server_;
};

// What is heard of a device.
class Listener {
public:
    Listener(const SoundServer &server, const QString &device, int channels = 1) {
        parec_.start(QStringLiteral("parec"),
                     {QStringLiteral("-s"), server.socket(), QStringLiteral("-d"), device + QStringLiteral(".monitor"),
                      QStringLiteral("--raw"), QStringLiteral("--format=float32le"), QStringLiteral("--rate=48000"),
                      QStringLiteral("--channels=%1").arg(channels), QStringLiteral("--latency-msec=20")});
        hasBegun_ = parec_.waitForReadyRead(kMostServerWait);
    }
    ~Listener() {
        parec_.kill();
        parec_.waitForFinished(kMostServerWait);
    }
    [[nodiscard]] bool hasBegun() const { return hasBegun_; }
    // Samples of the tone since the beginning.
    [[nodiscard]] qsizetype toneHeard() {
        const std::vector<float> samples = heardSince(1);
        return heard_ += std::ranges::count_if(samples, isOfTone);
    }
    // Of two channels, the left and the right one, since the last call.
    [[nodiscard]] std::pair<qsizetype, qsizetype> toneOfSides() {
        const std::vector<float> samples = heardSince(2);
        std::pair<qsizetype, qsizetype> sides;
        for (std::size_t i = 0; i + 1 < samples.size(); i += 2) {
            sides.first += isOfTone(samples[i]) ? 1 : 0;
            sides.second += isOfTone(samples[i + 1]) ? 1 : 0;
        }
        return sides;
    }

private:
    [[nodiscard]] static bool isOfTone(float sample) { return std::abs(std::abs(sample) - kTone) < 0.01F; }
    [[nodiscard]] std::vector<float> heardSince(std::size_t channels) {
        rest_ += parec_.readAllStandardOutput();
        const std::size_t whole = static_cast<std::size_t>(rest_.size()) / (channels * sizeof(float));
        std::vector<float> samples(whole * channels);
        std::memcpy(samples.data(), rest_.constData(), samples.size() * sizeof(float));
        rest_.remove(0, static_cast<qsizetype>(samples.size() * sizeof(float)));
        return samples;
    }

    QProcess parec_;
    QByteArray rest_; // of a sample that has not come whole
    qsizetype heard_ = 0;
    bool hasBegun_ = false;
};

// A tone to its end, and what comes until it was heard; the milliseconds until the device began, or -1.
qint64 playTone(SoundOutput &output, int afterwards = 400, SoundSample loudness = {kTone, kTone}) {
    output.start();
    std::vector<SoundSample> tone(kToneSamples);
    for (std::size_t i = 0; i < tone.size(); ++i)
        tone[i] = i % 96 < 48 ? loudness : SoundSample{-loudness.left, -loudness.right};
    std::size_t sent = 0;
    qint64 begun = -1;
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < kMostServerWait && !output.hasFailed()) {
        std::vector<SoundSample> next(output.room()); // silence behind the end, as playback has it
        const std::size_t now = std::min(next.size(), tone.size() - sent);
        std::copy_n(tone.begin() + static_cast<std::ptrdiff_t>(sent), now, next.begin());
        sent += now;
        output.write(next);
        const std::int64_t played = output.played();
        if (begun < 0 && played > 0)
            begun = clock.elapsed();
        if (played >= kToneSamples)
            break;
        QTest::qWait(5);
    }
    const bool hasFailed = output.hasFailed();
    output.finish();
    QTest::qWait(afterwards);
    return hasFailed ? -1 : begun;
}

} // namespace

class TestSoundServer : public QObject {
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
        SoundThread::instance();
        QTRY_COMPARE_WITH_TIMEOUT(SoundThread::instance().devices().size(), std::size_t{2}, kMostServerWait);
    }
    void cleanupTestCase() {
        QVERIFY(SoundThread::end());
        server_.reset();
    }

    void aHundredStartsAreHeardWhole() {
        Listener listener(*server_, QStringLiteral("first"));
        QVERIFY(listener.hasBegun());
        static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), QStringLiteral("first")}));
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        QVERIFY(!output->isSilent());
        std::vector<qint64> latencies;
        constexpr int kStarts = 100;
        for (int start = 0; start < kStarts; ++start) {
            latencies.push_back(playTone(*output, 0));
            QVERIFY(latencies.back() >= 0);
            QCOMPARE(output->underruns(), 0);
            const qsizetype whole = qsizetype{start + 1} * kToneSamples;
            static_cast<void>(QTest::qWaitFor([&] { return listener.toneHeard() >= whole; }, 3000));
            QCOMPARE(listener.toneHeard(), whole);
        }
        // The buffer is as long at the last start as at the first.
        std::ranges::sort(latencies.begin(), latencies.begin() + 20);
        std::ranges::sort(latencies.end() - 20, latencies.end());
        qInfo("begins after %lld ms, at last after %lld ms", latencies[10], *(latencies.end() - 10));
        QVERIFY(std::abs(latencies[10] - *(latencies.end() - 10)) < 100);
    }

    void eachSideIsHeardOnItsOwn() {
        static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), QStringLiteral("second")}));
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        Listener listener(*server_, QStringLiteral("second"), 2);
        QVERIFY(listener.hasBegun());
        for (const bool isLeft : {true, false}) {
            QVERIFY(playTone(*output, 0, isLeft ? SoundSample{kTone, 0.0F} : SoundSample{0.0F, kTone}) >= 0);
            std::pair<qsizetype, qsizetype> sides;
            static_cast<void>(QTest::qWaitFor(
                [&] {
                    const auto [left, right] = listener.toneOfSides();
                    sides = {sides.first + left, sides.second + right};
                    return sides.first + sides.second >= kToneSamples;
                },
                3000));
            QCOMPARE(isLeft ? sides.first : sides.second, qsizetype{kToneSamples});
            QCOMPARE(isLeft ? sides.second : sides.first, qsizetype{0});
        }
        static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), QStringLiteral("first")}));
    }

    void theChosenDeviceIsUsedWhileItIsThere() {
        Listener second(*server_, QStringLiteral("second"));
        QVERIFY(second.hasBegun());
        SoundThread::instance().choose("second"); // the default is the first
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        QVERIFY(playTone(*output) >= 0);
        QTRY_COMPARE_WITH_TIMEOUT(second.toneHeard(), qsizetype{kToneSamples}, 3000);
        SoundThread::instance().choose("gone");
        Listener first(*server_, QStringLiteral("first"));
        QVERIFY(first.hasBegun());
        QVERIFY(playTone(*output) >= 0);
        QTRY_COMPARE_WITH_TIMEOUT(first.toneHeard(), qsizetype{kToneSamples}, 3000);
        SoundThread::instance().choose({});
    }

    void aNewDefaultIsUsedAtTheNextStart() {
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        for (const QString &name : {QStringLiteral("second"), QStringLiteral("first")}) {
            static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), name}));
            Listener listener(*server_, name);
            QVERIFY(listener.hasBegun());
            QVERIFY(playTone(*output) >= 0);
            QTRY_COMPARE_WITH_TIMEOUT(listener.toneHeard(), qsizetype{kToneSamples}, 3000);
        }
    }

    void aDeviceThatWentStopsNothing() {
        SoundThread::instance().choose("second");
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        QVERIFY(playTone(*output) >= 0);
        QVERIFY(!server_->ask({QStringLiteral("unload-module"), moduleOf("second")}).isEmpty());
        QElapsedTimer clock;
        clock.start();
        output->start();
        QVERIFY2(clock.elapsed() < 100, "starting waits for the server");
        output->stop();
        SoundThread::instance().choose({});
        Listener first(*server_, QStringLiteral("first"));
        QVERIFY(first.hasBegun());
        QVERIFY(playTone(*deviceOutput()) >= 0);
        QTRY_COMPARE_WITH_TIMEOUT(first.toneHeard(), qsizetype{kToneSamples}, 3000);
    }

    // The window goes on: what plays says that it failed, and is silent from then on.
    void aServerThatHangsStopsNothing() {
        std::unique_ptr<SoundOutput> output = deviceOutput();
        server_->freeze();
        QElapsedTimer clock;
        clock.start();
        output->start();
        output->write(std::vector<SoundSample>(100));
        static_cast<void>(output->played());
        QVERIFY2(clock.elapsed() < 100, "starting waits for the server");
        QTRY_VERIFY_WITH_TIMEOUT(output->hasFailed(), kMostServerWait);
        clock.restart();
        output->stop();
        output.reset();
        const std::unique_ptr<SoundOutput> next = deviceOutput();
        QVERIFY2(clock.elapsed() < 100, "stopping waits for the server");
        server_->thaw();
        QTRY_VERIFY_WITH_TIMEOUT(!SoundThread::instance().isHung(), kMostServerWait);
        QVERIFY(playTone(*deviceOutput()) >= 0);
    }

    void itPlaysAfterTheServerWasRestarted() {
        server_->stop();
        QVERIFY(server_->start());
        QTRY_COMPARE_WITH_TIMEOUT(SoundThread::instance().devices().size(), std::size_t{2}, 3 * kMostServerWait);
        Listener listener(*server_, QStringLiteral("first"));
        static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), QStringLiteral("first")}));
        QTest::qWait(300);
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        // What finds its server gone says so. Qt looks for the new server after 3 s.
        QVERIFY(QTest::qWaitFor([&] { return playTone(*output) >= 0; }, kMostServerWait));
        QTRY_COMPARE_WITH_TIMEOUT(listener.toneHeard(), qsizetype{kToneSamples}, 3000);
    }

private:
    [[nodiscard]] QString moduleOf(const char *sink) const {
        for (const QByteArray &line :
             server_->ask({QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("modules")}).split('\n'))
            if (line.contains(QByteArray("sink_name=") + sink))
                return QString::fromUtf8(line.split('\t').first());
        return {};
    }

    std::unique_ptr<SoundServer> server_;
};

TAGSCOPE_WINDOW_TEST(TestSoundServer)
#include "tst_sound_server.moc"
