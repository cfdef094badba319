// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/media_info.h"
#include "core/media/stream_decoder.h"
#include "core/media/wire.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

// What a program and its decoder, tagscope-decoder, say to each other. The program asks over a socket that keeps
// messages apart, one request at a time, and the decoder answers each; samples and pixels lie in memory that both see.
// The program believes nothing of an answer: a stranger's file may have taken the decoder over.
namespace tagscope::decoding {

constexpr std::uint32_t kProtocolVersion = 1;

// The decoder's descriptors.
constexpr int kSocket = 3;
constexpr int kMemory = 4;

// The shared memory: signs, then what was decoded. A file without a name; only what was used of it takes memory.
struct SharedSigns {
    std::atomic<std::uint32_t> stop;    // the program's: not 0, and decoding is to stop
    std::atomic<std::uint32_t> reads;   // the decoder's: how often the file was read
    std::atomic<std::uint32_t> packets; // the decoder's: how much was decoded
};
constexpr std::size_t kSignsBytes = 4096;
constexpr std::size_t kMemoryBytes = kSignsBytes + (std::size_t{700} << 20U); // the largest still, see media_file.h

// How much is decoded ahead: a request costs some 20 us, and a person who stops or seeks should not wait.
constexpr int kMostFramesAhead = 64;
constexpr std::size_t kMostBytesAhead = std::size_t{1} << 20U;

enum class Request : std::uint8_t {
    Open = 1,       // kind, name; with the file's descriptor. Answer: facts
    Probe,          // name; with the file's descriptor. Answer: a MediaInfo
    Next,           // the most frames that are wanted. Answer: frames, whether they are the last
    SeekBefore,     // timestamp. Answer: a flag
    IsSeekable,     // Answer: a flag
    HasPacketTimes, // Answer: a flag
    Close           // Answer: nothing
};

// The first byte of an answer.
enum class Answer : std::uint8_t { Value = 1, Error };

// What the decoder says when it is ready.
struct Greeting {
    std::uint32_t version = 0;
    bool hasFilter = false; // of system calls
};

void write(WireWriter &wire, const Error &error);
void write(WireWriter &wire, const StreamFacts &facts);
void write(WireWriter &wire, const MediaInfo &info); // without its file
// Texts are cut, and whole notes left out, so that the message remains one.

// These answer something that may be used whatever the bytes are; what cannot be meant makes the wire not good.
[[nodiscard]] Error readError(WireReader &wire);
[[nodiscard]] StreamFacts readFacts(WireReader &wire);
[[nodiscard]] MediaInfo readInfo(WireReader &wire);

// Copies a frame's samples or pixels to the front of `memory` and describes it; how many bytes that took, nothing where
// there is not room enough. A frame that no AudioReader would take is only described.
[[nodiscard]] std::optional<std::size_t> writeFrame(WireWriter &wire, const AVFrame &frame, StreamKind kind,
                                                    std::size_t at, std::span<std::byte> memory);

// The description of a frame, checked: whatever it is, `frame` may then be used, or the wire is not good. `memory` is
// asked for once, with the end of what is needed, and may be longer or empty. Throws std::bad_alloc.
class MemoryWindow {
public:
    virtual ~MemoryWindow() = default;
    [[nodiscard]] virtual std::span<const std::byte> upTo(std::size_t end) = 0;
};
void readFrame(WireReader &wire, AVFrame &frame, StreamKind kind, MemoryWindow &memory);

} // namespace tagscope::decoding
