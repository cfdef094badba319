// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/media_probe.h"

#include "core/base/try.h"
#include "core/media/media_file.h"
#include "core/media/orientation.h"
#include "core/media/pixel_aspect.h"

#include <algorithm>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace tagscope {
namespace {

AudioStreamInfo describeAudio(const DecodableStream &chosen) {
    const AVCodecParameters &parameters = *chosen.stream->codecpar;
    return {avcodec_get_name(parameters.codec_id), parameters.sample_rate, parameters.ch_layout.nb_channels};
}

VideoStreamInfo describeVideo(const DecodableStream &chosen) {
    const AVCodecParameters &parameters = *chosen.stream->codecpar;
    const Orientation orientation = orientationOf(*chosen.stream);
    VideoStreamInfo info;
    info.codec = avcodec_get_name(parameters.codec_id);
    const auto [width, height] = shownSize(parameters.width, parameters.height, pixelAspectOf(*chosen.stream));
    info.width = orientation.swapsSides() ? height : width;
    info.height = orientation.swapsSides() ? width : height;
    info.rotation = 90 * orientation.quarterTurns;
    const AVRational rate = chosen.stream->avg_frame_rate;
    info.picturesPerSecond = rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 0.0;
    return info;
}

double claimedDuration(const AVFormatContext &format) {
    if (format.duration > 0)
        return static_cast<double>(format.duration) / AV_TIME_BASE;
    double longest = 0.0;
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        const AVStream &stream = *format.streams[i];
        if (stream.duration > 0)
            longest = std::max(longest, static_cast<double>(stream.duration) * av_q2d(stream.time_base));
    }
    return longest;
}

int countStreams(const AVFormatContext &format, AVMediaType type) {
    int count = 0;
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        const AVStream &stream = *format.streams[i];
        if (stream.codecpar->codec_type == type && !isCoverPicture(stream))
            ++count;
    }
    return count;
}

void noteStreams(MediaInfo &info, const AVFormatContext &format, AVMediaType type, const Message &kind,
                 bool isDecodable) {
    const int count = countStreams(format, type);
    if (count == 0)
        info.notes.push_back({"media.no_track", kind});
    else if (!isDecodable)
        info.notes.push_back({"media.track_not_decoded", kind});
    else if (count > 1)
        info.notes.push_back({"media.several_tracks", count, kind});
}

void noteOddities(MediaInfo &info, const MediaFile &media) {
    const AVFormatContext &format = media.format();
    if (media.isStillImage()) {
        info.notes.emplace_back("media.still_image");
        return;
    }
    noteStreams(info, format, AVMEDIA_TYPE_AUDIO, "base.audio", info.audio.has_value());
    noteStreams(info, format, AVMEDIA_TYPE_VIDEO, "base.video", info.video.has_value());
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        if (isCoverPicture(*format.streams[i])) {
            info.notes.emplace_back("media.cover_not_video");
            break;
        }
    }
    if (info.duration.count() == 0.0)
        info.notes.emplace_back("media.no_claimed_duration");
    else if (info.isDurationGuessed)
        info.notes.emplace_back("media.estimated_duration");
}

} // namespace

Result<MediaInfo> probeHere(OpenRecording recording, ReadingWatch watch) {
    const MediaFile media = TAGSCOPE_TRY(MediaFile::open(std::move(recording), std::move(watch)));
    MediaInfo info;
    info.container = media.container();
    if (const std::optional<DecodableStream> audio = media.firstAudio())
        info.audio = describeAudio(*audio);
    if (const std::optional<DecodableStream> video = media.firstVideo())
        info.video = describeVideo(*video);
    if (!info.audio && !info.video)
        return tl::unexpected(media.missing("base.audio_or_video"));
    info.duration = Seconds(media.isStillImage() ? 0.0 : claimedDuration(media.format()));
    info.isDurationGuessed = media.format().duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
    noteOddities(info, media);
    return info;
}

} // namespace tagscope
