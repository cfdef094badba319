// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace tagscope {

// What is odd about the beginning of a recording's sound, `most` of it, as notesOf() says it: it takes some
// milliseconds a second of sound. Sound of one channel in whole numbers can be none of that, and is not decoded. Also
// that a recording of up to ten minutes breaks off before it should.
// Errors: those of probeMedia() and of AudioReader; none where there is no sound. Thread-safe.
[[nodiscard]] Result<std::vector<Message>> checkSound(const std::filesystem::path &media, Seconds most,
                                                      const std::stop_token &stop = {});

} // namespace tagscope
