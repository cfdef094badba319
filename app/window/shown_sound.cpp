// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shown_sound.h"

#include "core/media/audio_reader.h"
#include "core/media/media_info.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tagscope {

namespace {

// Above it nobody hears anything, and below it a spectrogram would have no room for speech.
constexpr int kHighestRate = 48000;
constexpr int kLowestRate = 8000;

constexpr std::size_t kPiece = 1 << 15; // samples: under a second

} // namespace

Result<std::vector<Message>> decodeSound(const std::filesystem::path &media, Seconds start, Seconds duration,
                                         const ui::ReceiveSamples &receive, const std::stop_token &stop) {
    const Result<MediaInfo> info = probeMedia(media, stop);
    if (!info)
        return tl::unexpected(info.error());
    if (!info->audio)
        return fail(Error::Kind::Unsupported, {"media.no_audio_track", media.filename()});
    const int rate = std::clamp(info->audio->sampleRate, kLowestRate, kHighestRate);
    Result<AudioReader> reader = AudioReader::open(media, rate, stop);
    if (!reader)
        return tl::unexpected(reader.error());
    if (start.count() > 0.0) {
        if (Result<void> sought = reader->seek(start); !sought)
            return tl::unexpected(sought.error());
    }
    auto left = static_cast<std::int64_t>(std::llround(duration.count() * rate));
    std::vector<float> piece(kPiece);
    while (left > 0) {
        if (stop.stop_requested())
            return cancelled();
        const std::span<float> wanted(piece.data(), std::min(kPiece, static_cast<std::size_t>(left)));
        const Result<std::size_t> count = reader->read(wanted);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        receive(rate, wanted.first(*count));
        left -= static_cast<std::int64_t>(*count);
    }
    return notesOf(reader->takeLevels());
}

Result<ui::RecordingFacts> probeRecording(const std::filesystem::path &media, const std::stop_token &stop) {
    return probeMedia(media, stop).map([](const MediaInfo &info) {
        return ui::RecordingFacts{info.duration, info.audio.has_value(), info.video.has_value()};
    });
}

} // namespace tagscope
