// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include "core/base/file_names.h"
#include "core/base/try.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

bool syncToDisk(const fs::path &path, int flags) {
    const int descriptor = ::open(path.c_str(), flags);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

fs::path directoryOf(const fs::path &target) {
    return target.parent_path().empty() ? fs::path(".") : target.parent_path();
}

fs::path temporaryBeside(const fs::path &target) {
    static std::atomic<unsigned> counter{0};
    return target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()) + "." +
                                   std::to_string(counter++) + ".part");
}

// A pipe, a device, a socket: nothing that could be replaced.
bool isSpecial(const fs::path &target) {
    std::error_code error;
    const fs::file_status status = fs::status(target, error);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

} // namespace

Result<AtomicFile> AtomicFile::create(const fs::path &target, Temporary temporary) {
    AtomicFile file;
    file.target_ = behindLinks(target);
    std::error_code error;
    if (!file.target_.parent_path().empty())
        fs::create_directories(file.target_.parent_path(), error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.no_directory_of", target}, error.message());
    if (isSpecial(file.target_)) {
        file.temporary_ = file.target_;
        file.stream_.open(file.target_, std::ios::binary);
    } else if ((temporary == Temporary::Named || !file.openUnnamed()) && !file.openNamed()) {
        return fail(Error::Kind::Unreadable, {"base.cannot_write", target}, std::strerror(errno));
    }
    if (!file.stream_)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", target}, std::strerror(errno));
    return file;
}

bool AtomicFile::openUnnamed() {
    descriptor_ = ::open(directoryOf(target_).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
    if (descriptor_ < 0)
        return false;
    temporary_ = "/proc/self/fd/" + std::to_string(descriptor_);
    stream_.open(temporary_, std::ios::binary);
    if (stream_)
        return true;
    ::close(std::exchange(descriptor_, -1)); // no /proc
    stream_.clear();
    return false;
}

bool AtomicFile::openNamed() {
    temporary_ = temporaryBeside(target_);
    stream_.open(temporary_, std::ios::binary | std::ios::trunc);
    isNamed_ = stream_.is_open();
    return isNamed_;
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})),
      isNamed_(std::exchange(other.isNamed_, false)), descriptor_(std::exchange(other.descriptor_, -1)),
      stream_(std::move(other.stream_)) {}

AtomicFile &AtomicFile::operator=(AtomicFile &&other) noexcept {
    if (this != &other) {
        discard();
        target_ = std::move(other.target_);
        temporary_ = std::exchange(other.temporary_, {});
        isNamed_ = std::exchange(other.isNamed_, false);
        descriptor_ = std::exchange(other.descriptor_, -1);
        stream_ = std::move(other.stream_);
    }
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::discard() noexcept {
    stream_.close();
    std::error_code ignored;
    if (std::exchange(isNamed_, false))
        fs::remove(temporary_, ignored);
    if (descriptor_ >= 0)
        ::close(std::exchange(descriptor_, -1));
    temporary_.clear();
}

bool AtomicFile::flush() {
    stream_.close();
    if (stream_.fail())
        return false;
    struct stat old = {};
    if (::stat(target_.c_str(), &old) == 0 && ::chmod(temporary_.c_str(), old.st_mode & 07777) != 0)
        return false;
    return descriptor_ >= 0 ? ::fsync(descriptor_) == 0 : syncToDisk(temporary_, O_RDONLY);
}

// A file without a name gets its own at once where there is none; else one for a moment, as there is no call that
// replaces.
bool AtomicFile::replaceTarget() {
    if (descriptor_ >= 0) {
        if (::linkat(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), AT_SYMLINK_FOLLOW) == 0)
            return true;
        const fs::path named = temporaryBeside(target_);
        if (errno != EEXIST || ::linkat(AT_FDCWD, temporary_.c_str(), AT_FDCWD, named.c_str(), AT_SYMLINK_FOLLOW) != 0)
            return false;
        temporary_ = named;
        isNamed_ = true;
    }
    if (::rename(temporary_.c_str(), target_.c_str()) != 0)
        return false;
    isNamed_ = false;
    return true;
}

Result<void> AtomicFile::commit() {
    if (temporary_ == target_) { // what went into a pipe is gone
        stream_.close();
        if (stream_.fail())
            return fail(Error::Kind::Unreadable, {"base.not_written_completely", target_}, std::strerror(errno));
        temporary_.clear();
        return {};
    }
    if (!flush()) {
        const int number = errno;
        discard();
        return fail(Error::Kind::Unreadable, {"base.not_written_completely", target_}, std::strerror(number));
    }
    if (!replaceTarget()) {
        const int number = errno;
        discard();
        return fail(Error::Kind::Unreadable, {"base.cannot_replace", target_}, std::strerror(number));
    }
    discard();
    // Without this the rename itself could be lost with the power; the content cannot.
    syncToDisk(directoryOf(target_), O_RDONLY | O_DIRECTORY);
    return {};
}

Result<void> writeFileAtomically(const fs::path &target, std::string_view content) {
    AtomicFile file = TAGSCOPE_TRY(AtomicFile::create(target));
    file.stream().write(content.data(), static_cast<std::streamsize>(content.size()));
    return file.commit();
}

} // namespace tagscope
