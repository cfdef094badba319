// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/npy_file.h"

#include "core/base/mapped_file.h"
#include "core/base/try.h"
#include "core/formats/half_float.h"

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
constexpr std::size_t kNpyPrefix = 6; // of the magic, before the version

std::string_view npyDescription(NpyType type) {
    return type == NpyType::Float16 ? "<f2" : type == NpyType::Float32 ? "<f4" : "<f8";
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

// The header of any format and order.
Result<NpyHeader> npyHeaderIn(std::string_view start, const std::string &file) {
    if (start.size() < kMagic.size() + 2 || !start.starts_with(kMagic.substr(0, kNpyPrefix)))
        return fail(Error::Kind::Malformed, {"training.not_an_array", file});
    const auto byteAt = [&start](std::size_t at) { return std::size_t{static_cast<unsigned char>(start[at])}; };
    const std::size_t version = byteAt(kNpyPrefix);
    if (version < 1 || version > 3)
        return fail(Error::Kind::Unsupported, {"training.other_array_format", file});
    const std::size_t before = kMagic.size() + (version == 1 ? kLengthBytes : 2 * kLengthBytes);
    if (start.size() < before)
        return fail(Error::Kind::Malformed, {"training.array_header", file});
    std::size_t length = byteAt(8) + (byteAt(9) << 8U);
    if (version > 1)
        length += (byteAt(10) << 16U) + (byteAt(11) << 24U);
    const std::string_view dictionary = start.substr(before, length);
    NpyHeader header;
    header.dataOffset = before + length;
    const std::string_view type = valueOf(dictionary, "descr");
    const auto shape = shapeOf(valueOf(dictionary, "shape"));
    if (dictionary.size() < length || !shape || type.empty())
        return fail(Error::Kind::Malformed, {"training.array_header", file});
    if (type.starts_with("'<f2'"))
        header.type = NpyType::Float16;
    else if (type.starts_with("'<f8'"))
        header.type = NpyType::Float64;
    else if (!type.starts_with("'<f4'"))
        return fail(Error::Kind::Unsupported, {"training.array_type", file});
    header.isColumnsFirst = !valueOf(dictionary, "fortran_order").starts_with("False");
    header.shape = *shape;
    return header;
}

} // namespace

std::size_t bytesOf(NpyType type) {
    return type == NpyType::Float16 ? 2 : type == NpyType::Float32 ? 4 : 8;
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
    if (start.starts_with(kMagic.substr(0, kNpyPrefix)) && !start.starts_with(kMagic))
        return fail(Error::Kind::Unsupported, {"training.other_array_format", file});
    NpyHeader header = TAGSCOPE_TRY(npyHeaderIn(start, file));
    if (header.type == NpyType::Float64)
        return fail(Error::Kind::Unsupported, {"training.array_type", file});
    if (header.isColumnsFirst)
        return fail(Error::Kind::Unsupported, {"training.array_order", file});
    return header;
}

Result<NpyArray> npyArrayIn(std::string_view bytes, const std::string &file) {
    const NpyHeader header = TAGSCOPE_TRY(npyHeaderIn(bytes.substr(0, kNpyHeaderBytes), file));
    if (npyFileBytes(header) != bytes.size())
        return fail(Error::Kind::Malformed, {"training.array_length", file});
    NpyArray array{header.shape, {}};
    const std::size_t count = (bytes.size() - header.dataOffset) / bytesOf(header.type);
    if (count > kMostNpyValues || (header.isColumnsFirst && header.shape.size() != 2))
        return fail(Error::Kind::Unsupported, {"formats.array_too_large", file});
    const std::string_view numbers = bytes.substr(header.dataOffset);
    array.values.resize(count);
    if (header.type == NpyType::Float64) {
        std::memcpy(array.values.data(), numbers.data(), numbers.size());
    } else {
        std::vector<float> narrow(count);
        npyToFloats(header.type, std::as_bytes(std::span(numbers)), narrow);
        array.values.assign(narrow.begin(), narrow.end());
    }
    if (header.isColumnsFirst) {
        std::vector<double> rows(count);
        for (std::size_t row = 0; row < header.shape[0]; ++row)
            for (std::size_t column = 0; column < header.shape[1]; ++column)
                rows[row * header.shape[1] + column] = array.values[column * header.shape[0] + row];
        array.values = std::move(rows);
    }
    return array;
}

Result<NpyArray> readNpyArray(const std::filesystem::path &file) {
    const MappedFile mapped = TAGSCOPE_TRY(MappedFile::open(file));
    return npyArrayIn(mapped.text(), file.string());
}

void appendNpyValues(std::string &bytes, NpyType type, std::span<const float> values) {
    const std::size_t start = bytes.size();
    bytes.resize(start + values.size() * bytesOf(type));
    char *output = bytes.data() + start;
    if (type == NpyType::Float32) {
        std::memcpy(output, values.data(), values.size() * sizeof(float));
        return;
    }
    if (type == NpyType::Float64) {
        const std::vector<double> wide(values.begin(), values.end());
        std::memcpy(output, wide.data(), wide.size() * sizeof(double));
        return;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint16_t half = halfFromFloat(values[i]);
        std::memcpy(output + i * sizeof half, &half, sizeof half);
    }
}

void appendNpyDoubles(std::string &bytes, std::span<const double> values) {
    static_assert(std::endian::native == std::endian::little);
    bytes.append(reinterpret_cast<const char *>(values.data()), values.size() * sizeof(double));
}

void npyToFloats(NpyType type, std::span<const std::byte> bytes, std::span<float> output) {
    if (type == NpyType::Float32) {
        std::memcpy(output.data(), bytes.data(), output.size_bytes());
        return;
    }
    if (type == NpyType::Float64) {
        std::vector<double> wide(output.size());
        std::memcpy(wide.data(), bytes.data(), wide.size() * sizeof(double));
        std::ranges::transform(wide, output.begin(), [](double value) { return static_cast<float>(value); });
        return;
    }
    for (std::size_t i = 0; i < output.size(); ++i) {
        std::uint16_t half = 0;
        std::memcpy(&half, bytes.data() + 2 * i, sizeof half);
        output[i] = floatFromHalf(half);
    }
}

} // namespace tagscope
