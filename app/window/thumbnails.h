// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/rgb_image.h"
#include "core/base/seconds.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace tagscope {

// The pictures shown at `times` (ascending, in the clip that begins at `start`), `height` pixels high. A time after the
// last picture shows the last one. Errors: those of PictureReader.
[[nodiscard]] Result<std::vector<RgbImage>> decodeThumbnails(const std::filesystem::path &media, Seconds start,
                                                             const std::vector<Seconds> &times, int height,
                                                             const std::stop_token &stop);

} // namespace tagscope
