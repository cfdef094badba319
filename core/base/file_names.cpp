// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_names.h"

#include <algorithm>
#include <system_error>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

bool cannotBeInFileName(char c) {
    return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

} // namespace

bool isFileName(std::string_view name) {
    return !name.empty() && name.size() <= kMaxFileNameBytes && name.front() != '.' &&
           std::ranges::none_of(name, cannotBeInFileName);
}

std::string asFileName(std::string_view name) {
    std::size_t length = std::min(name.size(), kMaxFileNameBytes);
    while (length > 0 && length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80)
        --length; // not in the middle of a character of UTF-8
    std::string made(name.substr(0, length));
    std::ranges::replace_if(made, cannotBeInFileName, '_');
    if (made.empty() || made.front() == '.')
        made.replace(0, made.empty() ? 0 : 1, "_");
    return made;
}

fs::path behindLinks(const fs::path &path) {
    constexpr int kMostLinks = 40; // as the kernel
    fs::path behind = path;
    std::error_code error;
    for (int link = 0; link < kMostLinks && fs::is_symlink(fs::symlink_status(behind, error)); ++link) {
        const fs::path next = fs::read_symlink(behind, error);
        if (error)
            return path;
        behind = behind.parent_path() / next; // which an absolute one replaces
    }
    return behind;
}

Result<fs::path> pathInside(const fs::path &directory, std::string_view name) {
    if (!isFileName(name))
        return fail(Error::Kind::Inconsistent, {"base.not_a_file_name", std::string(name)});
    fs::path path = directory / name;
    std::error_code error;
    if (!fs::is_symlink(fs::symlink_status(path, error)))
        return path;
    const fs::path home = fs::weakly_canonical(directory, error);
    const fs::path target = fs::weakly_canonical(behindLinks(path), error);
    const auto [left, rest] = std::ranges::mismatch(home, target);
    if (error || left != home.end())
        return fail(Error::Kind::Inconsistent, {"base.link_leads_out", path});
    return path;
}

} // namespace tagscope
