// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/state_dict.h"

#include "core/network/weight_sets.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tagscope {
namespace {

using Kind = PickleValue::Kind;

constexpr int kMaxWrappers = 4; // checkpoints of checkpoints, parameters of parameters
constexpr std::array<std::string_view, 3> kWrapperKeys{"state_dict", "model", "model_state_dict"};

[[noreturn]] void malformed(const Message &what) {
    throw Refusal{Error::Kind::Malformed, what, {}};
}

bool isTensor(const PickleValue &value) {
    return value.kind == Kind::Call && value.name != PickleName::Size;
}

// A number beside the weights, such as the best accuracy so far, is saved as a tensor without dimensions.
bool isScalarTensor(const Pickle &pickle, const PickleValue &value) {
    return isTensor(value) && value.items.size() > 2 && pickle[value.items[2]].kind == Kind::Tuple &&
           pickle[value.items[2]].items.empty();
}

class StateDictReader {
public:
    explicit StateDictReader(const Pickle &pickle) : pickle_(pickle) {}

    StateDict read() {
        findStorages();
        const PickleValue &dict = dictOfTensors();
        std::unordered_set<std::string_view> names;
        for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
            const PickleValue &key = pickle_[dict.items[i]];
            if (key.kind != Kind::Text)
                malformed("network.tensor_name_not_text");
            if (!names.insert(key.text).second)
                malformed({"network.two_tensors_named", printable(key.text)});
            if (names.size() > kMaxTensors)
                throw Refusal{Error::Kind::Unsupported, "network.too_many_tensors", {}};
            addTensor(std::string(key.text), pickle_[dict.items[i + 1]]);
        }
        return std::move(found_);
    }

private:
    void findStorages() {
        for (const PickleValue &value : pickle_.values) {
            if (value.kind == Kind::Persistent)
                addStorage(pickle_[value.items[0]]);
        }
    }

    // ("storage", type, key, where it was, count), and in the older format what part of it, or None.
    void addStorage(const PickleValue &identifier) {
        if (identifier.kind != Kind::Tuple || identifier.items.size() < 5 || identifier.items.size() > 6)
            malformed("network.block_without_description");
        const PickleValue &word = item(identifier, 0);
        const PickleValue &type = item(identifier, 1);
        const PickleValue &key = item(identifier, 2);
        if (word.kind != Kind::Text || word.text != "storage" || type.kind != Kind::Name ||
            type.name != PickleName::StorageType || key.kind != Kind::Text)
            malformed("network.block_without_description");
        StateDictStorage storage{std::string(key.text), type.type, integer(item(identifier, 4))};
        if (storage.count < 0 || storage.count > std::int64_t{1} << 44)
            malformed("network.block_impossible_size");
        const auto [place, isNew] = byKey_.try_emplace(key.text, found_.storages.size());
        if (isNew)
            found_.storages.push_back(std::move(storage));
        else if (const StateDictStorage &known = found_.storages[place->second];
                 known.type != storage.type || known.count != storage.count)
            malformed({"network.block_described_twice", printable(key.text)});
    }

    const PickleValue &dictOfTensors() {
        const PickleValue *dict = &pickle_.rootValue();
        for (int depth = 0; depth < kMaxWrappers; ++depth) {
            if (dict->kind != Kind::Dict)
                throw Refusal{Error::Kind::Unsupported, "network.not_tensor_dict", {}};
            const PickleValue *inner = wrappedDict(*dict);
            if (inner == nullptr)
                return *dict;
            dict = inner;
        }
        malformed("network.nested_checkpoints");
    }

    bool isDictOfTensors(const PickleValue &value) const {
        if (value.kind != Kind::Dict)
            return false;
        for (std::size_t i = 1; i < value.items.size(); i += 2)
            if (const PickleValue &entry = pickle_[value.items[i]]; isTensor(entry) && !isScalarTensor(pickle_, entry))
                return true;
        return false;
    }

    // The dict of weights in a checkpoint; null where the dict itself is the one.
    const PickleValue *wrappedDict(const PickleValue &dict) {
        const PickleValue *inner = nullptr;
        std::size_t wrappers = 0;
        bool hasTensors = false;
        std::string name;
        std::vector<std::string> others;
        for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
            const PickleValue &key = pickle_[dict.items[i]];
            const PickleValue &value = pickle_[dict.items[i + 1]];
            if (key.kind == Kind::Text && value.kind == Kind::Dict &&
                std::ranges::find(kWrapperKeys, key.text) != kWrapperKeys.end()) {
                inner = &value;
                ++wrappers;
                name = printable(key.text);
            } else if (key.kind == Kind::Text && isDictOfTensors(value)) {
                others.push_back(printable(key.text));
            }
            hasTensors = hasTensors || (isTensor(value) && !isScalarTensor(pickle_, value));
        }
        if (wrappers > 1 || (wrappers == 1 && hasTensors))
            throw Refusal{Error::Kind::Unsupported, "network.several_weight_sets", {}};
        if (inner != nullptr && !others.empty()) {
            found_.taken = std::move(name);
            found_.others = std::move(others);
        }
        return inner;
    }

    void addTensor(std::string name, const PickleValue &value) {
        const PickleValue *call = &value;
        for (int depth = 0; depth < kMaxWrappers && isParameter(*call); ++depth)
            call = &item(*call, 0);
        const bool isOld = call->kind == Kind::Call && call->name == PickleName::RebuildTensor;
        const bool isNew = call->kind == Kind::Call && call->name == PickleName::RebuildTensorV2;
        if (!isOld && !isNew)
            throw Refusal{Error::Kind::Unsupported, {"network.not_tensor", printable(name)}, {}};
        if (isOld ? call->items.size() != 4 : call->items.size() < 5)
            malformed({"network.tensor_described_partly", printable(name)});
        const View view = viewOf(item(*call, 0));
        TensorInfo tensor{std::move(name), found_.storages[view.storage].type, integers(item(*call, 2))};
        TensorLayout layout{view.storage, integer(item(*call, 1)), integers(item(*call, 3))};
        checkLayout(tensor, layout, view.count);
        layout.offset += view.offset;
        found_.tensors.push_back(std::move(tensor));
        found_.layouts.push_back(std::move(layout));
    }

    static bool isParameter(const PickleValue &value) {
        return value.kind == Kind::Call && !value.items.empty() &&
               (value.name == PickleName::Parameter || value.name == PickleName::RebuildParameter);
    }

    struct View {
        std::size_t storage = 0;
        std::int64_t offset = 0;
        std::int64_t count = 0;
    };

    View viewOf(const PickleValue &persistent) const {
        if (persistent.kind != Kind::Persistent)
            malformed("network.tensor_without_numbers");
        const PickleValue &identifier = item(persistent, 0);
        View view;
        view.storage = byKey_.at(item(identifier, 2).text); // findStorages() was here before
        view.count = found_.storages[view.storage].count;
        if (identifier.items.size() == 6 && item(identifier, 5).kind != Kind::None) {
            // (key, offset, count): a part of the block, as PyTorch made them until 2018
            const PickleValue &part = item(identifier, 5);
            if (part.kind != Kind::Tuple || part.items.size() != 3)
                malformed("network.damaged_block_part");
            const std::int64_t offset = integer(item(part, 1));
            const std::int64_t count = integer(item(part, 2));
            if (offset < 0 || count < 0 || offset > view.count || count > view.count - offset)
                malformed("network.block_part_outside");
            view.offset = offset;
            view.count = count;
        }
        return view;
    }

    [[nodiscard]] const PickleValue &item(const PickleValue &container, std::size_t index) const {
        return pickle_[container.items[index]];
    }

    static std::int64_t integer(const PickleValue &value) {
        if (value.kind != Kind::Integer)
            malformed("network.no_whole_number");
        return value.integer;
    }

    [[nodiscard]] std::vector<std::int64_t> integers(const PickleValue &value) const {
        const PickleValue *tuple = &value;
        if (value.kind == Kind::Call && value.name == PickleName::Size && value.items.size() == 1)
            tuple = &item(value, 0);
        if (tuple->kind != Kind::Tuple && tuple->kind != Kind::List)
            malformed("network.no_shape");
        std::vector<std::int64_t> numbers;
        for (const PickleReference reference : tuple->items)
            numbers.push_back(integer(pickle_[reference]));
        return numbers;
    }

    const Pickle &pickle_;
    StateDict found_;
    std::unordered_map<std::string_view, std::size_t> byKey_;
};

} // namespace

std::map<std::string, std::string> StateDict::metadata() const {
    if (others.empty())
        return {};
    std::string names;
    for (const std::string &name : others)
        names += (names.empty() ? "" : ", ") + name;
    return {{std::string(kWeightsTaken), taken}, {std::string(kOtherWeights), names}};
}

StateDict stateDictOf(const Pickle &pickle) {
    return StateDictReader(pickle).read();
}

} // namespace tagscope
