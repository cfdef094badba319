// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/pickle.h"
#include "core/network/tensor_contents.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tagscope {

// A block of numbers that a state dict refers to by its key.
struct StateDictStorage {
    std::string key;
    TensorType type = TensorType::F32;
    std::int64_t count = 0; // numbers, as the pickle has it; whether they are there is for the format to check
};

struct StateDict {
    std::vector<TensorInfo> tensors;
    std::vector<TensorLayout> layouts;      // within the storages' counts
    std::vector<StateDictStorage> storages; // all that the pickle refers to, used or not
    // Of a checkpoint that holds further weights, such as their average as "state_dict_ema": which were taken, and
    // those that were not; both empty otherwise.
    std::string taken;
    std::vector<std::string> others;

    // Both as a file's metadata.
    [[nodiscard]] std::map<std::string, std::string> metadata() const;
};

// Finds the tensors of a state dict, itself or under "state_dict", "model" or "model_state_dict" in a checkpoint.
// Throws Refusal.
[[nodiscard]] StateDict stateDictOf(const Pickle &pickle);

} // namespace tagscope
