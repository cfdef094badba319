// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace tagscope {

// A directory that is there as a whole or not at all: files go to one beside it, which commit() renames. Without
// commit() nothing is left behind. Used by one thread.
class AtomicDirectory {
public:
    // Errors: Inconsistent (it is there already and not empty, or a file), Unreadable.
    [[nodiscard]] static Result<AtomicDirectory> create(const std::filesystem::path &target);

    AtomicDirectory(AtomicDirectory &&other) noexcept;
    AtomicDirectory &operator=(AtomicDirectory &&) = delete;
    AtomicDirectory(const AtomicDirectory &) = delete;
    AtomicDirectory &operator=(const AtomicDirectory &) = delete;
    ~AtomicDirectory();

    // `name`: of a clip, of which what a file name cannot hold becomes "_". Errors: Unreadable, Inconsistent (two clips
    // would share a file).
    [[nodiscard]] Result<void> write(const std::string &name, std::string_view suffix, std::string_view content);
    [[nodiscard]] Result<void> commit();

private:
    AtomicDirectory() = default;

    std::filesystem::path target_;
    std::filesystem::path temporary_; // empty after commit() and in a moved-from object
    std::set<std::string> names_;
};

} // namespace tagscope
