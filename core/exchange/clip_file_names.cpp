// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/clip_file_names.h"

#include <unordered_set>
#include <utility>

namespace tagscope {
namespace {

constexpr std::size_t kLongestName = 200; // bytes, of the 255 that file systems allow, with suffixes

std::string plainFileName(std::string name) {
    for (char &c : name)
        if (c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20)
            c = '_';
    if (name.starts_with('.'))
        name.front() = '_';
    if (name.size() > kLongestName) { // the end tells clips apart
        std::size_t from = name.size() - kLongestName;
        while (from < name.size() && (static_cast<unsigned char>(name[from]) & 0xC0U) == 0x80)
            ++from;
        name = "_" + name.substr(from);
    }
    return name;
}

} // namespace

std::vector<std::string> fileNamesOf(std::span<const Clip> clips) {
    std::unordered_set<std::string> taken;
    std::vector<std::string> names(clips.size());
    for (std::size_t i = 0; i < clips.size(); ++i)
        if (plainFileName(clips[i].name) == clips[i].name)
            taken.insert(names[i] = clips[i].name);
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (!names[i].empty())
            continue;
        const std::string plain = plainFileName(clips[i].name);
        names[i] = plain;
        for (int number = 2; !taken.insert(names[i]).second; ++number)
            names[i] = plain + "~" + std::to_string(number);
    }
    return names;
}

} // namespace tagscope
