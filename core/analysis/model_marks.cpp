// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/model_marks.h"

#include "core/base/atomic_file.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/words/vector_file.h"
#include "core/words/word_vectors.h"

#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

namespace tagscope {
namespace {

namespace fs = std::filesystem;
using HeaderJson = nlohmann::ordered_json; // tensors stay in their order

constexpr std::string_view kOwnKeys = "tagscope.";
constexpr const char *kMetadata = "__metadata__";
// As the format's own reader: more is a lie in the length.
constexpr std::uint64_t kLongestHeader = 100'000'000;

tl::unexpected<Error> damagedModel(const fs::path &file) {
    return fail(Error::Kind::Malformed, {"analysis.damaged_model", file});
}

// The header of .safetensors, where the file is one: its length (8 bytes, little-endian), then JSON.
std::optional<HeaderJson> safetensorsHeader(std::ifstream &stream) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t length = 0;
    std::array<char, sizeof length> bytes{};
    if (!stream.read(bytes.data(), bytes.size()))
        return std::nullopt;
    std::memcpy(&length, bytes.data(), sizeof length);
    if (length < 2 || length > kLongestHeader)
        return std::nullopt;
    std::string text(length, '\0');
    if (!stream.read(text.data(), static_cast<std::streamsize>(length)) || text.front() != '{')
        return std::nullopt;
    HeaderJson header = foreignJson<HeaderJson>(text);
    return header.is_object() ? std::optional(std::move(header)) : std::nullopt;
}

// "origin\nkey: value\nkey: value"
ModelMarks marksBehind(const std::string &origin) {
    ModelMarks marks;
    std::size_t begin = origin.find('\n');
    while (begin != std::string::npos) {
        const std::size_t end = origin.find('\n', begin + 1);
        const std::string line = origin.substr(begin + 1, end == std::string::npos ? end : end - begin - 1);
        if (const std::size_t colon = line.find(": "); colon != std::string::npos && line.starts_with(kOwnKeys))
            marks[line.substr(0, colon)] = line.substr(colon + 2);
        begin = end;
    }
    return marks;
}

Result<void> addToSafetensors(const fs::path &file, std::ifstream &stream, HeaderJson header, const ModelMarks &marks) {
    for (const auto &[key, value] : marks)
        header[kMetadata][key] = value;
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' '); // the numbers behind it stay aligned
    const std::uint64_t length = text.size();
    std::array<char, sizeof length> bytes{};
    std::memcpy(bytes.data(), &length, sizeof length);
    AtomicFile marked = TAGSCOPE_TRY(AtomicFile::create(file));
    marked.stream().write(bytes.data(), bytes.size());
    marked.stream().write(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.peek() != std::ifstream::traits_type::eof())
        marked.stream() << stream.rdbuf();
    return marked.commit();
}

// The origin is what the file ends with.
Result<void> addToVectors(const fs::path &file, const ModelMarks &marks) {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    vectorFile::Header header{};
    std::array<char, sizeof header> bytes{};
    if (!stream.read(bytes.data(), bytes.size()))
        return damagedModel(file);
    std::memcpy(&header, bytes.data(), sizeof header);
    if (!vectorFile::countsArePossible(header) || header.originBytes > kLongestHeader)
        return damagedModel(file);
    const auto place = static_cast<std::streamoff>(vectorFile::layoutOf(header).origin);
    std::string origin(header.originBytes, '\0');
    if (!stream.seekg(place) || !stream.read(origin.data(), static_cast<std::streamsize>(origin.size())))
        return damagedModel(file);
    ModelMarks all = marksBehind(origin);
    for (const auto &[key, value] : marks)
        all[key] = value;
    std::string marked = originWithoutMarks(origin);
    for (const auto &[key, value] : all)
        marked += "\n" + key + ": " + value;
    header.originBytes = marked.size();
    std::memcpy(bytes.data(), &header, sizeof header);
    stream.seekp(place);
    stream.write(marked.data(), static_cast<std::streamsize>(marked.size()));
    stream.seekp(0);
    stream.write(bytes.data(), bytes.size());
    stream.close();
    std::error_code error;
    fs::resize_file(file, static_cast<std::uintmax_t>(place) + marked.size(), error);
    if (!stream || error)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", file}, error.message());
    return {};
}

} // namespace

ModelMarks marksIn(const fs::path &file) {
    if (WordVectors::isCompactFile(file)) {
        const Result<WordVectors> vectors = WordVectors::open(file);
        return vectors ? marksBehind(vectors->origin()) : ModelMarks();
    }
    std::ifstream stream(file, std::ios::binary);
    const std::optional<HeaderJson> header = safetensorsHeader(stream);
    ModelMarks marks;
    if (!header || !header->contains(kMetadata) || !header->at(kMetadata).is_object())
        return marks;
    for (const auto &[key, value] : header->at(kMetadata).items())
        if (key.starts_with(kOwnKeys) && value.is_string())
            marks[key] = value.get<std::string>();
    return marks;
}

Result<void> addMarks(const fs::path &file, const ModelMarks &marks) {
    if (WordVectors::isCompactFile(file))
        return addToVectors(file, marks);
    std::ifstream stream(file, std::ios::binary);
    std::optional<HeaderJson> header = safetensorsHeader(stream);
    if (!header)
        return {};
    if (header->contains(kMetadata) && !header->at(kMetadata).is_object())
        return damagedModel(file);
    return addToSafetensors(file, stream, std::move(*header), marks);
}

std::string originWithoutMarks(const std::string &origin) {
    return origin.substr(0, origin.find('\n'));
}

} // namespace tagscope
