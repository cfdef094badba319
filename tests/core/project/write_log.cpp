// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program (LD_PRELOAD), it records what the program does to the files of a folder, in order: the
// library behind write_log.h, which plays it back. TAGSCOPE_WRITE_LOG names the record, TAGSCOPE_WRITE_ROOT the folder.

#include "tests/core/project/write_log.h"

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

using tagscope::test::WriteKind;
using tagscope::test::WriteRecord;

// By system calls, so that nothing of this is recorded.
class Record {
public:
    static Record &instance() {
        static Record record;
        return record;
    }

    void add(WriteKind kind, std::uint64_t inode, std::uint64_t offset, std::string_view path, const void *data,
             std::size_t size) {
        if (descriptor_ < 0)
            return;
        const WriteRecord head{kind, inode, offset, path.size(), size};
        std::string bytes(reinterpret_cast<const char *>(&head), sizeof head);
        bytes += path;
        bytes.append(static_cast<const char *>(data), size);
        const std::scoped_lock lock(mutex_);
        for (std::size_t done = 0; done < bytes.size();) {
            const long written = ::syscall(SYS_write, descriptor_, bytes.data() + done, bytes.size() - done);
            if (written <= 0)
                std::abort(); // a record with a hole would prove nothing
            done += static_cast<std::size_t>(written);
        }
    }

    // Below the folder, without it; nothing for files elsewhere.
    [[nodiscard]] std::string inFolder(const std::string &path) const {
        return path.starts_with(root_ + "/") ? path.substr(root_.size() + 1) : std::string();
    }
    [[nodiscard]] bool isRoot(const std::string &path) const { return path == root_; }

private:
    Record() {
        const char *file = std::getenv("TAGSCOPE_WRITE_LOG");
        const char *root = std::getenv("TAGSCOPE_WRITE_ROOT");
        if (file == nullptr || root == nullptr)
            return;
        root_ = root;
        descriptor_ =
            static_cast<int>(::syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    }

    std::string root_;
    int descriptor_ = -1;
    std::mutex mutex_;
};

struct Opened {
    std::string path; // in the folder; files without a name have one as the kernel writes it
    std::uint64_t inode = 0;
    bool isDirectory = false;
    bool isOurs = false;
};

Opened opened(int descriptor) {
    Opened found;
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return found;
    found.inode = status.st_ino;
    found.isDirectory = S_ISDIR(status.st_mode);
    if (!found.isDirectory && !S_ISREG(status.st_mode))
        return found;
    char target[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t length = ::readlink(link.c_str(), target, sizeof target);
    if (length <= 0)
        return found;
    const std::string path(target, static_cast<std::size_t>(length));
    found.path = Record::instance().inFolder(path);
    found.isOurs = !found.path.empty() || (found.isDirectory && Record::instance().isRoot(path));
    return found;
}

std::string absolutePath(int directory, const char *path) {
    if (path[0] == '/')
        return path;
    char place[4096];
    const std::string link = directory == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/" + std::to_string(directory);
    const ssize_t length = ::readlink(link.c_str(), place, sizeof place);
    return std::string(place, length > 0 ? static_cast<std::size_t>(length) : 0) + "/" + path;
}

template <class Function>
Function *next(const char *name) {
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

void recordData(int descriptor, const void *data, ssize_t size, std::int64_t offset) {
    if (size <= 0)
        return;
    if (const Opened file = opened(descriptor); file.isOurs)
        Record::instance().add(WriteKind::Data, file.inode, static_cast<std::uint64_t>(offset), file.path, data,
                               static_cast<std::size_t>(size));
}

std::int64_t placeOf(int descriptor) {
    return ::lseek(descriptor, 0, SEEK_CUR);
}

void recordSize(int descriptor, off_t size) {
    if (const Opened file = opened(descriptor); file.isOurs)
        Record::instance().add(WriteKind::Size, file.inode, static_cast<std::uint64_t>(size), file.path, nullptr, 0);
}

void recordSync(int descriptor) {
    if (const Opened file = opened(descriptor); file.isOurs)
        Record::instance().add(file.isDirectory ? WriteKind::SyncNames : WriteKind::Sync, file.inode, 0, file.path,
                               nullptr, 0);
}

// What a name stands for from now on; 0: nothing any more.
void recordName(int directory, const char *path) {
    const std::string whole = absolutePath(directory, path);
    const std::string name = Record::instance().inFolder(whole);
    if (name.empty())
        return;
    struct stat status = {};
    const bool isThere = ::lstat(whole.c_str(), &status) == 0;
    if (!isThere || S_ISREG(status.st_mode))
        Record::instance().add(WriteKind::Name, isThere ? status.st_ino : 0, 0, name, nullptr, 0);
}

// A file that was made or cut by opening it.
int recordOpening(int descriptor, int flags) {
    if (descriptor < 0 || (flags & (O_CREAT | O_TRUNC)) == 0)
        return descriptor;
    const int error = errno;
    const Opened file = opened(descriptor);
    if (file.isOurs && !file.isDirectory) {
        const bool isNamed = (flags & O_TMPFILE) != O_TMPFILE;
        Record::instance().add(isNamed ? WriteKind::Name : WriteKind::Made, file.inode, 0, file.path, nullptr, 0);
        if ((flags & O_TRUNC) != 0)
            Record::instance().add(WriteKind::Size, file.inode, 0, file.path, nullptr, 0);
    }
    errno = error;
    return descriptor;
}

mode_t modeIn(int flags, va_list arguments) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

} // namespace

extern "C" {

#define TAGSCOPE_OPEN(NAME)                                                                                            \
    int NAME(const char *path, int flags, ...) {                                                                       \
        va_list arguments;                                                                                             \
        va_start(arguments, flags);                                                                                    \
        const mode_t mode = modeIn(flags, arguments);                                                                  \
        va_end(arguments);                                                                                             \
        return recordOpening(next<int(const char *, int, ...)>(#NAME)(path, flags, mode), flags);                      \
    }
TAGSCOPE_OPEN(open)
TAGSCOPE_OPEN(open64)

#define TAGSCOPE_FOPEN(NAME)                                                                                           \
    FILE *NAME(const char *path, const char *mode) {                                                                   \
        FILE *file = next<FILE *(const char *, const char *)>(#NAME)(path, mode);                                      \
        if (file != nullptr && mode[0] != 'r')                                                                         \
            recordOpening(::fileno(file), mode[0] == 'w' ? O_CREAT | O_TRUNC : O_CREAT);                               \
        return file;                                                                                                   \
    }
TAGSCOPE_FOPEN(fopen)
TAGSCOPE_FOPEN(fopen64)

ssize_t write(int descriptor, const void *data, size_t size) {
    const std::int64_t place = placeOf(descriptor);
    const ssize_t written = next<ssize_t(int, const void *, size_t)>("write")(descriptor, data, size);
    if (place >= 0)
        recordData(descriptor, data, written, placeOf(descriptor) - written); // also where it is appended
    return written;
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    const std::int64_t place = placeOf(descriptor);
    const ssize_t written = next<ssize_t(int, const struct iovec *, int)>("writev")(descriptor, parts, count);
    if (place < 0 || written <= 0)
        return written;
    std::string all;
    for (int i = 0; i < count; ++i)
        all.append(static_cast<const char *>(parts[i].iov_base), parts[i].iov_len);
    recordData(descriptor, all.data(), written, placeOf(descriptor) - written);
    return written;
}

#define TAGSCOPE_PWRITE(NAME)                                                                                          \
    ssize_t NAME(int descriptor, const void *data, size_t size, off_t offset) {                                        \
        const ssize_t written =                                                                                        \
            next<ssize_t(int, const void *, size_t, off_t)>(#NAME)(descriptor, data, size, offset);                    \
        recordData(descriptor, data, written, offset);                                                                 \
        return written;                                                                                                \
    }
TAGSCOPE_PWRITE(pwrite)
TAGSCOPE_PWRITE(pwrite64)

#define TAGSCOPE_TRUNCATE(NAME)                                                                                        \
    int NAME(int descriptor, off_t size) noexcept {                                                                    \
        const int status = next<int(int, off_t)>(#NAME)(descriptor, size);                                             \
        if (status == 0)                                                                                               \
            recordSize(descriptor, size);                                                                              \
        return status;                                                                                                 \
    }
TAGSCOPE_TRUNCATE(ftruncate)
TAGSCOPE_TRUNCATE(ftruncate64)

#define TAGSCOPE_SYNC(NAME)                                                                                            \
    int NAME(int descriptor) {                                                                                         \
        const int status = next<int(int)>(#NAME)(descriptor);                                                          \
        if (status == 0)                                                                                               \
            recordSync(descriptor);                                                                                    \
        return status;                                                                                                 \
    }
TAGSCOPE_SYNC(fsync)
TAGSCOPE_SYNC(fdatasync)

int rename(const char *from, const char *to) noexcept {
    const int status = next<int(const char *, const char *)>("rename")(from, to);
    if (status == 0) { // the new name first, as one call does both
        recordName(AT_FDCWD, to);
        recordName(AT_FDCWD, from);
    }
    return status;
}

int linkat(int fromDirectory, const char *from, int toDirectory, const char *to, int flags) noexcept {
    const int status =
        next<int(int, const char *, int, const char *, int)>("linkat")(fromDirectory, from, toDirectory, to, flags);
    if (status == 0)
        recordName(toDirectory, to);
    return status;
}

int unlink(const char *path) noexcept {
    const int status = next<int(const char *)>("unlink")(path);
    if (status == 0)
        recordName(AT_FDCWD, path);
    return status;
}

int remove(const char *path) noexcept {
    const int status = next<int(const char *)>("remove")(path);
    if (status == 0)
        recordName(AT_FDCWD, path);
    return status;
}

} // extern "C"
