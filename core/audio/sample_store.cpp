// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/sample_store.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace tagscope {

namespace {

constexpr float kScale = 32767.0F;

auto failure(const Message &what) {
    return fail(Error::Kind::Unreadable, what, std::strerror(errno));
}

bool writeAll(int file, const void *data, std::size_t bytes, std::int64_t at) {
    const auto *from = static_cast<const char *>(data);
    while (bytes > 0) {
        const ssize_t written = pwrite(file, from, bytes, at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        from += written;
        at += written;
        bytes -= static_cast<std::size_t>(written);
    }
    return true;
}

bool readAll(int file, void *data, std::size_t bytes, std::int64_t at) {
    auto *to = static_cast<char *>(data);
    while (bytes > 0) {
        const ssize_t count = pread(file, to, bytes, at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        to += count;
        at += count;
        bytes -= static_cast<std::size_t>(count);
    }
    return true;
}

constexpr auto kBytes = static_cast<std::int64_t>(sizeof(std::int16_t)); // a sample

} // namespace

Result<std::shared_ptr<SampleStore>> SampleStore::make(const std::filesystem::path &directory) {
    std::error_code ignored; // where it could not be made there can be no file in it either
    std::filesystem::create_directories(directory, ignored);
    std::string name = (directory / "samples-XXXXXX").string();
    const int file = mkstemp(name.data());
    if (file < 0)
        return failure({"audio.sound_not_kept_in", directory});
    unlink(name.c_str());
    return std::shared_ptr<SampleStore>(new SampleStore(file)); // NOLINT: the constructor is private
}

SampleStore::~SampleStore() {
    close(file_);
}

Result<void> SampleStore::append(std::span<const float> samples) {
    std::vector<std::int16_t> numbers(samples.size());
    std::ranges::transform(samples, numbers.begin(), [](float sample) {
        return static_cast<std::int16_t>(std::lrint(std::clamp(sample, -1.0F, 1.0F) * kScale));
    });
    const std::int64_t before = this->samples();
    if (!writeAll(file_, numbers.data(), numbers.size() * sizeof(std::int16_t), before * kBytes))
        return failure("audio.sound_not_kept");
    {
        const std::lock_guard lock(mutex_);
        samples_ = before + static_cast<std::int64_t>(samples.size());
    }
    grown_.notify_all();
    return {};
}

void SampleStore::finish() {
    {
        const std::lock_guard lock(mutex_);
        isFinished_ = true;
    }
    grown_.notify_all();
}

std::int64_t SampleStore::samples() const {
    const std::lock_guard lock(mutex_);
    return samples_;
}

bool SampleStore::isFinished() const {
    const std::lock_guard lock(mutex_);
    return isFinished_;
}

void SampleStore::waitFor(std::int64_t samples, const std::stop_token &stop) const {
    std::unique_lock lock(mutex_);
    grown_.wait(lock, stop, [&] { return samples_ >= samples || isFinished_; });
}

Result<void> SampleStore::read(std::int64_t first, std::span<float> into) const {
    const std::int64_t known = samples();
    const std::int64_t from = std::clamp<std::int64_t>(first, 0, known);
    const std::int64_t end = std::clamp<std::int64_t>(first + static_cast<std::int64_t>(into.size()), from, known);
    std::ranges::fill(into, 0.0F);
    std::vector<std::int16_t> numbers(static_cast<std::size_t>(end - from));
    if (!readAll(file_, numbers.data(), numbers.size() * sizeof(std::int16_t), from * kBytes))
        return failure("audio.sound_not_read_again");
    for (std::size_t i = 0; i < numbers.size(); ++i)
        into[static_cast<std::size_t>(from - first) + i] = static_cast<float>(numbers[i]) / kScale;
    return {};
}

} // namespace tagscope
