// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// The name of a head's file in the directory of its run.
inline constexpr std::string_view kHeadFile = "head.safetensors";

// A logistic regression for each class on what a tagger knows of a step (its embedding).
struct HeadWeights {
    Matrix weights;          // numbers of the embedding x classes
    std::vector<float> bias; // one a class

    // steps x numbers -> steps x classes, logits. As many numbers as there are rows of weights.
    [[nodiscard]] Matrix logits(const Matrix &embedding) const;
    // The same as probabilities in [0, 1].
    [[nodiscard]] Matrix probabilities(const Matrix &embedding) const;
};

// Classes of one's own on top of somebody's tagger. The file holds the weights and names the tagger, which stays where
// it is.
struct TaggerHead {
    std::filesystem::path base; // the tagger's file
    std::string baseSha256;     // of it
    std::string origin;         // a line for people: what it was learnt from
    std::vector<std::string> classes;
    HeadWeights learnt;
};

// Atomic: .safetensors with the tensors "weight" and "bias", the rest in its metadata. Errors: those of
// writeSafetensors().
[[nodiscard]] Result<void> writeTaggerHead(const std::filesystem::path &file, const TaggerHead &head);

// Errors: those of TensorFile::open(); Malformed (a field or tensor is missing or of another shape, a number is not
// finite), Unsupported (of a later version).
[[nodiscard]] Result<TaggerHead> readTaggerHead(const std::filesystem::path &file);

// Whether a file says that it is one.
[[nodiscard]] bool isTaggerHead(const std::filesystem::path &file);

} // namespace tagscope
