// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/media_file.h"
#include "core/media/stream_decoder.h"

#include <memory>

namespace tagscope {

// Decodes in this process. Single-threaded: clips are analysed in parallel, which is better than threads inside one.
class LocalStream : public StreamDecoder {
public:
    // Errors as MediaFile::open(); Unsupported where there is no such stream or it cannot be decoded. Throws
    // std::bad_alloc.
    [[nodiscard]] static Result<std::unique_ptr<StreamDecoder>> open(OpenRecording recording, StreamKind kind,
                                                                     ReadingWatch watch);

    ~LocalStream() override;
    [[nodiscard]] const StreamFacts &facts() const override;
    [[nodiscard]] Result<bool> next(AVFrame &frame) override;
    [[nodiscard]] bool seekBefore(double timestamp) override;
    [[nodiscard]] bool isSeekable() const override;
    [[nodiscard]] bool hasPacketTimes() const override;
    [[nodiscard]] std::int64_t damagedPackets() const override;
    [[nodiscard]] Error nothingDecoded() const override;

private:
    struct State;
    explicit LocalStream(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
