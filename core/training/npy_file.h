// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Arrays in the files of NumPy, format 1.0 (numpy.lib.format): little-endian, C order, opened there by
// numpy.load(file, mmap_mode="r").
namespace tagscope {

enum class NpyType { Float16, Float32 };

[[nodiscard]] std::size_t bytesOf(NpyType type); // of one number

struct NpyHeader {
    NpyType type = NpyType::Float32;
    std::vector<std::size_t> shape;
    std::size_t dataOffset = 0; // of the first number in the file
};

// The bytes before the numbers.
[[nodiscard]] std::string npyHeader(NpyType type, std::span<const std::size_t> shape);

// Bytes of the whole file; nothing where that is more than a file can have, because the shape lies.
[[nodiscard]] std::size_t npyFileBytes(const NpyHeader &header);

// Of `start`, the file's first bytes (kNpyHeaderBytes are enough for any array of ours); `file` is for the sentence.
// Errors: Malformed, Unsupported for other types, Fortran order or a later format.
inline constexpr std::size_t kNpyHeaderBytes = 1024;
[[nodiscard]] Result<NpyHeader> parseNpyHeader(std::string_view start, const std::string &file);

// The little-endian bytes of the values, rounded where the type is narrower.
void appendNpyValues(std::string &bytes, NpyType type, std::span<const float> values);
// The values in such bytes, as many as `output` has.
void npyToFloats(NpyType type, std::span<const std::byte> bytes, std::span<float> output);

} // namespace tagscope
