// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace tagscope {

struct AttributeVectorOptions {
    std::size_t dimensions = 50; // at least as many as there are attributes
    std::uint64_t seed = 1;
};

// Makes word vectors from a table of what words mean: tab-separated with a header line `word attributes`, the latter
// being blank-separated weights such as "rail=3 wheels=1". Each attribute is given a seeded random direction at right
// angles to all others, and a word is the weighted sum of its attributes' directions, so that the cosine of two words
// is that of their weights. Writes GloVe text, atomically; the same from the same arguments.
// Errors, with the line: those of TabTable; Malformed (a weight that is no finite number, a word with blanks or
// twice); Inconsistent for more attributes than dimensions.
[[nodiscard]] Result<void> makeWordVectors(const std::filesystem::path &table, const std::filesystem::path &text,
                                           const AttributeVectorOptions &options = {});

} // namespace tagscope
