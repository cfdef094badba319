// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/stream_source.h"

#include "core/base/try.h"
#include "core/media/decoding.h"
#include "core/media/local_stream.h"
#include "core/media/open_recording.h"
#include "core/media/remote_stream.h"

#include <utility>

extern "C" {
#include <libavutil/frame.h>
}

namespace tagscope {

Result<StreamSource> StreamSource::open(const std::filesystem::path &file, StreamKind kind, std::stop_token stop) {
    OpenRecording recording = TAGSCOPE_TRY(openRecording(file, stop));
    std::unique_ptr<StreamDecoder> decoder;
    if (decodingOptions().place == DecodingPlace::InProcess)
        decoder = TAGSCOPE_TRY(LocalStream::open(std::move(recording), kind, ReadingWatch{std::move(stop)}));
    else
        decoder = TAGSCOPE_TRY(openRemoteStream(std::move(recording), kind, std::move(stop)));
    return StreamSource(std::move(decoder));
}

StreamSource::StreamSource(std::unique_ptr<StreamDecoder> decoder) : decoder_(std::move(decoder)) {}
StreamSource::StreamSource(StreamSource &&) noexcept = default;
StreamSource &StreamSource::operator=(StreamSource &&) noexcept = default;
StreamSource::~StreamSource() = default;

Result<bool> StreamSource::next(AVFrame &frame) {
    return decoder_->next(frame);
}

bool StreamSource::seekBefore(double timestamp) {
    return decoder_->seekBefore(timestamp);
}

std::optional<double> StreamSource::timestampOf(const AVFrame &frame) const {
    const std::int64_t ticks = frame.pts != AV_NOPTS_VALUE ? frame.pts : frame.best_effort_timestamp;
    if (ticks == AV_NOPTS_VALUE)
        return std::nullopt;
    return static_cast<double>(ticks) * facts().tick;
}

std::optional<double> StreamSource::durationOf(const AVFrame &frame) const {
#if LIBAVUTIL_VERSION_MAJOR >= 58
    const std::int64_t ticks = frame.duration;
#else
    const std::int64_t ticks = frame.pkt_duration;
#endif
    if (ticks <= 0)
        return std::nullopt;
    return static_cast<double>(ticks) * facts().tick;
}

bool StreamSource::isSeekable() const {
    return decoder_->isSeekable();
}

bool StreamSource::hasPacketTimes() const {
    return decoder_->hasPacketTimes();
}

const StreamFacts &StreamSource::facts() const {
    return decoder_->facts();
}

std::int64_t StreamSource::damagedPackets() const {
    return decoder_->damagedPackets();
}

Error StreamSource::nothingDecoded() const {
    return decoder_->nothingDecoded();
}

} // namespace tagscope
