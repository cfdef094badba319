// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/log_mel.h"
#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/base/seconds.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

enum class FeaturePrecision { Float16, Float32 };

// What all features of a store share; in its index, and a store is remade where it changes.
struct FeatureFormat {
    LogMelOptions logMel;
    Seconds clipDuration{10};
    FeaturePrecision precision = FeaturePrecision::Float16;

    [[nodiscard]] std::size_t frames() const; // of a clip, 2,000 for 10 s
    [[nodiscard]] std::size_t bands() const;
    friend bool operator==(const FeatureFormat &, const FeatureFormat &) = default;
};

// Per-band statistics over the sound frames (not the padding) of the training split.
struct BandStatistics {
    std::vector<float> mean;      // dB
    std::vector<float> deviation; // dB; > 0
};

// Log-mel features of many clips on disk, in dB before normalisation: blocks of clips x frames x bands in files that
// NumPy opens (`features-00000.npy`), each with its description beside it (`features-00000.json`: clips, frames of
// sound, SHA-256), and for the whole `index.json`. Read through the page cache, not kept in memory. Immutable; read()
// may be called from several threads.
class FeatureStore {
public:
    // Errors: Unreadable (no such store; says that `tagscope-cli features` makes one), Malformed, Unsupported.
    [[nodiscard]] static Result<FeatureStore> open(const std::filesystem::path &directory);

    FeatureStore(FeatureStore &&) noexcept;
    FeatureStore &operator=(FeatureStore &&) noexcept;
    ~FeatureStore();

    [[nodiscard]] const FeatureFormat &format() const;
    [[nodiscard]] std::size_t clips() const;
    [[nodiscard]] const std::string &clipName(std::size_t row) const;
    [[nodiscard]] std::optional<std::size_t> find(std::string_view clipName) const;
    [[nodiscard]] std::size_t soundFrames(std::size_t row) const; // before the padding
    [[nodiscard]] const BandStatistics &statistics() const;

    // Features of the rows, normalised by statistics(), to `output`: rows x frames x bands.
    // Errors: Unreadable, Malformed (a block that is shorter than it says).
    [[nodiscard]] Result<void> read(std::span<const std::size_t> rows, std::span<float> output) const;
    // In dB, as stored.
    [[nodiscard]] Result<Matrix> readDecibels(std::size_t row) const;

private:
    struct State;
    explicit FeatureStore(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

} // namespace tagscope
