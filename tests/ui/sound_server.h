// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/sound_output.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

// Sound servers of a test's own, with devices that nobody hears, and what is heard of those.
namespace tagscope::test {

inline constexpr int kMostServerWait = 10000; // ms; only a test that fails waits so long
inline constexpr int kToneSamples = 4800;
inline constexpr float kTone = 0.5F;

// PulseAudio, or PipeWire in its place: both have a device "first" of one channel and "second" of two.
class SoundServer {
public:
    enum class Kind { PulseAudio, PipeWire };

    explicit SoundServer(Kind kind = Kind::PulseAudio) : kind_(kind) {
        QDir(folder_.path()).mkpath(QStringLiteral("pulse"));
    }
    SoundServer(const SoundServer &) = delete;
    SoundServer &operator=(const SoundServer &) = delete;
    ~SoundServer() { stop(); }

    [[nodiscard]] static bool isInstalled(Kind kind = Kind::PulseAudio) {
        const QStringList programs =
            kind == Kind::PulseAudio
                ? QStringList{QStringLiteral("pulseaudio"), QStringLiteral("parec"), QStringLiteral("pactl")}
                : QStringList{QStringLiteral("pipewire"),    QStringLiteral("pipewire-pulse"),
                              QStringLiteral("wireplumber"), QStringLiteral("dbus-run-session"),
                              QStringLiteral("parec"),       QStringLiteral("pactl")};
        return std::ranges::none_of(programs,
                                    [](const QString &name) { return QStandardPaths::findExecutable(name).isEmpty(); });
    }
    [[nodiscard]] QString socket() const { return folder_.filePath(QStringLiteral("pulse/native")); }
    [[nodiscard]] bool start() { return kind_ == Kind::PulseAudio ? startPulseAudio() : startPipeWire(); }
    void stop() {
        for (auto program = programs_.rbegin(); program != programs_.rend(); ++program) {
            (*program)->terminate();
            if (!(*program)->waitForFinished(kMostServerWait))
                (*program)->kill();
            (*program)->waitForFinished(kMostServerWait);
        }
        programs_.clear();
        QFile::remove(socket());
    }
    // Neither answers nor ends.
    void freeze() const { ::kill(static_cast<pid_t>(programs_.front()->processId()), SIGSTOP); }
    void thaw() const { ::kill(static_cast<pid_t>(programs_.front()->processId()), SIGCONT); }
    // pactl's answer; empty where there is none.
    [[nodiscard]] QByteArray ask(const QStringList &command) const {
        QProcess pactl;
        pactl.start(QStringLiteral("pactl"), QStringList{QStringLiteral("-s"), socket()} + command);
        return pactl.waitForFinished(kMostServerWait) && pactl.exitCode() == 0 ? pactl.readAllStandardOutput() + ' '
                                                                               : QByteArray();
    }

private:
    static QStringList sink(const QString &name, int channels) {
        return {QStringLiteral("module-null-sink"), QStringLiteral("sink_name=%1").arg(name),
                QStringLiteral("rate=48000"), QStringLiteral("channels=%1").arg(channels),
                QStringLiteral("format=float32le")};
    }
    bool run(const QString &program, const QStringList &arguments) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder_.path());
        environment.insert(QStringLiteral("HOME"), folder_.path());
        environment.remove(QStringLiteral("PULSE_SERVER"));
        programs_.push_back(std::make_unique<QProcess>());
        programs_.back()->setProcessEnvironment(environment);
        programs_.back()->setStandardOutputFile(QProcess::nullDevice());
        programs_.back()->setStandardErrorFile(QProcess::nullDevice());
        programs_.back()->start(program, arguments);
        return programs_.back()->waitForStarted(kMostServerWait);
    }
    [[nodiscard]] bool answers() const {
        return QTest::qWaitFor([this] { return !ask({QStringLiteral("info")}).isEmpty(); }, kMostServerWait);
    }
    bool startPulseAudio() {
        return run(QStringLiteral("pulseaudio"),
                   {QStringLiteral("-n"), QStringLiteral("--daemonize=no"), QStringLiteral("--exit-idle-time=-1"),
                    QStringLiteral("--use-pid-file=no"), QStringLiteral("--disable-shm=yes"), QStringLiteral("-L"),
                    QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=") + socket(),
                    QStringLiteral("-L"), sink(QStringLiteral("first"), 1).join(QLatin1Char(' ')), QStringLiteral("-L"),
                    sink(QStringLiteral("second"), 2).join(QLatin1Char(' '))}) &&
               answers();
    }
    bool startPipeWire() {
        return run(QStringLiteral("pipewire"), {}) &&
               QTest::qWaitFor([this] { return QFile::exists(folder_.filePath(QStringLiteral("pipewire-0"))); },
                               kMostServerWait) &&
               run(QStringLiteral("dbus-run-session"), {QStringLiteral("wireplumber")}) &&
               run(QStringLiteral("pipewire-pulse"), {}) && answers() &&
               !ask(QStringList{QStringLiteral("load-module")} + sink(QStringLiteral("first"), 1)).isEmpty() &&
               !ask(QStringList{QStringLiteral("load-module")} + sink(QStringLiteral("second"), 2)).isEmpty();
    }

    Kind kind_;
    QTemporaryDir folder_;
    std::vector<std::unique_ptr<QProcess>> programs_;
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
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
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
    // Since the last call, channels in turn.
    [[nodiscard]] std::vector<float> heardSince(std::size_t channels) {
        rest_ += parec_.readAllStandardOutput();
        const std::size_t whole = static_cast<std::size_t>(rest_.size()) / (channels * sizeof(float));
        std::vector<float> samples(whole * channels);
        std::memcpy(samples.data(), rest_.constData(), samples.size() * sizeof(float));
        rest_.remove(0, static_cast<qsizetype>(samples.size() * sizeof(float)));
        return samples;
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

    QProcess parec_;
    QByteArray rest_; // of a sample that has not come whole
    qsizetype heard_ = 0;
    bool hasBegun_ = false;
};

// A tone to its end, and what comes until it was heard; the milliseconds until the device began, or -1.
inline qint64 playTone(ui::SoundOutput &output, int afterwards = 400, ui::SoundSample loudness = {kTone, kTone}) {
    output.start();
    std::vector<ui::SoundSample> tone(kToneSamples);
    for (std::size_t i = 0; i < tone.size(); ++i)
        tone[i] = i % 96 < 48 ? loudness : ui::SoundSample{-loudness.left, -loudness.right};
    std::size_t sent = 0;
    qint64 begun = -1;
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < kMostServerWait && !output.hasFailed()) {
        std::vector<ui::SoundSample> next(output.room()); // silence behind the end, as playback has it
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

// Plays the tone again and again, each time until all of it was heard; how long the device took each time to begin.
// Ends, with fewer of those, where one was not heard whole, or the device had nothing to play.
inline std::vector<qint64> startManyTimes(ui::SoundOutput &output, Listener &listener, int starts) {
    std::vector<qint64> latencies;
    for (int start = 0; start < starts; ++start) {
        const qint64 latency = playTone(output, 0);
        const qsizetype whole = qsizetype{start + 1} * kToneSamples;
        static_cast<void>(QTest::qWaitFor([&] { return listener.toneHeard() >= whole; }, 3000));
        if (const qsizetype heard = listener.toneHeard(); latency < 0 || output.underruns() > 0 || heard != whole) {
            qWarning("start %d: begun after %lld ms, %d underruns, %lld samples of %lld", start + 1, latency,
                     output.underruns(), static_cast<long long>(heard), static_cast<long long>(whole));
            break;
        }
        latencies.push_back(latency);
    }
    return latencies;
}

// The buffer is as long at the last starts as at the first: medians of twenty each.
inline bool hasSameLatencyAtLast(std::vector<qint64> latencies) {
    constexpr std::ptrdiff_t kSome = 20;
    std::ranges::sort(latencies.begin(), latencies.begin() + kSome);
    std::ranges::sort(latencies.end() - kSome, latencies.end());
    const qint64 first = latencies[kSome / 2];
    const qint64 last = *(latencies.end() - kSome / 2);
    qInfo("begins after %lld ms, at last after %lld ms", first, last);
    return std::abs(first - last) < 100;
}

} // namespace tagscope::test
