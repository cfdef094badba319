// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// The first decodable audio stream of a recording.
struct AudioStreamInfo {
    std::string codec;
    int sampleRate = 0; // Hz, of the stream itself
    int channels = 0;
};

// The first video stream of a recording that is not an attached cover picture.
struct VideoStreamInfo {
    std::string codec;
    int width = 0; // pixels as shown: display rotation applied, pixels made square
    int height = 0;
    int rotation = 0;               // degrees clockwise that were applied: 0, 90, 180 or 270
    double picturesPerSecond = 0.0; // average, as the container says; 0 where it does not
};

// What a media file says of itself. Durations are the container's claim: decoding may find less.
struct MediaInfo {
    std::filesystem::path file;
    std::string container;
    Seconds duration{0};            // of the longest stream; 0 where unknown
    bool isDurationGuessed = false; // from the size of the file
    std::optional<AudioStreamInfo> audio;
    std::optional<VideoStreamInfo> video;
    std::vector<Message> notes; // oddities worth showing, a sentence each
};

// Opens a file, or an image, and reads its headers. Cancellable within 100 ms. Thread-safe.
// Errors, each naming the file: Unreadable (missing, directory, forbidden, empty), Malformed (not media, damaged beyond
// decoding), Unsupported (no stream that can be decoded), Cancelled.
[[nodiscard]] Result<MediaInfo> probeMedia(const std::filesystem::path &file, std::stop_token stop = {});

} // namespace tagscope
