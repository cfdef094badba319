// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/pickle.h"
#include "core/network/state_dict.h"
#include "core/network/weight_formats.h"

#include <cstring>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

using Kind = PickleValue::Kind;

constexpr std::string_view kMagic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19"; // torch.serialization.MAGIC_NUMBER
constexpr std::int64_t kProtocolVersion = 1001;
constexpr std::size_t kMaxLegacyPickle = std::size_t{64} << 20U;

// Reads the pickle at `position` and moves behind it.
Pickle nextPickle(std::span<const std::byte> file, std::size_t &position) {
    const std::size_t end = file.size() - position > kMaxLegacyPickle ? position + kMaxLegacyPickle : file.size();
    Pickle pickle = readPickle(file.first(end), position);
    position = pickle.end;
    return pickle;
}

void checkHead(std::span<const std::byte> file, std::size_t &position) {
    const Pickle magic = nextPickle(file, position);
    if (magic.rootValue().kind != Kind::LongInteger || magic.rootValue().text != kMagic)
        throw Refusal{Error::Kind::Malformed, "network.other_pickle", {}};
    const Pickle version = nextPickle(file, position);
    if (version.rootValue().kind != Kind::Integer || version.rootValue().integer != kProtocolVersion)
        throw Refusal{Error::Kind::Unsupported, "network.unknown_torch_version", {}};
    const Pickle machine = nextPickle(file, position);
    const PickleValue &entries = machine.rootValue();
    for (std::size_t i = 0; entries.kind == Kind::Dict && i + 1 < entries.items.size(); i += 2) {
        const PickleValue &value = machine[entries.items[i + 1]];
        if (machine[entries.items[i]].text == "little_endian" && value.kind == Kind::Bool && value.integer == 0)
            throw Refusal{Error::Kind::Unsupported, "network.big_endian", {}};
    }
}

// The numbers of one block; `position` moves behind them.
std::span<const std::byte> nextBlock(std::span<const std::byte> file, std::size_t &position,
                                     const StateDictStorage &storage) {
    std::uint64_t count = 0;
    if (file.size() - position < sizeof count)
        throw Refusal{Error::Kind::Malformed, "network.cut_short_before_numbers", {}};
    std::memcpy(&count, file.data() + position, sizeof count);
    position += sizeof count;
    if (count != static_cast<std::uint64_t>(storage.count))
        throw Refusal{Error::Kind::Malformed, "network.other_block_sizes", {}};
    const std::size_t size = static_cast<std::size_t>(count) * elementSize(storage.type);
    if (file.size() - position < size)
        throw Refusal{Error::Kind::Malformed, "network.cut_short_in_numbers", {}};
    const std::span<const std::byte> block = file.subspan(position, size);
    position += size;
    return block;
}

// Blocks come in the order of a list of their keys.
std::vector<std::span<const std::byte>> blocksOf(std::span<const std::byte> file, std::size_t &position,
                                                 const std::vector<StateDictStorage> &storages) {
    std::unordered_map<std::string_view, std::size_t> byKey;
    for (std::size_t i = 0; i < storages.size(); ++i)
        byKey.emplace(storages[i].key, i);
    const Pickle keys = nextPickle(file, position);
    if (keys.rootValue().kind != Kind::List)
        throw Refusal{Error::Kind::Malformed, "network.no_block_list", {}};
    std::vector<std::optional<std::span<const std::byte>>> found(storages.size());
    for (const PickleReference reference : keys.rootValue().items) {
        const auto known = keys[reference].kind == Kind::Text ? byKey.find(keys[reference].text) : byKey.end();
        if (known == byKey.end() || found[known->second])
            throw Refusal{Error::Kind::Malformed, "network.foreign_block", {}};
        found[known->second] = nextBlock(file, position, storages[known->second]);
    }
    std::vector<std::span<const std::byte>> blocks;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i])
            throw Refusal{Error::Kind::Malformed, {"network.block_missing", printable(storages[i].key)}, {}};
        blocks.push_back(*found[i]);
    }
    return blocks;
}

} // namespace

TensorContents readTorchLegacy(std::span<const std::byte> file) {
    std::size_t position = 0;
    checkHead(file, position);
    StateDict dict = stateDictOf(nextPickle(file, position));
    TensorContents contents;
    contents.storages = std::make_unique<MappedStorages>(blocksOf(file, position, dict.storages));
    contents.tensors = std::move(dict.tensors);
    contents.layouts = std::move(dict.layouts);
    contents.metadata = dict.metadata();
    return contents;
}

} // namespace tagscope
