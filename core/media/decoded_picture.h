// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/rgb_image.h"

#include <memory>

namespace tagscope {

// A decoded picture in the decoder's own memory, shared and immutable: cheap to copy, converted when it is needed.
// Thread-safe.
class DecodedPicture {
public:
    // The whole picture as it is meant to be seen: rotation applied, pixels that are not square made so. Errors:
    // Unsupported for pixel formats that cannot be converted, Unreadable where memory is short.
    [[nodiscard]] Result<RgbImage> image() const;
    // The whole picture squeezed to this size with an area filter.
    [[nodiscard]] Result<RgbImage> image(int width, int height) const;

    [[nodiscard]] int width() const; // as it is meant to be seen
    [[nodiscard]] int height() const;
    [[nodiscard]] std::size_t bytes() const; // memory that holding it costs

private:
    friend class PictureStream;
    struct State;
    explicit DecodedPicture(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

} // namespace tagscope
