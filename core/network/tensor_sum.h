// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_hash.h"
#include "core/network/tensor_file.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>

namespace tagscope {

// The metadata of .safetensors that holds the sum of the file, where this program wrote it.
inline constexpr const char *kSumKey = "tagscope.sum";

// SHA-256 over the metadata and the tensors in the file's order: names, types, shapes, numbers as they are stored.
// Without kSumKey, and without the mark of the demo, which an import adds later (core/analysis/model_marks.h).
class TensorSum {
public:
    explicit TensorSum(const std::map<std::string, std::string> &metadata);

    void add(const TensorInfo &tensor, std::span<const std::byte> numbers);
    // Of all that was added, 64 hexadecimal digits; the last call.
    [[nodiscard]] std::string text() { return sum_.hexadecimal(); }

private:
    void addText(const std::string &text);
    Sha256 sum_;
};

} // namespace tagscope
