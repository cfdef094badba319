// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Arrays in the files of NumPy, format 1.0 (numpy.lib.format): little-endian, C order, opened there by
// numpy.load(file, mmap_mode="r").
namespace tagscope {

enum class NpyType { Float16, Float32, Float64 };

[[nodiscard]] std::size_t bytesOf(NpyType type); // of one number

struct NpyHeader {
    NpyType type = NpyType::Float32;
    std::vector<std::size_t> shape;
    std::size_t dataOffset = 0;  // of the first number in the file
    bool isColumnsFirst = false; // Fortran order, which only readNpyArray() takes
};

// The bytes before the numbers.
[[nodiscard]] std::string npyHeader(NpyType type, std::span<const std::size_t> shape);

// Bytes of the whole file; nothing where that is more than a file can have, because the shape lies.
[[nodiscard]] std::size_t npyFileBytes(const NpyHeader &header);

// Of `start`, the file's first bytes (kNpyHeaderBytes are enough for any array of ours); `file` is for the sentence.
// Errors: Malformed, Unsupported for types other than float16 and float32, Fortran order or a later format.
inline constexpr std::size_t kNpyHeaderBytes = 1024;
[[nodiscard]] Result<NpyHeader> parseNpyHeader(std::string_view start, const std::string &file);

// An array of anybody's: float16, float32 or float64, of format 1 to 3, in either order.
struct NpyArray {
    std::vector<std::size_t> shape;
    std::vector<double> values; // in C order
};
// Errors: Unreadable, Malformed (no array, a header that lies about the length), Unsupported (another type, Fortran
// order of other than two dimensions, more than kMostNpyValues).
inline constexpr std::size_t kMostNpyValues = std::size_t{1} << 28U; // 2 GiB as doubles
[[nodiscard]] Result<NpyArray> readNpyArray(const std::filesystem::path &file);
// The same of bytes in memory; `file` is for the sentence.
[[nodiscard]] Result<NpyArray> npyArrayIn(std::string_view bytes, const std::string &file);

// All arrays of an archive (.npz), by their names. Errors: Unreadable, Malformed (no archive, an entry that is no
// array), Unsupported (more than kMostNpyValues in all), those of npyArrayIn().
[[nodiscard]] Result<std::map<std::string, NpyArray>> readNpz(const std::filesystem::path &file);

// The little-endian bytes of the values, rounded where the type is narrower.
void appendNpyValues(std::string &bytes, NpyType type, std::span<const float> values);
// The same of doubles, as float64.
void appendNpyDoubles(std::string &bytes, std::span<const double> values);
// The values in such bytes, as many as `output` has.
void npyToFloats(NpyType type, std::span<const std::byte> bytes, std::span<float> output);

} // namespace tagscope
