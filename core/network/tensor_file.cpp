// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor_file.h"

#include "core/base/mapped_file.h"
#include "core/base/try.h"
#include "core/network/tensor_contents.h"
#include "core/network/tensor_values.h"
#include "core/network/weight_formats.h"
#include "core/network/wrapper_names.h"

#include <functional>
#include <new>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace tagscope {

struct TensorFile::State {
    std::filesystem::path file;
    MappedFile mapped;
    TensorContents contents;                             // refers to `mapped`
    std::unordered_map<std::string, std::size_t> byName; // indices in contents.tensors
};

namespace {

bool beginsWith(std::span<const std::byte> bytes, std::size_t start, std::string_view text) {
    return bytes.size() >= start + text.size() &&
           std::string_view(reinterpret_cast<const char *>(bytes.data()) + start, text.size()) == text;
}

// By content: names and endings of weight files are no guide.
TensorContents readContents(std::span<const std::byte> bytes) {
    if (bytes.empty())
        throw Refusal{Error::Kind::Malformed, "network.is_empty", {}};
    if (beginsWith(bytes, 8, "{"))
        return readSafetensors(bytes);
    if (beginsWith(bytes, 0, "PK"))
        return readTorchZip(bytes);
    if (beginsWith(bytes, 257, "ustar"))
        throw Refusal{Error::Kind::Unsupported, "network.tar_archive", {}};
    if (beginsWith(bytes, 0, "\x80"))
        return readTorchLegacy(bytes);
    throw Refusal{Error::Kind::Malformed, "network.not_weights", {}};
}

// The folder's edge: what reading throws becomes an error about the file.
template <class T>
Result<T> reading(const std::filesystem::path &file, const std::function<T()> &read) {
    try {
        return read();
    } catch (const Refusal &refusal) {
        return fail(refusal.kind, {"base.followed_by", file, refusal.what}, refusal.cause);
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unsupported, {"network.no_memory", file});
    } catch (const std::exception &error) {
        return fail(Error::Kind::Internal, {"network.not_read", file}, error.what());
    }
}

} // namespace

std::int64_t TensorInfo::count() const {
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

Result<TensorFile> TensorFile::open(const std::filesystem::path &file) {
    MappedFile mapped = TAGSCOPE_TRY(MappedFile::open(file));
    return reading<TensorFile>(file, [&] {
        auto state = std::make_shared<State>();
        state->file = file;
        state->mapped = std::move(mapped);
        state->contents = readContents(state->mapped.bytes());
        dropWrapperNames(state->contents.tensors);
        for (std::size_t i = 0; i < state->contents.tensors.size(); ++i)
            state->byName.emplace(state->contents.tensors[i].name, i);
        return TensorFile(std::move(state));
    });
}

TensorFile::TensorFile(std::shared_ptr<const State> state) : state_(std::move(state)) {}
TensorFile::TensorFile(TensorFile &&) noexcept = default;
TensorFile &TensorFile::operator=(TensorFile &&) noexcept = default;
TensorFile::~TensorFile() = default;

const std::filesystem::path &TensorFile::file() const {
    return state_->file;
}

const std::vector<TensorInfo> &TensorFile::tensors() const {
    return state_->contents.tensors;
}

const std::map<std::string, std::string> &TensorFile::metadata() const {
    return state_->contents.metadata;
}

Result<std::vector<float>> TensorFile::floats(const std::string &name) const {
    const auto found = state_->byName.find(name);
    if (found == state_->byName.end())
        return fail(Error::Kind::Inconsistent, {"network.no_such_tensor", state_->file, printable(name)});
    const TensorInfo &tensor = state_->contents.tensors[found->second];
    const TensorLayout &layout = state_->contents.layouts[found->second];
    return reading<std::vector<float>>(state_->file, [&] {
        const std::size_t size = elementSize(tensor.type);
        const StorageBytes stored =
            state_->contents.storages->bytes(layout.storage, static_cast<std::size_t>(layout.offset) * size,
                                             static_cast<std::size_t>(extent(tensor.shape, layout.strides)) * size);
        return valuesAsFloat(tensor, layout.strides, stored.view);
    });
}

} // namespace tagscope
