// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include "core/base/try.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
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

fs::path temporaryBeside(const fs::path &target) {
    static std::atomic<unsigned> counter{0};
    return target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()) + "." +
                                   std::to_string(counter++) + ".part");
}

} // namespace

Result<AtomicFile> AtomicFile::create(const fs::path &target) {
    AtomicFile file;
    file.target_ = target;
    std::error_code error;
    if (!target.parent_path().empty())
        fs::create_directories(target.parent_path(), error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.no_directory_of", target}, error.message());
    fs::path temporary = temporaryBeside(target);
    file.stream_.open(temporary, std::ios::binary | std::ios::trunc);
    if (!file.stream_)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", target}, std::strerror(errno));
    file.temporary_ = std::move(temporary);
    return file;
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})),
      stream_(std::move(other.stream_)) {}

AtomicFile &AtomicFile::operator=(AtomicFile &&other) noexcept {
    if (this != &other) {
        discard();
        target_ = std::move(other.target_);
        temporary_ = std::exchange(other.temporary_, {});
        stream_ = std::move(other.stream_);
    }
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::discard() noexcept {
    if (temporary_.empty())
        return;
    stream_.close();
    std::error_code ignored;
    fs::remove(temporary_, ignored);
    temporary_.clear();
}

Result<void> AtomicFile::commit() {
    stream_.close();
    if (stream_.fail() || !syncToDisk(temporary_, O_RDONLY)) {
        discard();
        return fail(Error::Kind::Unreadable, {"base.not_written_completely", target_}, std::strerror(errno));
    }
    std::error_code error;
    fs::rename(temporary_, target_, error);
    if (error) {
        discard();
        return fail(Error::Kind::Unreadable, {"base.cannot_replace", target_}, error.message());
    }
    temporary_.clear();
    // Without this the rename itself could be lost with the power; the content cannot.
    syncToDisk(target_.parent_path().empty() ? fs::path(".") : target_.parent_path(), O_RDONLY | O_DIRECTORY);
    return {};
}

Result<void> writeFileAtomically(const fs::path &target, std::string_view content) {
    AtomicFile file = TAGSCOPE_TRY(AtomicFile::create(target));
    file.stream().write(content.data(), static_cast<std::streamsize>(content.size()));
    return file.commit();
}

} // namespace tagscope
