// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor_sum.h"
#include "core/network/weight_formats.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

namespace tagscope {
namespace {

constexpr std::uint64_t kMaxHeader = 100'000'000; // the format's own limit
constexpr std::size_t kMaxText = 1U << 16U;

struct Entry {
    std::string name;
    std::string type;
    std::optional<std::vector<std::int64_t>> shape;
    std::optional<std::vector<std::int64_t>> offsets; // first byte and the one after the last, from the header's end
};

// Takes the header as it is parsed, so that neither a deep nor a long one costs more memory than its tensors.
// {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …, "__metadata__": {"key": "value", …}}
class HeaderReader final : public nlohmann::json_sax<nlohmann::json> {
public:
    std::vector<Entry> entries;
    std::map<std::string, std::string> metadata;

    bool start_object(std::size_t /*elements*/) override {
        switch (place_) {
        case Place::Start:
            place_ = Place::Header;
            return true;
        case Place::Header:
            if (key_ == "__metadata__" && !hasMetadata_) {
                hasMetadata_ = true;
                place_ = Place::Metadata;
                return true;
            }
            place_ = Place::Tensor;
            return key_ != "__metadata__" && addEntry();
        default:
            return false;
        }
    }

    bool end_object() override {
        if (place_ == Place::Tensor) {
            const Entry &entry = entries.back();
            if (entry.type.empty() || !entry.shape || !entry.offsets || entry.offsets->size() != 2)
                return false;
        }
        place_ = place_ == Place::Header ? Place::End : Place::Header;
        return true;
    }

    bool key(std::string &text) override {
        key_ = text;
        return text.size() <= kMaxText;
    }

    bool string(std::string &text) override {
        if (place_ == Place::Metadata)
            return metadata.emplace(key_, text).second;
        if (place_ != Place::Tensor || key_ != "dtype" || !entries.back().type.empty())
            return false;
        entries.back().type = text;
        return true;
    }

    bool start_array(std::size_t /*elements*/) override {
        if (place_ != Place::Tensor || (key_ != "shape" && key_ != "data_offsets"))
            return false;
        std::optional<std::vector<std::int64_t>> &list =
            key_ == "shape" ? entries.back().shape : entries.back().offsets;
        if (list)
            return false;
        list.emplace();
        place_ = Place::Numbers;
        return true;
    }

    bool end_array() override {
        place_ = Place::Tensor;
        return true;
    }

    bool number_unsigned(std::uint64_t number) override {
        if (place_ != Place::Numbers || number > std::uint64_t{1} << 62U)
            return false;
        std::vector<std::int64_t> &list = key_ == "shape" ? *entries.back().shape : *entries.back().offsets;
        list.push_back(static_cast<std::int64_t>(number));
        return list.size() <= 32;
    }

    bool number_integer(std::int64_t /*number*/) override { return false; }
    bool number_float(double /*number*/, const std::string & /*text*/) override { return false; }
    bool binary(nlohmann::json::binary_t & /*bytes*/) override { return false; }
    bool boolean(bool /*truth*/) override { return false; }
    bool null() override { return false; }
    bool parse_error(std::size_t /*position*/, const std::string & /*token*/,
                     const nlohmann::json::exception & /*error*/) override {
        return false;
    }

private:
    enum class Place { Start, Header, Metadata, Tensor, Numbers, End };

    bool addEntry() {
        if (!names_.insert(key_).second)
            throw Refusal{Error::Kind::Malformed, {"network.two_tensors_named", printable(key_)}, {}};
        if (entries.size() == kMaxTensors)
            throw Refusal{Error::Kind::Unsupported, "network.too_many_tensors", {}};
        entries.push_back({key_, {}, {}, {}});
        return true;
    }

    Place place_ = Place::Start;
    std::string key_;
    bool hasMetadata_ = false;
    std::unordered_set<std::string> names_;
};

TensorType typeOf(const Entry &entry) {
    static const std::map<std::string_view, TensorType> kTypes{
        {"F64", TensorType::F64}, {"F32", TensorType::F32},  {"F16", TensorType::F16}, {"BF16", TensorType::BF16},
        {"I64", TensorType::I64}, {"I32", TensorType::I32},  {"I16", TensorType::I16}, {"I8", TensorType::I8},
        {"U8", TensorType::U8},   {"BOOL", TensorType::Bool}};
    const auto found = kTypes.find(entry.type);
    if (found == kTypes.end())
        throw Refusal{
            Error::Kind::Unsupported, {"network.unread_tensor_type", printable(entry.name), printable(entry.type)}, {}};
    return found->second;
}

std::span<const std::byte> blockOf(const Entry &entry, std::int64_t count, TensorType type,
                                   std::span<const std::byte> data) {
    const std::int64_t first = (*entry.offsets)[0];
    const std::int64_t end = (*entry.offsets)[1];
    if (first > end || static_cast<std::uint64_t>(end) > data.size())
        throw Refusal{Error::Kind::Malformed, {"network.tensor_outside", printable(entry.name)}, {}};
    const auto size = static_cast<std::size_t>(end - first);
    if (size != static_cast<std::size_t>(count) * elementSize(type))
        throw Refusal{Error::Kind::Malformed, {"network.tensor_place_size", printable(entry.name)}, {}};
    return data.subspan(static_cast<std::size_t>(first), size);
}

// The format wants the tensors to cover all data once: what is hidden between them, or shared, is an error.
void checkCoverage(const std::vector<Entry> &entries, std::size_t dataSize) {
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return *entries[i].offsets; });
    std::int64_t covered = 0;
    for (const std::size_t i : order) {
        if ((*entries[i].offsets)[0] != covered)
            throw Refusal{Error::Kind::Malformed, {"network.gap_before_tensor", printable(entries[i].name)}, {}};
        covered = (*entries[i].offsets)[1];
    }
    if (static_cast<std::size_t>(covered) != dataSize)
        throw Refusal{Error::Kind::Malformed, "network.data_left_over", {}};
}

// Of files that other programs wrote there is none.
void checkSum(const std::vector<TensorInfo> &tensors, const std::vector<std::span<const std::byte>> &blocks,
              const std::map<std::string, std::string> &metadata) {
    const auto stored = metadata.find(kSumKey);
    if (stored == metadata.end())
        return;
    TensorSum sum(metadata);
    for (std::size_t i = 0; i < tensors.size(); ++i)
        sum.add(tensors[i], blocks[i]);
    if (sum.text() != stored->second)
        throw Refusal{Error::Kind::Malformed, "network.other_sum", {}};
}

} // namespace

TensorContents readSafetensors(std::span<const std::byte> file) {
    std::uint64_t headerSize = 0;
    if (file.size() < sizeof headerSize)
        throw Refusal{Error::Kind::Malformed, "network.cut_short", {}};
    std::memcpy(&headerSize, file.data(), sizeof headerSize);
    const std::span<const std::byte> rest = file.subspan(sizeof headerSize);
    if (headerSize > kMaxHeader || headerSize > rest.size())
        throw Refusal{Error::Kind::Malformed, {"network.header_cut_short", headerSize}, {}};
    const std::span<const std::byte> header = rest.first(static_cast<std::size_t>(headerSize));
    const std::span<const std::byte> data = rest.subspan(header.size());
    const auto *text = reinterpret_cast<const char *>(header.data());
    HeaderReader reader;
    if (!nlohmann::json::sax_parse(text, text + header.size(), &reader))
        throw Refusal{Error::Kind::Malformed, "network.damaged_header", {}};
    TensorContents contents;
    std::vector<std::span<const std::byte>> blocks;
    for (Entry &entry : reader.entries) {
        TensorInfo tensor{entry.name, typeOf(entry), *entry.shape};
        blocks.push_back(blockOf(entry, checkedCount(entry.name, tensor.shape), tensor.type, data));
        contents.layouts.push_back({contents.layouts.size(), 0, rowMajorStrides(tensor.shape)});
        contents.tensors.push_back(std::move(tensor));
    }
    checkCoverage(reader.entries, data.size());
    checkSum(contents.tensors, blocks, reader.metadata);
    contents.metadata = std::move(reader.metadata);
    contents.metadata.erase(kSumKey);
    contents.storages = std::make_unique<MappedStorages>(std::move(blocks));
    return contents;
}

} // namespace tagscope
