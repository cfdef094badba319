// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_hash.h"

#include <array>
#include <fstream>
#include <memory>
#include <openssl/evp.h>
#include <vector>

namespace tagscope {

namespace {

constexpr std::string_view kSeal = "\nsha256:";
constexpr std::size_t kHexadecimalDigits = 64;

} // namespace

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr);
}

Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size());
}

std::string Sha256::hexadecimal() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_DigestFinal_ex(state_->context.get(), digest.data(), &length);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += kDigits[digest[i] >> 4U];
        text += kDigits[digest[i] & 15U];
    }
    return text;
}

Result<std::string> sha256OfFile(const std::filesystem::path &file, std::stop_token stop) {
    std::error_code error;
    std::ifstream stream;
    if (!std::filesystem::is_directory(file, error))
        stream.open(file, std::ios::binary);
    if (!stream.is_open())
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file});
    Sha256 hash;
    std::vector<char> block(std::size_t{1} << 20U);
    while (stream) {
        if (stop.stop_requested())
            return cancelled();
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        hash.add({block.data(), static_cast<std::size_t>(stream.gcount())});
    }
    if (stream.bad())
        return fail(Error::Kind::Unreadable, {"base.read_stopped", file});
    return hash.hexadecimal();
}

std::string sha256Of(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hexadecimal();
}

std::string sumOf(std::span<const std::byte> bytes) {
    constexpr std::size_t kDigitsOfSum = 16;
    return sha256Of({reinterpret_cast<const char *>(bytes.data()), bytes.size()}).substr(0, kDigitsOfSum);
}

std::string sealed(std::string_view bytes) {
    return std::string(bytes).append(kSeal).append(sha256Of(bytes));
}

std::optional<std::string_view> unsealed(std::string_view stored) {
    const std::size_t length = kSeal.size() + kHexadecimalDigits;
    if (stored.size() < length || stored.substr(stored.size() - length, kSeal.size()) != kSeal)
        return stored;
    const std::string_view bytes = stored.substr(0, stored.size() - length);
    return stored.substr(stored.size() - kHexadecimalDigits) == sha256Of(bytes) ? std::optional(bytes) : std::nullopt;
}

} // namespace tagscope
