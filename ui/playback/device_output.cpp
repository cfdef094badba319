// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/device_output.h"

#include "ui/playback/silent_output.h"
#include "ui/playback/smooth_clock.h"
#include "ui/playback/sound_thread.h"
#include "ui/playback/sound_worker.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope::ui {

namespace {

// Qt asks PulseAudio (or PipeWire in its place), and complains aloud where nobody answers.
bool isServerThere() {
#ifdef Q_OS_LINUX
    if (qEnvironmentVariableIsSet("PULSE_SERVER"))
        return true;
    const QStringList sockets{qEnvironmentVariable("PULSE_RUNTIME_PATH") + QStringLiteral("/native"),
                              qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/pulse/native"),
                              QStringLiteral("/var/run/pulse/native")};
    return std::ranges::any_of(sockets, [](const QString &socket) { return QFileInfo::exists(socket); });
#else
    return true;
#endif
}

Seconds steadyTime() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

// The window's end of a stream, which never waits for the other.
class DeviceOutput : public SoundOutput {
public:
    ~DeviceOutput() override { DeviceOutput::stop(); }

    [[nodiscard]] int sampleRate() const override { return SoundStream::kSampleRate; }

    void start() override {
        stop();
        written_ = 0;
        hasBegun_ = false;
        stream_ = SoundThread::instance().start(volume_);
    }

    void stop() override {
        if (stream_)
            SoundThread::instance().stop(std::exchange(stream_, nullptr));
    }

    void finish() override {
        if (stream_)
            SoundThread::instance().finish(std::exchange(stream_, nullptr));
    }

    [[nodiscard]] std::size_t room() override { return stream_ ? stream_->room() : 0; }

    void write(std::span<const SoundSample> samples) override {
        if (!stream_)
            return;
        stream_->write(samples);
        written_ += static_cast<std::int64_t>(samples.size());
    }

    [[nodiscard]] std::int64_t played() override {
        if (!stream_ || !stream_->isOpen)
            return 0;
        const Seconds now = steadyTime();
        if (!std::exchange(hasBegun_, true))
            clock_.start(now);
        const Seconds reported{static_cast<double>(stream_->heardMicroseconds) / 1e6};
        const Seconds limit{static_cast<double>(stream_->written) / sampleRate()};
        return std::llround(clock_.read(now, std::min(reported, limit), limit).count() * sampleRate());
    }

    void setVolume(double volume) override {
        volume_ = volume;
        if (stream_)
            stream_->volume = volume;
    }

    [[nodiscard]] bool isSilent() const override { return false; }

    [[nodiscard]] bool hasFailed() const override {
        return stream_ &&
               (stream_->hasFailed || steadyMilliseconds() - stream_->lastSign > SoundThread::kMostMilliseconds);
    }

    [[nodiscard]] int underruns() const override { return stream_ ? stream_->underruns.load() : 0; }

private:
    std::shared_ptr<SoundStream> stream_; // null while stopped
    std::int64_t written_ = 0;
    double volume_ = 1.0;
    bool hasBegun_ = false;
    SmoothClock clock_;
};

} // namespace

bool endSound() {
    return SoundThread::end();
}

bool hasSoundServer() {
    return isServerThere();
}

std::unique_ptr<SoundOutput> deviceOutput() {
    if (!hasSoundServer() || SoundThread::instance().isHung())
        return std::make_unique<SilentOutput>();
    return std::make_unique<DeviceOutput>();
}

void chooseMediaBackend() {
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
}

} // namespace tagscope::ui
