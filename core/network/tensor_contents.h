// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/network/tensor_file.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the readers of the formats have in common. Private to the readers of weight files.
namespace tagscope {

// Why a file is not read. Thrown by the readers, whose functions return values and positions, and caught in one place,
// TensorFile, which puts the file's name before `what`.
struct Refusal {
    Error::Kind kind = Error::Kind::Malformed;
    Message what; // continues a sentence that begins with the file: "is cut short in its list of tensors."
    std::string cause;
};

// Bytes of a stored block: in the mapped file, or a copy where the format needs one.
struct StorageBytes {
    std::vector<std::byte> copy;
    std::span<const std::byte> view;
};

// The blocks of raw little-endian numbers in a file. Thread-safe.
class Storages {
public:
    Storages() = default;
    Storages(const Storages &) = delete;
    Storages &operator=(const Storages &) = delete;
    virtual ~Storages() = default;
    // `count` bytes from `first` of a block; the range lies within the block. Throws Refusal.
    [[nodiscard]] virtual StorageBytes bytes(std::size_t storage, std::size_t first, std::size_t count) const = 0;
};

// Blocks that lie in the mapped file as they are.
class MappedStorages final : public Storages {
public:
    explicit MappedStorages(std::vector<std::span<const std::byte>> blocks) : blocks_(std::move(blocks)) {}
    [[nodiscard]] StorageBytes bytes(std::size_t storage, std::size_t first, std::size_t count) const override {
        return {{}, blocks_[storage].subspan(first, count)};
    }

private:
    std::vector<std::span<const std::byte>> blocks_;
};

// A tensor's place in a block. Element (i, j, …) is number offset + i * strides[0] + j * strides[1] + … of the block.
struct TensorLayout {
    std::size_t storage = 0;
    std::int64_t offset = 0;
    std::vector<std::int64_t> strides; // as many as the shape has dimensions
};

// An open file: layouts[i] belongs to tensors[i] and is within its block.
struct TensorContents {
    std::vector<TensorInfo> tensors;
    std::vector<TensorLayout> layouts;
    std::map<std::string, std::string> metadata;
    std::unique_ptr<const Storages> storages;
};

// Published networks have a thousand tensors at most; a list far beyond that is damage or malice.
inline constexpr std::size_t kMaxTensors = 65536;

[[nodiscard]] std::size_t elementSize(TensorType type); // bytes
// The product of the shape. Throws Refusal for more than 16 dimensions, negative ones, and products beyond 2^47.
[[nodiscard]] std::int64_t checkedCount(std::string_view name, const std::vector<std::int64_t> &shape);
// Throws Refusal unless all of the tensor's elements are among the `storageCount` of its block.
void checkLayout(const TensorInfo &tensor, const TensorLayout &layout, std::int64_t storageCount);
// Elements from the first to the last that the tensor touches, both included; 0 for a tensor without values.
[[nodiscard]] std::int64_t extent(const std::vector<std::int64_t> &shape, const std::vector<std::int64_t> &strides);
[[nodiscard]] std::vector<std::int64_t> rowMajorStrides(const std::vector<std::int64_t> &shape);
// Text from a file as part of a message: quoted by nothing, one line, at most 100 characters, other bytes as '?'.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace tagscope
