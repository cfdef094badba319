// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/orientation.h"

#include <cstdint>

struct AVFrame;

namespace tagscope {

enum class StreamKind { Audio, Video };

// What is known of a stream once it is open, and stays.
struct StreamFacts {
    double startSeconds = 0.0; // of the container, in its own timestamps: zero of the time axis
    double tick = 1.0;         // of its timestamps, in seconds
    bool isStillImage = false;
    double interval = 0.0; // between pictures on average, as the container says; 0 where it does not
    Orientation orientation;
    double pixelAspect = 1.0; // width of a pixel as shown, by its height
};

// What decodes a stream for a StreamSource, which says what its functions mean: in this process (local_stream.h) or in
// another one (remote_stream.h). One thread at a time.
class StreamDecoder {
public:
    StreamDecoder() = default;
    StreamDecoder(const StreamDecoder &) = delete;
    StreamDecoder &operator=(const StreamDecoder &) = delete;
    virtual ~StreamDecoder() = default;

    [[nodiscard]] virtual const StreamFacts &facts() const = 0;
    [[nodiscard]] virtual Result<bool> next(AVFrame &frame) = 0;
    [[nodiscard]] virtual bool seekBefore(double timestamp) = 0;
    [[nodiscard]] virtual bool isSeekable() const = 0;
    [[nodiscard]] virtual bool hasPacketTimes() const = 0;
    [[nodiscard]] virtual std::int64_t damagedPackets() const = 0;
    [[nodiscard]] virtual Error nothingDecoded() const = 0;
};

} // namespace tagscope
