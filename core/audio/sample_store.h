// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>

namespace tagscope {

// The samples of a sound for reading anywhere in it, while they are still being decoded: in a file without a name,
// which is gone with this object, as 16-bit numbers. Their noise, 98 dB below full scale, is for looking at only; what
// is beyond full scale is cut there. One thread appends, any may read.
class SampleStore {
public:
    // Errors: Unreadable where there can be no file in this directory, which is made where it is missing.
    [[nodiscard]] static Result<std::shared_ptr<SampleStore>> make(const std::filesystem::path &directory);
    ~SampleStore();
    SampleStore(const SampleStore &) = delete;
    SampleStore &operator=(const SampleStore &) = delete;

    // Errors: Unreadable where the disk is full.
    [[nodiscard]] Result<void> append(std::span<const float> samples);
    // Nothing more will be appended.
    void finish();

    [[nodiscard]] std::int64_t samples() const;
    [[nodiscard]] bool isFinished() const;
    // Returns when so many samples are there, or all are, or the wish to stop came.
    void waitFor(std::int64_t samples, const std::stop_token &stop) const;
    // Samples from `first` on, zeros where there are none. Errors: Unreadable.
    [[nodiscard]] Result<void> read(std::int64_t first, std::span<float> into) const;

private:
    explicit SampleStore(int file) : file_(file) {}

    int file_;
    mutable std::mutex mutex_; // of what follows
    mutable std::condition_variable_any grown_;
    std::int64_t samples_ = 0;
    bool isFinished_ = false;
};

} // namespace tagscope
