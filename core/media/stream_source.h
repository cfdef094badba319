// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/stream_decoder.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace tagscope {

// The decoded frames of one stream of a recording, one after the other, decoded where decodingOptions() says. One
// thread at a time.
class StreamSource {
public:
    // Errors as probeMedia(); Unsupported where there is no such stream or it cannot be decoded.
    [[nodiscard]] static Result<StreamSource> open(const std::filesystem::path &file, StreamKind kind,
                                                   std::stop_token stop);

    StreamSource(StreamSource &&) noexcept;
    StreamSource &operator=(StreamSource &&) noexcept;
    ~StreamSource();

    // Decodes the next frame into `frame`; false at the end. Damaged packets are skipped and counted. Errors:
    // Cancelled; Malformed where the decoder of another process has died of it.
    [[nodiscard]] Result<bool> next(AVFrame &frame);

    // Goes to a key frame at or before this timestamp (seconds in the container's count); frames that depend on
    // pictures before it are left out. False where that is not possible; the source is then only good for reopening.
    [[nodiscard]] bool seekBefore(double timestamp);

    // The frame's presentation timestamp and how long it is shown, in seconds; none where the file does not say.
    [[nodiscard]] std::optional<double> timestampOf(const AVFrame &frame) const;
    [[nodiscard]] std::optional<double> durationOf(const AVFrame &frame) const;

    // Whether timestamps lead to the same frames that reading from the start gives; for audio, to the very sample.
    [[nodiscard]] bool isSeekable() const;
    // Whether the container keeps a time for every packet, so that seeking leads to the right place within its
    // rounding.
    [[nodiscard]] bool hasPacketTimes() const;

    [[nodiscard]] const StreamFacts &facts() const;
    [[nodiscard]] std::int64_t damagedPackets() const;
    [[nodiscard]] Error nothingDecoded() const; // for a stream that has ended without a frame

private:
    explicit StreamSource(std::unique_ptr<StreamDecoder> decoder);
    std::unique_ptr<StreamDecoder> decoder_;
};

} // namespace tagscope
