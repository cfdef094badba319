// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/device_output.h"

#include "ui/playback/silent_output.h"
#include "ui/playback/smooth_clock.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QFileInfo>
#include <QIODevice>
#include <QMediaDevices>
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace tagscope::ui {

namespace {

// Long enough for a window that is held up (a file dialog, a busy machine), short enough to be dropped unheard.
constexpr Seconds kBuffer{0.3};

// Qt asks PulseAudio (or PipeWire in its place), and complains aloud where nobody answers.
bool hasSoundServer() {
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

QAudioFormat formatOf(const QAudioDevice &device) {
    QAudioFormat format = device.preferredFormat();
    format.setSampleFormat(QAudioFormat::Float);
    if (!device.isFormatSupported(format))
        format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

Seconds steadyTime() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

class DeviceOutput : public SoundOutput {
public:
    explicit DeviceOutput(const QAudioDevice &device) : format_(formatOf(device)), sink_(device, format_) {}

    [[nodiscard]] int sampleRate() const override { return format_.sampleRate(); }

    void start() override {
        stop();
        written_ = 0;
        // Qt keeps what the server granted in the place of what was asked for, a little less at each start.
        sink_.setBufferSize(format_.bytesForDuration(static_cast<qint64>(kBuffer.count() * 1e6)));
        device_ = sink_.start(); // the sink's own
        clock_.start(steadyTime());
    }

    void stop() override {
        device_ = nullptr;
        sink_.reset();
    }

    [[nodiscard]] std::size_t room() override {
        return device_ == nullptr ? 0 : static_cast<std::size_t>(sink_.bytesFree() / format_.bytesPerFrame());
    }

    void write(std::span<const float> samples) override {
        if (device_ == nullptr)
            return;
        const auto channels = static_cast<std::size_t>(format_.channelCount());
        const qint64 bytes =
            format_.sampleFormat() == QAudioFormat::Float
                ? put<float>(samples, channels, [](float sample) { return sample; })
                : put<qint16>(samples, channels, [](float sample) {
                      return static_cast<qint16>(std::lround(std::clamp(sample, -1.0F, 1.0F) *
                                                             static_cast<float>(std::numeric_limits<qint16>::max())));
                  });
        written_ += std::max<qint64>(bytes, 0) / format_.bytesPerFrame();
    }

    [[nodiscard]] std::int64_t played() override {
        const Seconds reported{static_cast<double>(sink_.processedUSecs()) / 1e6};
        const Seconds limit{static_cast<double>(written_) / sampleRate()};
        return std::llround(clock_.read(steadyTime(), std::min(reported, limit), limit).count() * sampleRate());
    }

    void setVolume(double volume) override {
        sink_.setVolume(QAudio::convertVolume(static_cast<float>(volume), QAudio::LogarithmicVolumeScale,
                                              QAudio::LinearVolumeScale));
    }

    [[nodiscard]] bool isSilent() const override { return false; }

    [[nodiscard]] bool hasFailed() const override {
        return sink_.error() == QAudio::OpenError || sink_.error() == QAudio::IOError ||
               sink_.error() == QAudio::FatalError;
    }

private:
    // The same in all channels; how many bytes the device took.
    template <class Sample, class Convert>
    qint64 put(std::span<const float> samples, std::size_t channels, const Convert &convert) {
        std::vector<Sample> all;
        all.reserve(samples.size() * channels);
        for (const float sample : samples)
            all.insert(all.end(), channels, convert(sample));
        return device_->write(reinterpret_cast<const char *>(all.data()),
                              static_cast<qint64>(all.size() * sizeof(Sample)));
    }

    QAudioFormat format_;
    QAudioSink sink_;
    QIODevice *device_ = nullptr;
    std::int64_t written_ = 0;
    SmoothClock clock_;
};

} // namespace

std::unique_ptr<SoundOutput> deviceOutput() {
    if (!hasSoundServer())
        return std::make_unique<SilentOutput>();
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull() || formatOf(device).bytesPerFrame() <= 0 || formatOf(device).sampleRate() <= 0)
        return std::make_unique<SilentOutput>();
    return std::make_unique<DeviceOutput>(device);
}

void chooseMediaBackend() {
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
}

} // namespace tagscope::ui
