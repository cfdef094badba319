// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/partial_file.h"

#include "core/base/atomic_file.h"
#include "core/base/try.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> notWritten(const fs::path &file) {
    return fail(Error::Kind::Unreadable, {"download.not_written", file}, std::strerror(errno));
}

} // namespace

Result<PartialFile> PartialFile::open(const fs::path &target) {
    std::error_code error;
    if (!target.parent_path().empty())
        fs::create_directories(target.parent_path(), error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.no_directory_of", target}, error.message());
    fs::path path = target;
    path += ".part";
    constexpr mode_t kMode = 0644;
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kMode);
    if (descriptor < 0)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", path}, std::strerror(errno));
    PartialFile file(std::move(path), descriptor);
    // Where the file system knows no locks, two downloads at once are found out by the check at the end.
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return fail(Error::Kind::Inconsistent, {"download.runs_already", target});
    const off_t end = ::lseek(descriptor, 0, SEEK_END);
    if (end < 0)
        return notWritten(file.path_);
    file.size_ = static_cast<std::uint64_t>(end);
    file.found_ = file.size_;
    file.readOrigin();
    return file;
}

PartialFile::PartialFile(fs::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

PartialFile::PartialFile(PartialFile &&other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_),
      found_(other.found_), origin_(std::move(other.origin_)) {}

PartialFile::~PartialFile() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

fs::path PartialFile::originPath() const {
    fs::path path = path_;
    path += ".from";
    return path;
}

void PartialFile::readOrigin() {
    std::ifstream stream(originPath());
    if (std::getline(stream, origin_.address))
        std::getline(stream, origin_.validator);
}

Result<void> PartialFile::append(std::span<const char> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return notWritten(path_);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
    return {};
}

Result<void> PartialFile::restart(const PartialOrigin &origin) {
    if (::ftruncate(descriptor_, 0) != 0 || ::lseek(descriptor_, 0, SEEK_SET) != 0)
        return notWritten(path_);
    size_ = 0;
    found_ = 0;
    TAGSCOPE_TRY(writeFileAtomically(originPath(), origin.address + "\n" + origin.validator + "\n"));
    origin_ = origin;
    return {};
}

Result<void> PartialFile::keepAs(const fs::path &target) {
    if (::fsync(descriptor_) != 0)
        return notWritten(path_);
    std::error_code error;
    fs::rename(path_, target, error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_replace", target}, error.message());
    fs::remove(originPath(), error);
    return {};
}

void PartialFile::remove() {
    std::error_code ignored;
    fs::remove(path_, ignored);
    fs::remove(originPath(), ignored);
}

} // namespace tagscope
