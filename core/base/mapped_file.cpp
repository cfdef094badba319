// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mapped_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

class Descriptor {
public:
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    explicit Descriptor(const std::filesystem::path &file)
        : number_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() {
        if (number_ >= 0)
            ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

} // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path &file) {
    const Descriptor descriptor(file);
    struct stat status {};
    if (descriptor.number() < 0 || ::fstat(descriptor.number(), &status) != 0)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file}, std::strerror(errno));
    if (!S_ISREG(status.st_mode))
        return fail(Error::Kind::Unreadable, {"base.not_a_file", file});
    MappedFile mapped;
    if (status.st_size == 0)
        return mapped; // an empty mapping is an error of mmap's
    const auto size = static_cast<std::size_t>(status.st_size);
    void *start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number(), 0);
    if (start == MAP_FAILED) // NOLINT(performance-no-int-to-ptr): the system's macro
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file}, std::strerror(errno));
    mapped.bytes_ = {static_cast<const std::byte *>(start), size};
    return mapped;
}

MappedFile::MappedFile(MappedFile &&other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

MappedFile::~MappedFile() {
    if (!bytes_.empty())
        ::munmap(const_cast<std::byte *>(bytes_.data()), bytes_.size());
}

} // namespace tagscope
