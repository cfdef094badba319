// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/remote_stream.h"

#include "core/base/log.h"
#include "core/base/try.h"
#include "core/media/decoder_process.h"
#include "core/media/ffmpeg_handles.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <string>
#include <utility>

extern "C" {
#include <libavutil/frame.h>
}

namespace tagscope {
namespace {

using namespace decoding;

std::string signalName(int signal) {
    const char *name = ::sigabbrev_np(signal);
    return name == nullptr ? std::to_string(signal) : std::string("SIG") + name;
}

Error noAnswerError(const NoAnswer &none, const std::string &name) {
    using Why = NoAnswer::Why;
    switch (none.why) {
    case Why::Stopped:
        return cancelled().value();
    case Why::Hung:
        return {Error::Kind::Malformed, {"media.decoder_hangs", name}, {}};
    case Why::Swelled:
        return {Error::Kind::Malformed, {"media.decoder_swells", name}, {}};
    case Why::NoMemory:
        return {Error::Kind::Unreadable, {"media.no_memory_to_open", name}, {}};
    case Why::Confused:
        return {Error::Kind::Malformed, {"media.decoder_crashes", name}, "its answer made no sense"};
    case Why::Crashed:
        break;
    }
    return {Error::Kind::Malformed,
            {"media.decoder_crashes", name},
            none.signal == 0 ? std::string("it ended of itself") : signalName(none.signal)};
}

// The answer's value, or its error. `process` is not asked again after an answer that makes no sense.
Result<WireReader> asked(DecoderProcess &process, const WireWriter &request, int file, const std::string &name,
                         const std::stop_token &stop) {
    tl::expected<WireReader, NoAnswer> answer = process.ask(request, file, stop);
    if (!answer) {
        Error error = noAnswerError(answer.error(), name);
        logError(error, "decoding " + name);
        return tl::unexpected(std::move(error));
    }
    const auto first = static_cast<Answer>(answer->number<std::uint8_t>());
    if (first == Answer::Value)
        return std::move(*answer);
    Error error = readError(*answer);
    if (first != Answer::Error || !answer->isGood())
        return tl::unexpected(noAnswerError(process.distrust(), name));
    return tl::unexpected(std::move(error));
}

WireWriter requestOf(Request request) {
    WireWriter wire;
    wire.number(static_cast<std::uint8_t>(request));
    return wire;
}

struct OpenAnswer {
    DecoderLease lease;
    WireReader wire;
};

// Hands the file to a decoder. One that fails may have been spoilt by what it decoded before: only one that decoded
// nothing yet convicts the file.
Result<OpenAnswer> handOver(Request request, StreamKind kind, const OpenRecording &recording,
                            const std::stop_token &stop) {
    WireWriter wire = requestOf(request);
    wire.number(static_cast<std::uint8_t>(kind));
    wire.text(recording.name);
    for (;;) {
        DecoderLease lease = TAGSCOPE_TRY(DecoderLease::take());
        const bool isNew = lease.process().streams() == 0;
        ::lseek(recording.descriptor.number(), 0, SEEK_SET); // the position is shared with who read before
        Result<WireReader> answer = asked(lease.process(), wire, recording.descriptor.number(), recording.name, stop);
        if (answer)
            return OpenAnswer{std::move(lease), std::move(*answer)};
        if (lease.process().isUsable() || isNew || answer.error().isCancelled())
            return tl::unexpected(std::move(answer).error());
    }
}

class RemoteStream : public StreamDecoder {
public:
    RemoteStream(DecoderLease lease, StreamFacts facts, StreamKind kind, std::string name, std::stop_token stop)
        : lease_(std::move(lease)), facts_(facts), kind_(kind), name_(std::move(name)), stop_(std::move(stop)) {}

    [[nodiscard]] const StreamFacts &facts() const override { return facts_; }
    [[nodiscard]] Result<bool> next(AVFrame &frame) override;
    [[nodiscard]] bool seekBefore(double timestamp) override;
    [[nodiscard]] bool isSeekable() const override { return flag(requestOf(Request::IsSeekable)); }
    [[nodiscard]] bool hasPacketTimes() const override { return flag(requestOf(Request::HasPacketTimes)); }
    [[nodiscard]] std::int64_t damagedPackets() const override { return damaged_; }
    [[nodiscard]] Error nothingDecoded() const override { return nothing_; }

private:
    [[nodiscard]] Result<void> fetch();
    [[nodiscard]] bool flag(const WireWriter &request) const;
    [[nodiscard]] Error confused() const { return noAnswerError(lease_.process().distrust(), name_); }

    DecoderLease lease_;
    StreamFacts facts_;
    StreamKind kind_;
    std::string name_;
    std::stop_token stop_;
    WireReader ahead_{{}}; // descriptions of frames that are decoded and lie in the shared memory
    int aheadCount_ = 0;
    int wanted_ = 1; // at the beginning and after seeking few: someone may be waiting to see the first
    bool hasEnded_ = false;
    std::int64_t damaged_ = 0;
    std::int64_t damagedAtEnd_ = 0;
    Error nothing_;
};

Result<void> RemoteStream::fetch() {
    WireWriter request = requestOf(Request::Next);
    request.number(std::int32_t{wanted_});
    wanted_ = std::min(2 * wanted_, kMostFramesAhead);
    ahead_ = TAGSCOPE_TRY(asked(lease_.process(), request, -1, name_, stop_));
    aheadCount_ = ahead_.number<std::uint8_t>();
    hasEnded_ = ahead_.flag();
    damagedAtEnd_ = ahead_.number<std::int64_t>();
    if (hasEnded_)
        nothing_ = readError(ahead_);
    if (!ahead_.isGood() || aheadCount_ > kMostFramesAhead || (aheadCount_ == 0 && !hasEnded_))
        return tl::unexpected(confused());
    return {};
}

Result<bool> RemoteStream::next(AVFrame &frame) {
    if (stop_.stop_requested())
        return cancelled();
    if (aheadCount_ == 0 && !hasEnded_)
        TAGSCOPE_TRY(fetch());
    if (aheadCount_ == 0) {
        damaged_ = damagedAtEnd_;
        return false;
    }
    --aheadCount_;
    damaged_ = ahead_.number<std::int64_t>();
    readFrame(ahead_, frame, kind_, lease_.process());
    if (!ahead_.isGood())
        return tl::unexpected(confused());
    return true;
}

bool RemoteStream::flag(const WireWriter &request) const {
    Result<WireReader> answer = asked(lease_.process(), request, -1, name_, stop_);
    return answer && answer->flag();
}

bool RemoteStream::seekBefore(double timestamp) {
    WireWriter request = requestOf(Request::SeekBefore);
    request.number(timestamp);
    aheadCount_ = 0;
    hasEnded_ = false;
    wanted_ = 1;
    return flag(request);
}

} // namespace

Result<std::unique_ptr<StreamDecoder>> openRemoteStream(OpenRecording recording, StreamKind kind,
                                                        std::stop_token stop) {
    OpenAnswer opened = TAGSCOPE_TRY(handOver(Request::Open, kind, recording, stop));
    const StreamFacts facts = readFacts(opened.wire);
    if (!opened.wire.isGood())
        return tl::unexpected(noAnswerError(opened.lease.process().distrust(), recording.name));
    return std::unique_ptr<StreamDecoder>(std::make_unique<RemoteStream>(std::move(opened.lease), facts, kind,
                                                                         std::move(recording.name), std::move(stop)));
}

Result<MediaInfo> probeRemotely(OpenRecording recording, const std::stop_token &stop) {
    OpenAnswer probed = TAGSCOPE_TRY(handOver(Request::Probe, StreamKind::Audio, recording, stop));
    MediaInfo info = readInfo(probed.wire);
    if (!probed.wire.isGood())
        return tl::unexpected(noAnswerError(probed.lease.process().distrust(), recording.name));
    return info;
}

} // namespace tagscope
