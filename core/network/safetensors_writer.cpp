// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "core/base/try.h"
#include "core/network/tensor_contents.h"
#include "core/network/tensor_file.h"
#include "core/network/tensor_sum.h"

#include <bit>
#include <c10/util/Half.h>
#include <functional>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace tagscope {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are written as they are in memory");

Result<void> check(const std::filesystem::path &file, const std::vector<NamedTensor> &tensors) {
    std::unordered_set<std::string> names{"__metadata__"};
    for (const NamedTensor &tensor : tensors) {
        if (!names.insert(tensor.name).second)
            return fail(Error::Kind::Inconsistent, {"network.name_written_twice", file, printable(tensor.name)});
        try {
            if (static_cast<std::size_t>(checkedCount(tensor.name, tensor.shape)) == tensor.values.size())
                continue;
        } catch (const Refusal &) { // an impossible shape fits no values either
        }
        return fail(Error::Kind::Inconsistent,
                    {"network.shape_unlike_values", file, printable(tensor.name), tensor.values.size()});
    }
    return {};
}

// Spaces bring the numbers to a multiple of 8 bytes from the file's begin, as other writers of the format do.
std::string headerOf(const std::vector<NamedTensor> &tensors, const std::map<std::string, std::string> &metadata,
                     TensorType type) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    const bool isHalf = type == TensorType::F16;
    std::size_t offset = 0;
    for (const NamedTensor &tensor : tensors) {
        const std::size_t end = offset + tensor.values.size() * (isHalf ? sizeof(c10::Half) : sizeof(float));
        header[tensor.name] = {
            {"dtype", isHalf ? "F16" : "F32"}, {"shape", tensor.shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

std::span<const std::byte> bytesOf(const auto &values) {
    return std::as_bytes(std::span(values));
}

// As the numbers are stored, tensor by tensor.
void forEachBlock(const std::vector<NamedTensor> &tensors, TensorType type,
                  const std::function<void(const NamedTensor &, std::span<const std::byte>)> &use) {
    for (const NamedTensor &tensor : tensors) {
        if (type == TensorType::F32)
            use(tensor, bytesOf(tensor.values));
        else
            use(tensor, bytesOf(std::vector<c10::Half>(tensor.values.begin(), tensor.values.end())));
    }
}

std::string sumOf(const std::vector<NamedTensor> &tensors, const std::map<std::string, std::string> &metadata,
                  TensorType type) {
    TensorSum sum(metadata);
    forEachBlock(tensors, type, [&](const NamedTensor &tensor, std::span<const std::byte> numbers) {
        sum.add({tensor.name, type, tensor.shape}, numbers);
    });
    return sum.text();
}

} // namespace

Result<void> writeSafetensors(const std::filesystem::path &file, const std::vector<NamedTensor> &tensors,
                              const std::map<std::string, std::string> &metadata, TensorType type) {
    if (type != TensorType::F32 && type != TensorType::F16)
        return fail(Error::Kind::Unsupported, "network.unwritten_type");
    TAGSCOPE_TRY(check(file, tensors));
    std::string header;
    try {
        std::map<std::string, std::string> all = metadata;
        if (!metadata.empty())
            all[kSumKey] = sumOf(tensors, metadata, type);
        header = headerOf(tensors, all, type);
    } catch (const nlohmann::json::exception &error) {
        return fail(Error::Kind::Inconsistent, {"network.name_not_utf8", file}, error.what());
    }
    AtomicFile written = TAGSCOPE_TRY(AtomicFile::create(file));
    const std::uint64_t headerSize = header.size();
    const auto put = [&](const void *bytes, std::size_t size) {
        written.stream().write(static_cast<const char *>(bytes), static_cast<std::streamsize>(size));
    };
    put(&headerSize, sizeof headerSize);
    put(header.data(), header.size());
    forEachBlock(tensors, type,
                 [&](const NamedTensor &, std::span<const std::byte> numbers) { put(numbers.data(), numbers.size()); });
    return written.commit();
}

} // namespace tagscope
