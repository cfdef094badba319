// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/tensor_contents.h"

#include <cstddef>
#include <span>

// One reader for each format of weight files. `file` must outlive the result. All throw Refusal.
namespace tagscope {

// huggingface/safetensors' layout: header length (8 bytes, little-endian), header (JSON), numbers without gaps.
[[nodiscard]] TensorContents readSafetensors(std::span<const std::byte> file);
// torch.save since PyTorch 1.6: a zip archive of data.pkl and a member for each block of numbers, not compressed.
[[nodiscard]] TensorContents readTorchZip(std::span<const std::byte> file);
// torch.save from 0.1.10 to 1.5: magic number, protocol, description of the machine, state dict and keys of blocks as
// five pickles, then each block: its count (8 bytes, little-endian) and numbers.
[[nodiscard]] TensorContents readTorchLegacy(std::span<const std::byte> file);

} // namespace tagscope
