// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/open_recording.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>

namespace tagscope {

Result<OpenRecording> openRecording(const std::filesystem::path &file, const std::stop_token &stop) {
    namespace fs = std::filesystem;
    const std::string name = file.filename().empty() ? file.string() : file.filename().string();
    if (stop.stop_requested())
        return cancelled();
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status))
        return fail(Error::Kind::Unreadable, {"media.not_there", name}, error.message());
    if (fs::is_directory(status))
        return fail(Error::Kind::Unreadable, {"media.is_directory", name});
    if (!fs::is_regular_file(status))
        return fail(Error::Kind::Unreadable, {"media.not_ordinary_file", name});
    FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.isOpen()) {
        const int code = errno;
        return fail(Error::Kind::Unreadable, {"media.cannot_open", name},
                    std::error_code(code, std::generic_category()).message());
    }
    if (fs::file_size(file, error) == 0)
        return fail(Error::Kind::Unreadable, {"base.empty_file", name});
    return OpenRecording{std::move(descriptor), name};
}

} // namespace tagscope
