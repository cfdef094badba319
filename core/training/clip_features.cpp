// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/clip_features.h"

#include "core/audio/clip_log_mel.h"
#include "core/base/try.h"
#include "core/media/audio_reader.h"
#include "core/media/media_info.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace tagscope {
namespace {

// A file without sound is a normal thing, one that cannot be read is a failure.
Omission whyNotOpened(const Clip &clip, const Error &error, const std::stop_token &stop) {
    if (error.kind == Error::Kind::Unreadable && sourceOf(clip).bytes > 0)
        return Omission::Unreadable;
    if (error.kind != Error::Kind::Unsupported)
        return Omission::Undecodable;
    const Result<MediaInfo> info = probeMedia(clip.media, stop);
    return info && !info->audio ? Omission::NoSound : Omission::Undecodable;
}

Result<std::vector<float>> samplesOf(AudioReader &reader, const Clip &clip, Seconds longest) {
    if (clip.start > Seconds(0))
        TAGSCOPE_TRY(reader.seek(clip.start));
    const double seconds = std::clamp(clip.duration.count(), 0.0, longest.count());
    std::vector<float> samples(static_cast<std::size_t>(std::llround(seconds * reader.sampleRate())));
    const std::size_t count = TAGSCOPE_TRY(reader.read(samples));
    samples.resize(count);
    return samples;
}

MadeFeatures asStored(const ClipLogMel &features, const FeatureFormat &format) {
    const NpyType type = npyTypeOf(format.precision);
    MadeFeatures made;
    made.soundFrames = features.soundFrames;
    appendNpyValues(made.bytes, type, features.values.values);
    std::vector<float> sound(features.soundFrames * format.bands());
    npyToFloats(type, std::as_bytes(std::span(made.bytes)), sound);
    made.sums = BandSums(format.bands());
    made.sums.add(sound);
    return made;
}

} // namespace

Result<std::variant<MadeFeatures, OmittedClip>> makeClipFeatures(const Clip &clip, const FeatureFormat &format,
                                                                 const LogMel &logMel, const std::stop_token &stop) {
    using Outcome = Result<std::variant<MadeFeatures, OmittedClip>>;
    const auto leaveOut = [&](Omission why, const std::string &reason) -> Outcome {
        if (stop.stop_requested())
            return cancelled();
        return OmittedClip{sourceOf(clip), why, reason};
    };
    std::error_code error;
    if (clip.media.empty())
        return leaveOut(Omission::NoMedia, "The recording of " + clip.name + " was not found.");
    if (!std::filesystem::exists(clip.media, error))
        return leaveOut(Omission::NoMedia, clip.media.string() + " is not there.");
    Result<AudioReader> reader = AudioReader::open(clip.media, format.logMel.sampleRate, stop);
    if (!reader && reader.error().kind == Error::Kind::Internal)
        return tl::unexpected(reader.error()); // there is no decoder at all, which no clip can help
    if (!reader)
        return leaveOut(whyNotOpened(clip, reader.error(), stop), reader.error().what());
    const Result<std::vector<float>> samples = samplesOf(*reader, clip, format.clipDuration);
    if (!samples)
        return leaveOut(Omission::Undecodable, samples.error().what());
    if (samples->empty())
        return leaveOut(Omission::NoSound,
                        clip.media.string() + " has no sound where the clip " + clip.name + " begins.");
    if (const SoundLevels levels = reader->takeLevels(); levels.isUnusable())
        return leaveOut(Omission::Unusable,
                        clip.media.string() +
                            (levels.doChannelsCancel()
                                 ? ": its channels cancel each other, and their average is nearly silent."
                                 : ": most of its samples are not numbers, or far beyond full scale."));
    const ClipLogMel features = TAGSCOPE_TRY(clipLogMel(logMel, *samples, format.clipDuration, stop));
    return asStored(features, format);
}

} // namespace tagscope
