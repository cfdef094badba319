// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoder_service.h"

#include "core/media/ffmpeg_handles.h"
#include "core/media/local_stream.h"
#include "core/media/media_probe.h"
#include "core/media/message_socket.h"

#include <chrono>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <sys/mman.h>
#include <utility>

extern "C" {
#include <libavutil/frame.h>
}

namespace tagscope::decoding {
namespace {

constexpr std::chrono::milliseconds kLongestAhead{15};

// The error that there is when an answer would not fit into a message.
Error tooLong(const std::string &name) {
    return {Error::Kind::Malformed, {"media.not_recording", name}, "what the file says of itself is too long"};
}

class DecoderService {
public:
    DecoderService(std::byte *memory, const BeforeAnswer &before) : memory_(memory), before_(before) {}

    // Nothing where the request cannot be understood.
    [[nodiscard]] std::optional<WireWriter> answer(std::vector<std::byte> request, FileDescriptor file);

private:
    [[nodiscard]] ReadingWatch watch() {
        auto *signs = reinterpret_cast<SharedSigns *>(memory_);
        return {{}, &signs->stop, &signs->reads, &signs->packets};
    }
    [[nodiscard]] WireWriter opened(StreamKind kind, FileDescriptor file);
    [[nodiscard]] WireWriter probed(FileDescriptor file);
    [[nodiscard]] WireWriter frames(int most);

    std::byte *memory_;
    const BeforeAnswer &before_;
    std::string name_;
    StreamKind kind_ = StreamKind::Audio;
    std::unique_ptr<StreamDecoder> stream_;
    FfmpegPointer<AVFrame> frame_ = makeFrame();
};

WireWriter valueAnswer() {
    WireWriter wire;
    wire.number(static_cast<std::uint8_t>(Answer::Value));
    return wire;
}

WireWriter errorAnswer(const Error &error) {
    WireWriter wire;
    wire.number(static_cast<std::uint8_t>(Answer::Error));
    write(wire, error);
    return wire;
}

WireWriter flagAnswer(bool flag) {
    WireWriter wire = valueAnswer();
    wire.number(std::uint8_t{flag});
    return wire;
}

WireWriter DecoderService::opened(StreamKind kind, FileDescriptor file) {
    kind_ = kind;
    Result<std::unique_ptr<StreamDecoder>> stream = LocalStream::open({std::move(file), name_}, kind, watch());
    if (!stream)
        return errorAnswer(stream.error());
    stream_ = std::move(*stream);
    WireWriter wire = valueAnswer();
    write(wire, stream_->facts());
    return wire;
}

WireWriter DecoderService::probed(FileDescriptor file) {
    const Result<MediaInfo> info = probeHere({std::move(file), name_}, watch());
    if (!info)
        return errorAnswer(info.error());
    WireWriter wire = valueAnswer();
    write(wire, *info);
    return wire.bytes().size() > kMaxMessageBytes ? errorAnswer(tooLong(name_)) : wire;
}

// Decodes some frames ahead, as many as are there in a short time. Each comes with the damage found up to it, so that
// nobody sees that others were decoded.
WireWriter DecoderService::frames(int most) {
    const auto begin = std::chrono::steady_clock::now();
    WireWriter described;
    std::uint8_t count = 0;
    bool hasEnded = false;
    std::size_t used = kSignsBytes;
    while (count < most && used < kSignsBytes + kMostBytesAhead) {
        const Result<bool> got = stream_->next(*frame_);
        if (!got)
            return errorAnswer(got.error());
        if (!*got) {
            hasEnded = true;
            break;
        }
        described.number(stream_->damagedPackets());
        const std::optional<std::size_t> bytes =
            writeFrame(described, *frame_, kind_, used, {memory_ + used, kMemoryBytes - used});
        if (!bytes)
            throw std::bad_alloc();
        used += *bytes;
        ++count;
        if (std::chrono::steady_clock::now() - begin > kLongestAhead)
            break;
    }
    WireWriter wire = valueAnswer();
    wire.number(count);
    wire.number(std::uint8_t{hasEnded});
    wire.number(stream_->damagedPackets());
    if (hasEnded)
        write(wire, stream_->nothingDecoded());
    wire.append(described);
    return wire;
}

std::optional<WireWriter> DecoderService::answer(std::vector<std::byte> bytes, FileDescriptor file) {
    WireReader wire(std::move(bytes));
    const auto request = static_cast<Request>(wire.number<std::uint8_t>());
    if (request == Request::Open || request == Request::Probe) {
        const auto kind = static_cast<StreamKind>(wire.number<std::uint8_t>());
        name_ = wire.text();
        if (before_)
            before_(request, name_);
        stream_.reset();
        return request == Request::Probe ? probed(std::move(file)) : opened(kind, std::move(file));
    }
    if (before_)
        before_(request, name_);
    if (request == Request::Close) {
        stream_.reset();
        av_frame_unref(frame_.get());
        return valueAnswer();
    }
    if (!stream_)
        return std::nullopt;
    switch (request) {
    case Request::Next:
        return frames(wire.number<std::int32_t>());
    case Request::SeekBefore:
        return flagAnswer(stream_->seekBefore(wire.number<double>()));
    case Request::IsSeekable:
        return flagAnswer(stream_->isSeekable());
    case Request::HasPacketTimes:
        return flagAnswer(stream_->hasPacketTimes());
    default:
        return std::nullopt;
    }
}

} // namespace

int serveDecoding(const Greeting &greeting, const BeforeAnswer &before) {
    void *memory = ::mmap(nullptr, kMemoryBytes, PROT_READ | PROT_WRITE, MAP_SHARED, kMemory, 0);
    if (memory == MAP_FAILED)
        return kExitNoMemory;
    try {
        DecoderService service(static_cast<std::byte *>(memory), before);
        WireWriter hello;
        hello.number(greeting.version);
        hello.number(std::uint8_t{greeting.hasFilter});
        if (!sendMessage(kSocket, hello.bytes()))
            return EXIT_SUCCESS;
        for (;;) {
            SocketMessage message = receiveMessage(kSocket);
            if (message.bytes.empty())
                return EXIT_SUCCESS;
            const std::optional<WireWriter> answer =
                service.answer(std::move(message.bytes),
                               message.descriptors.empty() ? FileDescriptor() : std::move(message.descriptors[0]));
            if (!answer)
                return EXIT_FAILURE;
            if (!sendMessage(kSocket, answer->bytes()))
                return EXIT_SUCCESS;
        }
    } catch (const std::bad_alloc &) {
        return kExitNoMemory;
    }
}

} // namespace tagscope::decoding
