// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/open_files.h"

#include "core/base/try.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tagscope {

Result<std::shared_ptr<const RandomAccessFile>> RandomAccessFile::open(const std::filesystem::path &file) {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file}, std::strerror(errno));
    struct stat status {};
    const bool isFile = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    auto opened =
        std::make_shared<const RandomAccessFile>(file, descriptor, static_cast<std::uint64_t>(status.st_size));
    if (!isFile)
        return fail(Error::Kind::Unreadable, {"base.not_a_file", file});
    // Reading ahead at places drawn at random only fills the page cache.
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_RANDOM);
    return opened;
}

RandomAccessFile::RandomAccessFile(std::filesystem::path file, int descriptor, std::uint64_t bytes)
    : file_(std::move(file)), descriptor_(descriptor), bytes_(bytes) {}

RandomAccessFile::~RandomAccessFile() {
    ::close(descriptor_);
}

void RandomAccessFile::announce(std::uint64_t offset, std::size_t length) const {
    ::posix_fadvise(descriptor_, static_cast<off_t>(offset), static_cast<off_t>(length), POSIX_FADV_WILLNEED);
}

Result<void> RandomAccessFile::read(std::uint64_t offset, std::span<std::byte> output) const {
    while (!output.empty()) {
        const ssize_t count = ::pread(descriptor_, output.data(), output.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(Error::Kind::Unreadable, {"base.cannot_read", file_}, std::strerror(errno));
        if (count == 0)
            return fail(Error::Kind::Malformed, {"training.shorter_than_it_says", file_});
        output = output.subspan(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
    return {};
}

Result<OpenFiles::File> OpenFiles::find(std::size_t key, const std::function<Result<File>()> &open) {
    const std::lock_guard lock(mutex_);
    if (const auto found = byKey_.find(key); found != byKey_.end()) {
        files_.splice(files_.begin(), files_, found->second);
        return found->second->second;
    }
    File file = TAGSCOPE_TRY(open());
    files_.emplace_front(key, file);
    byKey_[key] = files_.begin();
    if (files_.size() > most_) {
        byKey_.erase(files_.back().first);
        files_.pop_back();
    }
    return file;
}

} // namespace tagscope
