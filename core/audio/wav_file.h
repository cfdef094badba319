// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <span>

namespace tagscope {

// Writes one channel as a WAV file of 32-bit floats, atomically. Error: Unreadable.
[[nodiscard]] Result<void> writeWav(const std::filesystem::path &file, std::span<const float> samples, int sampleRate);

} // namespace tagscope
