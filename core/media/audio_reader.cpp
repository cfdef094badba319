// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_reader.h"

#include "core/base/try.h"
#include "core/media/channel_average.h"
#include "core/media/mono_resampler.h"
#include "core/media/stream_source.h"
#include "core/media/time_axis.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <vector>

extern "C" {
#include <libavutil/frame.h>
}

namespace tagscope {
namespace {

// Timestamps may be this far from where counting samples leads before silence is put in, or samples are left out:
// containers round them to milliseconds, and recorders stamp when they get round to it. Tighter after damage, where a
// lost packet is to become silence.
constexpr double kJitterSeconds = 0.05;
constexpr double kJitterAfterDamageSeconds = 0.002;

constexpr double kReadOnSeconds = 10.0;      // forward seeks up to this far decode on
constexpr double kPrerollSeconds = 1.0;      // decoded before a seek's aim: MP3's reservoir, AAC's overlap, Opus' 80 ms
constexpr std::int64_t kSeamSamples = 8192;  // resampled before a seek's aim: many times the resampler's filter
constexpr double kLatestSampleSeconds = 1e7; // seeks are limited to four months
constexpr double kExactSeconds = 60.0;       // as far from the start decoding from there takes 0.1 s: no need for haste

} // namespace

// Positions are counted in samples of the input ("input") or of the output. What has been decoded goes frame by frame
// through the average and the resampler into `ready`.
struct AudioReader::State {
    State(std::filesystem::path path, int sampleRate, std::stop_token token, StreamSource opened, Mix wanted)
        : file(std::move(path)), outputRate(sampleRate), stop(std::move(token)), source(std::move(opened)),
          axis(source.facts().startSeconds), lanes(wanted == Mix::Stereo ? 2 : 1) {}

    std::filesystem::path file;
    int outputRate;
    std::stop_token stop;
    StreamSource source;
    TimeAxis axis;
    FfmpegPointer<AVFrame> frame = makeFrame();
    int frameUsed = 0;              // samples of the frame
    bool hasFrame = false;          // one that is not used up
    std::int64_t silence = 0;       // input samples to put in before the frame
    int inputRate = 0;              // 0 before the first frame
    std::int64_t inputPosition = 0; // of the next sample to average
    std::int64_t inputStart = 0;    // samples before it are not looked at
    // The average, or the left and the right side, which are resampled alike.
    struct Lane {
        std::optional<MonoResampler> resampler;
        std::vector<float> input;
        std::vector<float> ready;
    };
    std::vector<Lane> lanes;
    std::size_t readyUsed = 0;       // of each lane
    std::int64_t readyPosition = 0;  // output, of each lane's ready[readyUsed]
    std::int64_t outputPosition = 0; // of the next read()
    bool hasEnded = false;
    bool hasDecoded = false;
    SoundLevels levels;             // since they were taken last
    std::int64_t damagedBefore = 0; // found by sources since replaced
    std::int64_t damagedFrames = 0;
    std::int64_t damagedSeen = 0; // when the last frame came

    [[nodiscard]] std::int64_t damaged() const { return damagedBefore + damagedFrames + source.damagedPackets(); }
    [[nodiscard]] Result<void> step();
    [[nodiscard]] Result<void> decode();
    void place();
    void changeRate(int rate);
    void pass(std::int64_t count, bool isSilence);
    void mixInto(std::size_t count, bool isSilence);
    [[nodiscard]] bool hasReady() const { return !lanes.front().ready.empty(); }
    void endResampling();
    [[nodiscard]] std::size_t take(std::span<float> samples);
    [[nodiscard]] Result<std::size_t> read(std::span<float> samples);
    [[nodiscard]] Result<void> seek(Seconds time, bool isHasty);
    [[nodiscard]] bool seekByTimestamp(std::int64_t start, bool isHasty);
    [[nodiscard]] Result<void> startAgain();
    void beginAt(std::int64_t start);
};

// Moves things on by one block, so that stopping is noticed between blocks.
Result<void> AudioReader::State::step() {
    if (stop.stop_requested())
        return cancelled();
    if (silence > 0) {
        pass(silence, true);
    } else if (hasFrame) {
        pass(frame->nb_samples - frameUsed, false);
    } else {
        return decode();
    }
    return {};
}

Result<void> AudioReader::State::decode() {
    const bool got = TAGSCOPE_TRY(source.next(*frame));
    if (!got) {
        hasEnded = true;
        endResampling();
        return {};
    }
    if (!hasReadableSamples(*frame)) {
        ++damagedFrames;
        return {};
    }
    if (frame->sample_rate != inputRate)
        changeRate(frame->sample_rate);
    hasDecoded = true;
    hasFrame = true;
    frameUsed = 0;
    place();
    return {};
}

// Where the new frame lies: it goes on, or silence comes before it, or it overlaps what came before.
void AudioReader::State::place() {
    const double expected = static_cast<double>(inputPosition) / inputRate;
    const double time = axis.place(source.timestampOf(*frame), expected);
    const bool isIntact = damaged() == damagedSeen && inputPosition > 0;
    damagedSeen = damaged();
    if (std::abs(time - expected) <= (isIntact ? kJitterSeconds : kJitterAfterDamageSeconds) && inputPosition > 0)
        return;
    const std::int64_t ahead = std::llround(time * inputRate) - inputPosition;
    silence = std::max<std::int64_t>(ahead, 0);
    frameUsed = static_cast<int>(std::clamp<std::int64_t>(-ahead, 0, frame->nb_samples));
    hasFrame = frameUsed < frame->nb_samples;
}

// Rare: streams may change their rate on the way. What follows is aligned to the nearest sample only.
void AudioReader::State::changeRate(int rate) {
    if (inputRate > 0) {
        endResampling();
        const double factor = static_cast<double>(rate) / inputRate;
        inputPosition = std::llround(static_cast<double>(inputPosition) * factor);
        inputStart = std::max(inputStart, inputPosition);
        const std::int64_t step = MonoResampler::alignment(rate, outputRate);
        inputStart = (inputStart + step - 1) / step * step;
    }
    inputRate = rate;
}

void AudioReader::State::endResampling() {
    for (Lane &lane : lanes) {
        if (lane.resampler)
            lane.resampler->finish(lane.ready);
        lane.resampler.reset();
    }
}

void AudioReader::State::mixInto(std::size_t count, bool isSilence) {
    for (Lane &lane : lanes) {
        lane.input.resize(count);
        if (isSilence)
            std::fill(lane.input.begin(), lane.input.end(), 0.0F);
    }
    if (isSilence)
        return;
    if (lanes.size() == 1)
        averageChannels(*frame, frameUsed, lanes.front().input, levels);
    else
        leftAndRight(*frame, frameUsed, lanes.front().input, lanes.back().input);
}

// Hands over up to one block of silence or of the frame.
void AudioReader::State::pass(std::int64_t count, bool isSilence) {
    if (inputPosition < inputStart) {
        count = std::min(count, inputStart - inputPosition);
    } else {
        count = std::min<std::int64_t>(count, MonoResampler::blockSamples(inputRate, outputRate));
        mixInto(static_cast<std::size_t>(count), isSilence);
        if (!lanes.front().resampler) {
            for (Lane &lane : lanes) {
                lane.resampler.emplace(inputRate, outputRate, inputPosition);
                lane.ready.clear();
            }
            readyUsed = 0;
            readyPosition = lanes.front().resampler->firstOutput();
        }
        for (Lane &lane : lanes)
            lane.resampler->resample(lane.input, lane.ready);
    }
    inputPosition += count;
    if (isSilence) {
        silence -= count;
    } else {
        frameUsed += static_cast<int>(count);
        hasFrame = frameUsed < frame->nb_samples;
    }
}

// What is ready from the output position on.
std::size_t AudioReader::State::take(std::span<float> samples) {
    const std::size_t size = lanes.front().ready.size();
    const auto left = static_cast<std::int64_t>(size - readyUsed);
    const std::int64_t early = std::clamp<std::int64_t>(outputPosition - readyPosition, 0, left);
    readyUsed += static_cast<std::size_t>(early);
    readyPosition += early;
    const std::size_t count = std::min(samples.size() / lanes.size(), size - readyUsed);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        for (std::size_t i = 0; i < count; ++i)
            samples[i * lanes.size() + lane] = lanes[lane].ready[readyUsed + i];
    readyUsed += count;
    readyPosition += static_cast<std::int64_t>(count);
    outputPosition += static_cast<std::int64_t>(count);
    if (readyUsed == size) {
        for (Lane &lane : lanes)
            lane.ready.clear();
        readyUsed = 0;
    }
    return count;
}

Result<std::size_t> AudioReader::State::read(std::span<float> samples) {
    const std::size_t wanted = samples.size() / lanes.size();
    std::size_t count = 0;
    while (count < wanted) {
        if (stop.stop_requested())
            return cancelled();
        count += take(samples.subspan(count * lanes.size()));
        if (count == wanted || (hasEnded && !hasReady()))
            break;
        if (!hasReady()) {
            TAGSCOPE_TRY(step());
        }
    }
    if (hasEnded && !hasDecoded)
        return tl::unexpected(source.nothingDecoded());
    return count;
}

// Forgets what is under way; the next samples that are looked at begin at `start`.
void AudioReader::State::beginAt(std::int64_t start) {
    inputStart = start;
    for (Lane &lane : lanes) {
        lane.resampler.reset();
        lane.ready.clear();
    }
    readyUsed = 0;
}

Result<void> AudioReader::State::startAgain() {
    StreamSource opened = TAGSCOPE_TRY(StreamSource::open(file, StreamKind::Audio, stop));
    damagedBefore += source.damagedPackets();
    source = std::move(opened);
    axis = TimeAxis(source.facts().startSeconds);
    damagedSeen = damaged();
    hasFrame = false;
    silence = 0;
    inputPosition = 0;
    hasEnded = false;
    return {};
}

// False where the position after seeking is not certain; then only startAgain() helps.
bool AudioReader::State::seekByTimestamp(std::int64_t start, bool isHasty) {
    const double time = static_cast<double>(start) / inputRate - kPrerollSeconds;
    const bool isTrusted = source.isSeekable() || (isHasty && time > kExactSeconds && source.hasPacketTimes());
    if (time <= 0.0 || !axis.isUnbroken() || !isTrusted || !source.seekBefore(axis.timestampAt(time)))
        return false;
    hasFrame = false;
    silence = 0;
    hasEnded = false;
    const Result<bool> got = source.next(*frame);
    if (!got || !*got || !hasReadableSamples(*frame) || frame->sample_rate != inputRate)
        return false;
    const std::optional<double> timestamp = source.timestampOf(*frame);
    if (!timestamp)
        return false;
    inputPosition = std::llround((*timestamp - axis.timestampAt(0.0)) * inputRate);
    if (inputPosition < 0 || inputPosition > start)
        return false;
    damagedSeen = damaged();
    frameUsed = 0;
    hasFrame = frame->nb_samples > 0;
    return true;
}

Result<void> AudioReader::State::seek(Seconds time, bool isHasty) {
    const double wanted = std::isfinite(time.count()) ? std::clamp(time.count(), 0.0, kLatestSampleSeconds) : 0.0;
    const std::int64_t aim = std::llround(wanted * outputRate);
    if (aim == outputPosition)
        return {};
    // The first frame tells the rate, and whether the timestamps can be trusted.
    while (!hasDecoded && !hasEnded) {
        TAGSCOPE_TRY(step());
    }
    if (!hasDecoded)
        return tl::unexpected(source.nothingDecoded());
    const bool isAhead = aim > outputPosition;
    outputPosition = aim;
    const std::int64_t aligned = MonoResampler::alignment(inputRate, outputRate);
    const std::int64_t input = std::llround(static_cast<double>(aim) / outputRate * inputRate);
    const std::int64_t start = std::max<std::int64_t>(input - kSeamSamples, 0) / aligned * aligned;
    if (isAhead && start <= std::max(inputPosition, inputStart))
        return {}; // take() drops what lies before the aim
    const bool isNear = static_cast<double>(start - inputPosition) <= kReadOnSeconds * inputRate;
    const bool canDecodeOn = isAhead && (isNear || hasEnded);
    if (canDecodeOn && hasEnded)
        return {};
    beginAt(start);
    if (canDecodeOn || seekByTimestamp(start, isHasty))
        return {};
    return startAgain();
}

Result<AudioReader> AudioReader::open(const std::filesystem::path &file, int sampleRate, std::stop_token stop,
                                      Mix mix) {
    if (sampleRate < 1 || sampleRate > kMaxSampleRate)
        return fail(Error::Kind::Inconsistent, "media.bad_sample_rate");
    try {
        StreamSource source = TAGSCOPE_TRY(StreamSource::open(file, StreamKind::Audio, stop));
        return AudioReader(std::make_unique<State>(file, sampleRate, std::move(stop), std::move(source), mix));
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, {"media.no_memory_to_open", file.filename()});
    }
}

AudioReader::AudioReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
AudioReader::AudioReader(AudioReader &&) noexcept = default;
AudioReader &AudioReader::operator=(AudioReader &&) noexcept = default;
AudioReader::~AudioReader() = default;

Result<void> AudioReader::seek(Seconds time) {
    try {
        return state_->seek(time, false);
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "media.no_memory_for_sound");
    }
}

Result<void> AudioReader::seekQuickly(Seconds time) {
    try {
        return state_->seek(time, true);
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "media.no_memory_for_sound");
    }
}

Result<std::size_t> AudioReader::read(std::span<float> samples) {
    try {
        return state_->read(samples);
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "media.no_memory_for_sound");
    }
}

int AudioReader::sampleRate() const {
    return state_->outputRate;
}

std::int64_t AudioReader::position() const {
    return state_->outputPosition;
}

SoundLevels AudioReader::takeLevels() {
    return std::exchange(state_->levels, {});
}

std::int64_t AudioReader::damagedPackets() const {
    return state_->damaged();
}

} // namespace tagscope
