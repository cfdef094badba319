// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/pickle_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace tagscope {
namespace {

struct Allowed {
    std::string_view module;
    std::string_view name;
    PickleName meaning;
};

constexpr std::array kAllowed{
    Allowed{"collections", "OrderedDict", PickleName::OrderedDict},
    Allowed{"torch._utils", "_rebuild_tensor", PickleName::RebuildTensor},
    Allowed{"torch._utils", "_rebuild_tensor_v2", PickleName::RebuildTensorV2},
    Allowed{"torch._utils", "_rebuild_parameter", PickleName::RebuildParameter},
    Allowed{"torch.nn.parameter", "Parameter", PickleName::Parameter},
    Allowed{"torch", "Size", PickleName::Size},
};

struct StorageName {
    std::string_view name;
    TensorType type;
};

constexpr std::array kStorages{
    StorageName{"DoubleStorage", TensorType::F64}, StorageName{"FloatStorage", TensorType::F32},
    StorageName{"HalfStorage", TensorType::F16},   StorageName{"BFloat16Storage", TensorType::BF16},
    StorageName{"LongStorage", TensorType::I64},   StorageName{"IntStorage", TensorType::I32},
    StorageName{"ShortStorage", TensorType::I16},  StorageName{"CharStorage", TensorType::I8},
    StorageName{"ByteStorage", TensorType::U8},    StorageName{"BoolStorage", TensorType::Bool},
};

[[noreturn]] void refuse(std::string_view module, std::string_view name, bool isStorage) {
    const std::string asked = printable(std::string(module) + "." + std::string(name));
    if (isStorage)
        throw Refusal{Error::Kind::Unsupported, {"network.unread_numbers", asked}, {}};
    throw Refusal{Error::Kind::Unsupported, {"network.asks_for_code", asked}, {}};
}

} // namespace

PickleValue allowedName(std::string_view module, std::string_view name) {
    PickleValue value;
    value.kind = PickleValue::Kind::Name;
    if (const auto *found = std::ranges::find_if(
            kAllowed, [&](const Allowed &entry) { return entry.module == module && entry.name == name; });
        found != kAllowed.end()) {
        value.name = found->meaning;
        return value;
    }
    // Saved on a GPU, the numbers are the same.
    const bool isStorage =
        (module == "torch" || module == "torch.cuda" || module == "torch.storage") && name.ends_with("Storage");
    const auto *found = std::ranges::find(kStorages, name, &StorageName::name);
    if (!isStorage || found == kStorages.end())
        refuse(module, name, isStorage);
    value.name = PickleName::StorageType;
    value.type = found->type;
    return value;
}

} // namespace tagscope
