// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_content.h"

#include <fstream>
#include <system_error>
#include <vector>

namespace tagscope {

Result<std::string> readWholeFile(const std::filesystem::path &file, std::uintmax_t most) {
    std::error_code error;
    std::ifstream stream;
    if (!std::filesystem::is_directory(file, error)) // which opens as a file does, and then throws
        stream.open(file, std::ios::binary);
    if (!stream.is_open())
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file});
    std::string content;
    std::vector<char> block(std::size_t{1} << 16U);
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0) {
        content.append(block.data(), static_cast<std::size_t>(stream.gcount()));
        if (content.size() > most)
            return fail(Error::Kind::Malformed, {"base.far_too_large", file});
    }
    if (stream.bad())
        return fail(Error::Kind::Unreadable, {"base.read_stopped", file});
    return content;
}

} // namespace tagscope
