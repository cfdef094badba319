// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/wav_file.h"

#include "core/base/atomic_file.h"

#include <cstdint>
#include <cstring>
#include <string>

namespace tagscope {
namespace {

void appendNumber(std::string &bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>((value >> (8 * i)) & 0xffU);
}

} // namespace

Result<void> writeWav(const std::filesystem::path &file, std::span<const float> samples, int sampleRate) {
    constexpr std::uint32_t kFloats = 3; // WAVE_FORMAT_IEEE_FLOAT
    const auto size = static_cast<std::uint32_t>(samples.size_bytes());
    const auto rate = static_cast<std::uint32_t>(sampleRate);
    std::string bytes = "RIFF";
    appendNumber(bytes, 36 + size, 4);
    bytes += "WAVEfmt ";
    appendNumber(bytes, 16, 4);
    appendNumber(bytes, kFloats, 2);
    appendNumber(bytes, 1, 2); // channel
    appendNumber(bytes, rate, 4);
    appendNumber(bytes, rate * 4, 4);
    appendNumber(bytes, 4, 2); // bytes of a sample
    appendNumber(bytes, 32, 2);
    bytes += "data";
    appendNumber(bytes, size, 4);
    bytes.append(reinterpret_cast<const char *>(samples.data()), samples.size_bytes());
    return writeFileAtomically(file, bytes);
}

} // namespace tagscope
