// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/media/decoded_picture.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace tagscope {

// A picture of the recording as it was stored: no grid, its own time.
struct ShownPicture {
    Seconds time{0};  // presentation time
    Seconds until{0}; // when the next one takes its place; of the last picture, its end
    std::int64_t source = 0;
    DecodedPicture picture;
};

// What a recording shows at a time: the pictures of its first video stream with their own timestamps, whatever their
// rate, constant or not; a still image is shown at all times. The time axis is AudioReader's. at(shown.until) gives the
// next picture. One thread at a time.
class ShownPictures {
public:
    // Errors as probeMedia(); Unsupported where there is no video stream. `stop` ends all use of it.
    [[nodiscard]] static Result<ShownPictures> open(const std::filesystem::path &file, std::stop_token stop = {});

    ShownPictures(ShownPictures &&) noexcept;
    ShownPictures &operator=(ShownPictures &&) noexcept;
    ~ShownPictures();

    // The last picture that begins at or before the time; before the first one the first, after the last one the last
    // (`until` is then not after the time). A step forward decodes on; a step back, or far, goes to a key frame where
    // the container allows that, else starts over. `stop` ends this call only.
    // Errors: Malformed where nothing at all can be decoded, Cancelled.
    [[nodiscard]] Result<ShownPicture> at(Seconds time, const std::stop_token &stop = {});

private:
    struct State;
    explicit ShownPictures(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
