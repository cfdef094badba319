#include "core/words/mapped_file.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

tl::unexpected<Error> unreadable(const std::filesystem::path &file, int number) {
    return fail(Error::Kind::Unreadable, file.string() + " cannot be read.", std::generic_category().message(number));
}

} // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path &file) {
    // Without O_NONBLOCK a named pipe would wait for a writer.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return unreadable(file, errno);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return fail(Error::Kind::Unreadable, file.string() + " is not a file.");
    }
    MappedFile mapped;
    if (status.st_size > 0) {
        mapped.size_ = static_cast<std::size_t>(status.st_size);
        void *address = ::mmap(nullptr, mapped.size_, PROT_READ, MAP_SHARED, descriptor, 0);
        const int number = errno;
        ::close(descriptor);
        if (address == MAP_FAILED) {
            mapped.size_ = 0;
            return unreadable(file, number);
        }
        mapped.data_ = static_cast<const char *>(address);
    } else {
        ::close(descriptor);
    }
    return mapped;
}

MappedFile::MappedFile(MappedFile &&other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept {
    if (this != &other) {
        unmap();
        data_ = std::exchange(other.data_, nullptr);
        size_ = std::exchange(other.size_, 0);
    }
    return *this;
}

MappedFile::~MappedFile() {
    unmap();
}

void MappedFile::unmap() noexcept {
    if (data_ != nullptr)
        ::munmap(const_cast<char *>(data_), size_); // NOLINT(cppcoreguidelines-pro-type-const-cast): munmap's type
}

} // namespace tagscope
