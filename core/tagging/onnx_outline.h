// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace tagscope {

// What an ONNX file holds, read without any library: enough to refuse, with the cure, what OpenCV cannot load, before
// it is given a stranger's bytes. Format: onnx.proto of ONNX, protocol buffers' encoding.
struct OnnxOutline {
    struct Value {
        std::string name;
        std::vector<std::int64_t> shape; // -1 where it varies
        int elementType = 0;             // 1: float32, 10: float16
    };
    std::int64_t opset = 0;    // of the standard operators
    std::vector<Value> inputs; // without initialisers
    std::vector<Value> outputs;
    std::set<std::string> operators;
    std::uint64_t nodes = 0;
    std::uint64_t weightBytes = 0;
    bool hasHalfWeights = false;
    bool hasExternalData = false;
    bool hasComputedPads = false; // a Pad whose amounts are no constant
};

inline constexpr std::uint64_t kMostOnnxBytes = std::uint64_t{1} << 30U; // 1 GiB; protocol buffers end at 2

// Errors: Unreadable, Malformed (no such file, cut short, a length beyond the file), Unsupported (larger than
// kMostOnnxBytes).
[[nodiscard]] Result<OnnxOutline> readOnnxOutline(const std::filesystem::path &file);

// Why OpenCV will not load it and what to do, in a sentence; empty where nothing speaks against it.
[[nodiscard]] Message whyOpenCvRefuses(const OnnxOutline &outline);

} // namespace tagscope
