// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/media/decoded_picture.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

namespace tagscope {

// A picture of the sampling grid.
struct SampledPicture {
    std::int64_t index = 0;  // of the grid: it stands for the time index / picturesPerSecond
    Seconds time{0};         // presentation time of the picture that was nearest
    std::int64_t source = 0; // grid points with the same number show the same decoded picture, bit for bit
    DecodedPicture picture;
};

// Reads the first video stream of a recording (or a still image) at a fixed rate: for each grid time i / rate the
// picture whose presentation time is nearest (24 a second: 240 pictures in 10 s, section 3.4), whatever the stream's
// own rate, constant or not. The time axis is AudioReader's; before the first picture stands the first one, and the
// grid ends when the stream's last picture has been shown for its duration. Memory is constant in the length of the
// recording. A jump of over 10 minutes in the timestamps is not filled: what follows moves up (time_axis.h).
// Pictures that repeat the one before bit for bit share its `source`; seeking begins with a new number.
// One thread at a time.
class PictureReader {
public:
    static constexpr double kPicturesPerSecond = 24.0; // section 3.4

    // Errors as probeMedia(); Unsupported where there is no video stream.
    [[nodiscard]] static Result<PictureReader>
    open(const std::filesystem::path &file, double picturesPerSecond = kPicturesPerSecond, std::stop_token stop = {});

    PictureReader(PictureReader &&) noexcept;
    PictureReader &operator=(PictureReader &&) noexcept;
    ~PictureReader();

    // The next picture is that of grid point `index`: the same one that reading from the start would give.
    [[nodiscard]] Result<void> seek(std::int64_t index);

    // The picture of the next grid point; nothing after the last. Damaged pictures are left out.
    // Errors: Malformed where nothing at all can be decoded, Cancelled.
    [[nodiscard]] Result<std::optional<SampledPicture>> next();

    [[nodiscard]] double picturesPerSecond() const;
    [[nodiscard]] std::int64_t damagedPackets() const; // skipped so far

private:
    struct State;
    explicit PictureReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope
