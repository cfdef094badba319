// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/sound_check.h"

#include "core/base/try.h"
#include "core/media/audio_reader.h"
#include "core/media/media_info.h"

namespace tagscope {
namespace {

constexpr int kRate = 8000; // Hz: the levels are taken before resampling, so that the cheapest rate will do

bool canBeOdd(const AudioStreamInfo &audio) {
    return audio.channels > 1 || audio.codec.starts_with("pcm_f");
}

} // namespace

Result<std::vector<Message>> checkSound(const std::filesystem::path &media, Seconds most, const std::stop_token &stop) {
    const MediaInfo info = TAGSCOPE_TRY(probeMedia(media, stop));
    if (!info.audio || !canBeOdd(*info.audio))
        return std::vector<Message>();
    AudioReader reader = TAGSCOPE_TRY(AudioReader::open(media, kRate, stop));
    std::vector<float> second(kRate);
    for (Seconds read{0}; read < most; read += Seconds(1)) {
        const std::size_t count = TAGSCOPE_TRY(reader.read(second));
        if (count < second.size())
            break;
    }
    return notesOf(reader.takeLevels());
}

} // namespace tagscope
