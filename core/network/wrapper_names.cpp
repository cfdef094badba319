// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/wrapper_names.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tagscope {
namespace {

constexpr std::string_view kWrappers[] = {"module.", "_orig_mod."};
constexpr std::string_view kOuter = "model.";

// Where the component begins a part of the name, not within a longer word such as "submodule.".
void dropComponent(std::string &name, std::string_view component) {
    for (std::size_t at = 0; (at = name.find(component, at)) != std::string::npos;) {
        if (at == 0 || name[at - 1] == '.')
            name.erase(at, component.size());
        else
            at += component.size();
    }
}

bool areApart(const std::vector<std::string> &names) {
    std::unordered_set<std::string_view> seen;
    return std::ranges::all_of(names,
                               [&seen](const std::string &name) { return !name.empty() && seen.insert(name).second; });
}

} // namespace

void dropWrapperNames(std::vector<TensorInfo> &tensors) {
    std::vector<std::string> names;
    names.reserve(tensors.size());
    for (const TensorInfo &tensor : tensors) {
        names.push_back(tensor.name);
        for (const std::string_view wrapper : kWrappers)
            dropComponent(names.back(), wrapper);
    }
    if (std::ranges::all_of(names, [](const std::string &name) { return name.starts_with(kOuter); }))
        for (std::string &name : names)
            name.erase(0, kOuter.size());
    if (!areApart(names))
        return;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        tensors[i].name = std::move(names[i]);
}

} // namespace tagscope
