// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/tuning_digest.h"

#include "core/base/file_hash.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace tagscope {
namespace {

template <class Value>
void addValues(Sha256 &hash, std::span<const Value> values) {
    hash.add({reinterpret_cast<const char *>(values.data()), values.size_bytes()});
}

// One NaN is as good as another: a score that is not there.
void addScores(Sha256 &hash, const Matrix &scores) {
    std::vector<float> values = scores.values;
    for (float &value : values)
        if (std::isnan(value))
            value = std::numeric_limits<float>::quiet_NaN();
    addValues(hash, std::span<const float>(values));
}

} // namespace

std::string digestOf(const TuningTables &tables) {
    Sha256 hash;
    const std::uint64_t shape[] = {tables.truth.clips, tables.truth.events};
    addValues(hash, std::span<const std::uint64_t>(shape));
    addScores(hash, tables.audio);
    addScores(hash, tables.video);
    addValues(hash, std::span<const std::uint8_t>(tables.truth.values));
    return hash.hexadecimal();
}

} // namespace tagscope
