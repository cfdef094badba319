// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// Bytes of weight files, put together for tests.
namespace tagscope::test {

inline std::string readFile(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::filesystem::path writeFile(const std::filesystem::path &file, std::string_view content) {
    std::ofstream(file, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
    return file;
}

template <class Number>
std::string bytesOf(const std::vector<Number> &numbers) {
    std::string bytes(numbers.size() * sizeof(Number), '\0');
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
}

inline std::string bytesOf(std::uint64_t number) {
    return bytesOf(std::vector{number});
}

inline std::string safetensors(const std::string &header, const std::string &data) {
    return bytesOf(static_cast<std::uint64_t>(header.size())) + header + data;
}

// The older format of torch.save around the pickle of a state dict, which begins after its protocol bytes.
inline std::string legacy(const std::string &pickle, const std::string &rest = {}) {
    using namespace std::string_literals;
    return "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19."s
           "\x80\x02M\xe9\x03."s
           "\x80\x02}."s
           "\x80\x02"s +
           pickle + rest;
}

} // namespace tagscope::test
