// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/sound_worker.h"

#include "ui/playback/default_sink.h"

#include <QIODevice>
#include <QMediaDevices>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <utility>

namespace tagscope::ui {

namespace {

// Long enough for a machine that is busy, short enough to be dropped unheard.
constexpr double kDeviceSeconds = 0.3;
constexpr int kTurn = 5;                              // ms
constexpr std::chrono::milliseconds kMostAnswer{500}; // to a question that may be left without an answer
// Silence before the first sample: the server plays from the moment it has opened the stream, and what comes later than
// it is played is dropped (7 ms on an idle machine, 16 ms on a busy one).
constexpr std::size_t kLead = SoundStream::kSampleRate / 20;
constexpr qint64 kLeadMicroseconds = 1'000'000 * qint64{kLead} / SoundStream::kSampleRate;

QAudioFormat formatFor(const QAudioDevice &device) {
    QAudioFormat format = device.preferredFormat();
    format.setSampleRate(SoundStream::kSampleRate);
    format.setSampleFormat(QAudioFormat::Float);
    if (!device.isFormatSupported(format))
        format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

// The sides in the first two channels, in others silence; both together where there is one channel.
template <class Sample, class Convert>
void append(std::vector<char> &bytes, std::span<const SoundSample> samples, int channels, const Convert &convert) {
    for (const SoundSample &sample : samples)
        for (int channel = 0; channel < channels; ++channel) {
            const Sample value = convert(channels == 1  ? (sample.left + sample.right) / 2
                                         : channel == 0 ? sample.left
                                         : channel == 1 ? sample.right
                                                        : 0.0F);
            bytes.insert(bytes.end(), reinterpret_cast<const char *>(&value),
                         reinterpret_cast<const char *>(&value) + sizeof(Sample));
        }
}

std::vector<char> bytesOf(std::span<const SoundSample> samples, const QAudioFormat &format) {
    std::vector<char> bytes;
    bytes.reserve(samples.size() * static_cast<std::size_t>(format.bytesPerFrame()));
    if (format.sampleFormat() == QAudioFormat::Float)
        append<float>(bytes, samples, format.channelCount(), [](float sample) { return sample; });
    else
        append<qint16>(bytes, samples, format.channelCount(), [](float sample) {
            return static_cast<qint16>(
                std::lround(std::clamp(sample, -1.0F, 1.0F) * static_cast<float>(std::numeric_limits<qint16>::max())));
        });
    return bytes;
}

bool hasBroken(const QAudioSink &sink) {
    return sink.error() == QAudio::OpenError || sink.error() == QAudio::IOError || sink.error() == QAudio::FatalError;
}

} // namespace

SoundWorker::SoundWorker(SoundThread &owner) : owner_(owner) {}

SoundWorker::~SoundWorker() = default;

void SoundWorker::begin() {
    timer_ = std::make_unique<QTimer>();
    timer_->setTimerType(Qt::PreciseTimer);
    timer_->setInterval(kTurn);
    connect(timer_.get(), &QTimer::timeout, this, &SoundWorker::turn);
    devices_ = std::make_unique<QMediaDevices>();
    connect(devices_.get(), &QMediaDevices::audioOutputsChanged, this, &SoundWorker::reportDevices);
    reportDevices();
}

void SoundWorker::end() {
    timer_.reset();
    stream_.reset();
    sink_.reset();
    devices_.reset();
    QThread::currentThread()->quit();
}

void SoundWorker::reportDevices() {
    std::vector<SoundDevice> known;
    for (const QAudioDevice &device : QMediaDevices::audioOutputs())
        known.push_back({device.id(), device.description(), device.isDefault()});
    owner_.setDevices(std::move(known));
}

QAudioDevice SoundWorker::deviceFor(const QByteArray &chosen) const {
    const QList<QAudioDevice> devices = QMediaDevices::audioOutputs();
    const auto named = [&devices](const QByteArray &id) { return std::ranges::find(devices, id, &QAudioDevice::id); };
    if (const auto device = named(chosen); !chosen.isEmpty() && device != devices.end())
        return *device;
    if (const auto device = named(presentDefaultSink(kMostAnswer)); device != devices.end())
        return *device;
    return QMediaDevices::defaultAudioOutput();
}

void SoundWorker::useDevice(const QAudioDevice &device) {
    if (sink_ && device.id() == device_.id() && !hasBroken(*sink_))
        return;
    device_ = device;
    format_ = formatFor(device);
    sink_ = std::make_unique<QAudioSink>(device, format_);
    connect(sink_.get(), &QAudioSink::stateChanged, this, &SoundWorker::countUnderrun);
}

void SoundWorker::start(const std::shared_ptr<SoundStream> &stream, const QByteArray &chosen) {
    if (stream->isOver)
        return; // stopped before its turn came
    const QAudioDevice device = deviceFor(chosen);
    if (device.isNull() || formatFor(device).bytesPerFrame() <= 0) {
        stream->hasFailed = true;
        return;
    }
    stream_.reset(); // while the sink is stopped nothing of that is an underrun
    useDevice(device);
    sink_->reset();
    rest_.clear();
    isDry_ = true;
    // Qt keeps what the server granted in the place of what was asked for, a little less at each start.
    sink_->setBufferSize(format_.bytesForDuration(static_cast<qint64>(kDeviceSeconds * 1e6)));
    sink_->setVolume(QAudio::convertVolume(static_cast<float>(stream->volume), QAudio::LogarithmicVolumeScale,
                                           QAudio::LinearVolumeScale));
    input_ = sink_->start();
    if (input_ == nullptr || hasBroken(*sink_)) {
        stream->hasFailed = true;
        sink_.reset();
        return;
    }
    static_cast<void>(put(std::vector<SoundSample>(kLead)));
    stream_ = stream;
    stream_->lastSign = steadyMilliseconds();
    stream_->isOpen = true;
    timer_->start();
}

void SoundWorker::stop(const SoundStream &stream) {
    if (stream_.get() != &stream)
        return;
    timer_->stop();
    stream_.reset();
    input_ = nullptr;
    sink_->reset();
}

// Until then silence is played behind the end. A device is at most this far behind what it says.
void SoundWorker::finish(const std::shared_ptr<SoundStream> &stream) {
    constexpr int kMostBehind = 300; // ms
    QTimer::singleShot(kMostBehind, this, [this, stream] { stop(*stream); });
}

void SoundWorker::turn() {
    if (!stream_)
        return;
    stream_->lastSign = steadyMilliseconds();
    if (hasBroken(*sink_)) {
        stream_->hasFailed = true;
        timer_->stop();
        return;
    }
    sink_->setVolume(QAudio::convertVolume(static_cast<float>(stream_->volume), QAudio::LogarithmicVolumeScale,
                                           QAudio::LinearVolumeScale));
    feed();
    stream_->heardMicroseconds = std::max<qint64>(sink_->processedUSecs() - kLeadMicroseconds, 0);
}

void SoundWorker::feed() {
    if (!rest_.empty()) {
        const qint64 taken = input_->write(rest_.data(), static_cast<qint64>(rest_.size()));
        rest_.erase(rest_.begin(), rest_.begin() + std::max<qint64>(taken, 0));
        if (!rest_.empty())
            return;
    }
    const auto free = static_cast<std::size_t>(std::max<qsizetype>(sink_->bytesFree(), 0) / format_.bytesPerFrame());
    std::vector<SoundSample> samples = stream_->take(free);
    if (stream_->isEnding)
        samples.resize(free);
    if (!samples.empty()) {
        isDry_ = false;
        stream_->written += put(samples);
    }
}

// How many samples the device took; the bytes of one that it took in part follow with the next.
qint64 SoundWorker::put(std::span<const SoundSample> samples) {
    const std::vector<char> bytes = bytesOf(samples, format_);
    const qint64 taken = std::max<qint64>(input_->write(bytes.data(), static_cast<qint64>(bytes.size())), 0);
    rest_.assign(bytes.begin() + taken, bytes.end());
    return static_cast<qint64>(samples.size());
}

// Once for each time that the device had played everything it had.
void SoundWorker::countUnderrun() {
    if (stream_ && sink_->state() == QAudio::IdleState && sink_->error() == QAudio::UnderrunError &&
        !std::exchange(isDry_, true))
        ++stream_->underruns;
}

} // namespace tagscope::ui
