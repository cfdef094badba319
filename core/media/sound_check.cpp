// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/sound_check.h"

#include "core/base/try.h"
#include "core/media/audio_reader.h"
#include "core/media/media_info.h"
#include "core/media/picture_reader.h"

#include <cmath>
#include <optional>
#include <string>

namespace tagscope {
namespace {

constexpr int kRate = 8000; // Hz: the levels are taken before resampling, so that the cheapest rate will do

constexpr Seconds kTail{1.0};
constexpr Seconds kCutOff{0.5};          // what streams of a whole file may differ by
constexpr Seconds kLongestTail{600};     // of a longer recording some formats would be decoded for seconds to get there
constexpr double kPicturesPerTail = 2.0; // a second

bool canBeOdd(const AudioStreamInfo &audio) {
    return audio.channels > 1 || audio.codec.starts_with("pcm_f");
}

std::string withTenths(Seconds time) {
    const long tenths = std::lround(10.0 * time.count());
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

// Where nothing more can be decoded; 0 where there is nothing at all from `from` on.
Result<Seconds> endOfSound(const MediaInfo &info, Seconds from, const std::stop_token &stop) {
    AudioReader reader = TAGSCOPE_TRY(AudioReader::open(info.file, kRate, stop));
    TAGSCOPE_TRY(reader.seek(from));
    std::vector<float> second(kRate);
    while (true) {
        const std::size_t count = TAGSCOPE_TRY(reader.read(second));
        const Seconds end(static_cast<double>(reader.position()) / kRate);
        if (count < second.size() || end + kCutOff >= info.duration)
            return count == 0 ? Seconds(0) : end;
    }
}

Result<bool> hasPictureAt(const MediaInfo &info, Seconds time, const std::stop_token &stop) {
    PictureReader reader = TAGSCOPE_TRY(PictureReader::open(info.file, kPicturesPerTail, stop));
    TAGSCOPE_TRY(reader.seek(std::lround(time.count() * kPicturesPerTail)));
    const std::optional<SampledPicture> picture = TAGSCOPE_TRY(reader.next());
    return picture.has_value();
}

// That nothing can be decoded where the file says that it still goes on; empty of a whole one.
Result<std::optional<Message>> brokenTail(const MediaInfo &info, const std::stop_token &stop) {
    const Seconds tail = info.duration - kCutOff - kTail;
    if (info.isDurationGuessed || tail <= Seconds(0) || info.duration > kLongestTail)
        return std::nullopt;
    Seconds end = TAGSCOPE_TRY(endOfSound(info, tail, stop));
    if (end + kCutOff >= info.duration)
        return std::nullopt;
    if (info.video) { // which may go on by itself
        const bool goesOn = TAGSCOPE_TRY(hasPictureAt(info, info.duration - kCutOff, stop));
        if (goesOn)
            return std::nullopt;
    }
    if (end == Seconds(0))
        end = TAGSCOPE_TRY(endOfSound(info, Seconds(0), stop));
    return Message("analysis.cut_off", withTenths(info.duration), withTenths(end));
}

} // namespace

Result<std::vector<Message>> checkSound(const std::filesystem::path &media, Seconds most, const std::stop_token &stop) {
    const MediaInfo info = TAGSCOPE_TRY(probeMedia(media, stop));
    if (!info.audio)
        return std::vector<Message>();
    std::vector<Message> notes;
    if (canBeOdd(*info.audio)) {
        AudioReader reader = TAGSCOPE_TRY(AudioReader::open(media, kRate, stop));
        std::vector<float> second(kRate);
        for (Seconds read{0}; read < most; read += Seconds(1)) {
            const std::size_t count = TAGSCOPE_TRY(reader.read(second));
            if (count < second.size())
                break;
        }
        notes = notesOf(reader.takeLevels());
    }
    std::optional<Message> broken = TAGSCOPE_TRY(brokenTail(info, stop));
    if (broken)
        notes.push_back(std::move(*broken));
    return notes;
}

} // namespace tagscope
