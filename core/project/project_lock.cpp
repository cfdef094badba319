// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// A holder that just ended may remove the file between our opening and our locking it; then we try again.
constexpr int kAttempts = 100;

std::string nameOfThisProgram() {
    std::ifstream stream("/proc/self/comm");
    std::string name;
    std::getline(stream, name);
    return name.empty() ? "tagscope" : name;
}

std::string nameOfThisComputer() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string();
}

// "tagscope, process 1234 on desk".
std::string holderText() {
    return nameOfThisProgram() + ", process " + std::to_string(::getpid()) + " on " + nameOfThisComputer();
}

// What the holder wrote, as far as it is fit for a message: its name, then its note.
struct Written {
    std::string holder;
    std::string note;
};

Written readLines(int descriptor) {
    std::array<char, 400> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    Written written;
    std::string *line = &written.holder;
    for (ssize_t i = 0; i < size; ++i) {
        const char c = text.at(static_cast<std::size_t>(i));
        if (c == '\n' && line == &written.note)
            break;
        if (c == '\n')
            line = &written.note;
        else if (c >= ' ' && c <= '~')
            line->push_back(c);
    }
    return written;
}

bool isStillThere(const fs::path &file, int descriptor) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(file.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

tl::unexpected<Error> heldByAnother(const fs::path &project, const std::string &holder) {
    if (holder == holderText())
        return fail(Error::Kind::Inconsistent, {"project.open_in_this_program", project});
    if (holder.empty())
        return fail(Error::Kind::Inconsistent, {"project.open_in_another_program", project});
    return fail(Error::Kind::Inconsistent, {"project.open_in_named_program", project, holder});
}

tl::unexpected<Error> cannotLock(const fs::path &project) {
    return fail(Error::Kind::Unreadable, {"project.cannot_lock", project}, std::strerror(errno));
}

void writeLines(int descriptor, const std::string &note) {
    const std::string text = holderText() + '\n' + note + '\n';
    // Only a message depends on it; a full disk will be told of by the first change.
    if (::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, text.data(), text.size(), 0) < 0)
        (void)::ftruncate(descriptor, 0);
}

// The note in a lock file, if somebody holds it or, without `isHeld`, nobody.
std::string noteWhere(const fs::path &project, bool isHeld) {
    const int descriptor = ::open((project.string() + "-lock").c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return {};
    const bool isLocked = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    std::string note = isLocked == isHeld ? readLines(descriptor).note : std::string();
    ::close(descriptor);
    return note;
}

} // namespace

Result<ProjectLock> ProjectLock::acquire(const fs::path &project) {
    fs::path file = project;
    file += "-lock";
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        // Without O_NONBLOCK a pipe of that name would hang.
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (descriptor < 0)
            return cannotLock(project);
        ProjectLock lock(file, -1);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const bool isHeld = errno == EWOULDBLOCK;
            const std::string holder = readLines(descriptor).holder;
            ::close(descriptor);
            return isHeld ? heldByAnother(project, holder) : cannotLock(project);
        }
        if (isStillThere(file, descriptor)) {
            lock.descriptor_ = descriptor;
            lock.formerNote_ = readLines(descriptor).note;
            writeLines(descriptor, lock.formerNote_); // until there is another
            return lock;
        }
        ::close(descriptor);
    }
    return heldByAnother(project, {});
}

bool ProjectLock::isHeld(const fs::path &project) {
    const int descriptor = ::open((project.string() + "-lock").c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return false; // its holder removes it
    const bool isHeld = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return isHeld;
}

std::string ProjectLock::heldNote(const fs::path &project) {
    return noteWhere(project, true);
}

std::string ProjectLock::leftNote(const fs::path &project) {
    return noteWhere(project, false);
}

void ProjectLock::note(const std::string &text) const {
    writeLines(descriptor_, text);
}

ProjectLock::ProjectLock(ProjectLock &&other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)),
      formerNote_(std::move(other.formerNote_)) {}

ProjectLock &ProjectLock::operator=(ProjectLock &&other) noexcept {
    if (this != &other) {
        release();
        file_ = std::move(other.file_);
        descriptor_ = std::exchange(other.descriptor_, -1);
        formerNote_ = std::move(other.formerNote_);
    }
    return *this;
}

ProjectLock::~ProjectLock() {
    release();
}

void ProjectLock::release() noexcept {
    if (descriptor_ < 0)
        return;
    // While it is still locked, so that nobody else's file is removed.
    ::unlink(file_.c_str());
    ::close(std::exchange(descriptor_, -1));
}

} // namespace tagscope
