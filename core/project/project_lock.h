// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace tagscope {

// The right to write to a project, held by one object at a time over all programs. It is a lock of the operating
// system on a file beside the project ("street.tagscope-lock"), which ends with the process that holds it, however
// that ends; the file's content only names the holder for the message. Used by one thread.
class ProjectLock {
public:
    // Errors: Unreadable where the file cannot be made; Inconsistent while another holds the lock, naming it.
    [[nodiscard]] static Result<ProjectLock> acquire(const std::filesystem::path &project);

    // Whether an object of any program holds it now.
    [[nodiscard]] static bool isHeld(const std::filesystem::path &project);
    // What the holder said with note(); empty while nobody holds the lock.
    [[nodiscard]] static std::string heldNote(const std::filesystem::path &project);

    // What one that ended without releasing it had said; empty while somebody holds the lock.
    [[nodiscard]] static std::string leftNote(const std::filesystem::path &project);

    // What the holder before had said with note(), if it ended without releasing the lock.
    [[nodiscard]] const std::string &formerNote() const { return formerNote_; }
    // A line for other programs, and for those that come after this one was killed.
    void note(const std::string &text) const;

    ProjectLock(ProjectLock &&other) noexcept;
    ProjectLock &operator=(ProjectLock &&other) noexcept;
    ProjectLock(const ProjectLock &) = delete;
    ProjectLock &operator=(const ProjectLock &) = delete;
    ~ProjectLock();

private:
    ProjectLock(std::filesystem::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
    void release() noexcept;

    std::filesystem::path file_;
    int descriptor_ = -1;
    std::string formerNote_;
};

} // namespace tagscope
