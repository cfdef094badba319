// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/npy_file.h"

#include "core/training/half_float.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <optional>

namespace tagscope {
namespace {

static_assert(std::endian::native == std::endian::little, "Values are written as they lie in memory.");

constexpr std::string_view kMagic("\x93NUMPY\x01\x00", 8);
constexpr std::size_t kLengthBytes = 2; // of the dictionary, after the magic
constexpr std::size_t kAlignment = 64;  // of the numbers, as NumPy writes it
constexpr std::size_t kMostDimensions = 8;

std::string_view npyDescription(NpyType type) {
    return type == NpyType::Float16 ? "<f2" : "<f4";
}

// What follows `key` and a colon in the dictionary; empty where there is no such key.
std::string_view valueOf(std::string_view dictionary, std::string_view key) {
    const std::string quoted = "'" + std::string(key) + "':";
    const std::size_t found = dictionary.find(quoted);
    if (found == std::string_view::npos)
        return {};
    std::string_view value = dictionary.substr(found + quoted.size());
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    return value;
}

// "(128, 2000, 60)" or "(5,)".
std::optional<std::vector<std::size_t>> shapeOf(std::string_view text) {
    if (!text.starts_with('(') || text.find(')') == std::string_view::npos)
        return std::nullopt;
    text = text.substr(1, text.find(')') - 1);
    std::vector<std::size_t> shape;
    while (text.find_first_not_of(", ") != std::string_view::npos) {
        text.remove_prefix(text.find_first_not_of(", "));
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
        if (error != std::errc() || shape.size() == kMostDimensions)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        shape.push_back(size);
    }
    return shape;
}

} // namespace

std::size_t bytesOf(NpyType type) {
    return type == NpyType::Float16 ? 2 : 4;
}

std::string npyHeader(NpyType type, std::span<const std::size_t> shape) {
    std::string dictionary =
        "{'descr': '" + std::string(npyDescription(type)) + "', 'fortran_order': False, 'shape': (";
    for (std::size_t i = 0; i < shape.size(); ++i)
        dictionary += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    dictionary += shape.size() == 1 ? ",), }" : "), }";
    const std::size_t before = kMagic.size() + kLengthBytes;
    const std::size_t whole = (before + dictionary.size() + 1 + kAlignment - 1) / kAlignment * kAlignment;
    dictionary.append(whole - before - dictionary.size() - 1, ' ');
    dictionary += '\n';
    std::string header(kMagic);
    header += static_cast<char>(dictionary.size() & 0xffU);
    header += static_cast<char>(dictionary.size() >> 8U);
    return header + dictionary;
}

std::size_t npyFileBytes(const NpyHeader &header) {
    std::size_t bytes = bytesOf(header.type);
    for (const std::size_t size : header.shape) {
        if (__builtin_mul_overflow(bytes, size, &bytes))
            return 0;
    }
    return __builtin_add_overflow(bytes, header.dataOffset, &bytes) ? 0 : bytes;
}

Result<NpyHeader> parseNpyHeader(std::string_view start, const std::string &file) {
    const std::size_t before = kMagic.size() + kLengthBytes;
    if (start.size() < before || !start.starts_with(kMagic.substr(0, 6)))
        return fail(Error::Kind::Malformed, {"training.not_an_array", file});
    if (!start.starts_with(kMagic))
        return fail(Error::Kind::Unsupported, {"training.other_array_format", file});
    const std::size_t length =
        static_cast<unsigned char>(start[8]) + (std::size_t{static_cast<unsigned char>(start[9])} << 8U);
    const std::string_view dictionary = start.substr(before, length);
    NpyHeader header;
    header.dataOffset = before + length;
    const std::string_view type = valueOf(dictionary, "descr");
    const auto shape = shapeOf(valueOf(dictionary, "shape"));
    if (dictionary.size() < length || !shape || type.empty())
        return fail(Error::Kind::Malformed, {"training.array_header", file});
    if (type.starts_with("'<f2'"))
        header.type = NpyType::Float16;
    else if (!type.starts_with("'<f4'"))
        return fail(Error::Kind::Unsupported, {"training.array_type", file});
    if (!valueOf(dictionary, "fortran_order").starts_with("False"))
        return fail(Error::Kind::Unsupported, {"training.array_order", file});
    header.shape = *shape;
    return header;
}

void appendNpyValues(std::string &bytes, NpyType type, std::span<const float> values) {
    const std::size_t start = bytes.size();
    bytes.resize(start + values.size() * bytesOf(type));
    char *output = bytes.data() + start;
    if (type == NpyType::Float32) {
        std::memcpy(output, values.data(), values.size() * sizeof(float));
        return;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint16_t half = halfFromFloat(values[i]);
        std::memcpy(output + i * sizeof half, &half, sizeof half);
    }
}

void npyToFloats(NpyType type, std::span<const std::byte> bytes, std::span<float> output) {
    if (type == NpyType::Float32) {
        std::memcpy(output.data(), bytes.data(), output.size_bytes());
        return;
    }
    for (std::size_t i = 0; i < output.size(); ++i) {
        std::uint16_t half = 0;
        std::memcpy(&half, bytes.data() + 2 * i, sizeof half);
        output[i] = floatFromHalf(half);
    }
}

} // namespace tagscope
