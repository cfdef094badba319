// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/ffmpeg_handles.h"
#include "core/media/open_recording.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

struct AVCodec;
struct AVStream;

namespace tagscope {

// Larger pictures are refused before memory is taken for them: the sizes in a header may be lies.
constexpr std::int64_t kMaxVideoPixels = 36'000'000; // 8K video is 33 million
constexpr std::int64_t kMaxStillPixels = 72'000'000; // a decoder of a still keeps one picture, that of a video many

// A stream with a decoder for it. Both live as long as the file.
struct DecodableStream {
    AVStream *stream = nullptr;
    const AVCodec *decoder = nullptr;
};

// An opened container: its headers are read, its streams known. Input comes through this class's own file access and
// nothing else can be opened from within it, so that a file cannot make the program read another file or an address.
// One thread at a time.
class MediaFile {
public:
    // Errors: Unreadable, Malformed, Unsupported (a container that is not on the list), Cancelled.
    [[nodiscard]] static Result<MediaFile> open(OpenRecording recording, ReadingWatch watch);

    MediaFile(MediaFile &&) noexcept;
    MediaFile &operator=(MediaFile &&) noexcept;
    ~MediaFile();

    [[nodiscard]] AVFormatContext &format() const;
    [[nodiscard]] std::string name() const; // of the file, without its directory, for messages
    [[nodiscard]] std::string container() const;
    [[nodiscard]] double startSeconds() const; // of the container, in its own timestamps: zero of the time axis
    [[nodiscard]] bool isStillImage() const;
    [[nodiscard]] bool stopRequested() const;
    void notePacket() const; // tells the watch that decoding goes on

    // The first stream with a decoder; nothing where there is none. Cover pictures are not video.
    [[nodiscard]] std::optional<DecodableStream> firstAudio() const;
    [[nodiscard]] std::optional<DecodableStream> firstVideo() const;

    // Why a stream that was asked for is not there. `kind` is a word for a person: "audio", "video".
    [[nodiscard]] Error missing(const Message &kind) const;

private:
    struct State;
    explicit MediaFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// True for a picture that belongs to a recording's metadata: an album cover, thumbnails.
[[nodiscard]] bool isCoverPicture(const AVStream &stream);

} // namespace tagscope
