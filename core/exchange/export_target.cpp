// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_target.h"

#include "core/base/file_names.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

} // namespace

Result<AtomicDirectory> AtomicDirectory::create(const fs::path &target) {
    AtomicDirectory directory;
    std::error_code error;
    directory.target_ = fs::absolute(target, error).lexically_normal();
    if (!directory.target_.has_filename())
        directory.target_ = directory.target_.parent_path(); // "out/"
    const bool isThere = fs::exists(directory.target_, error);
    if (isThere && (!fs::is_directory(directory.target_, error) || !fs::is_empty(directory.target_, error)))
        return fail(Error::Kind::Inconsistent, {"exchange.directory_is_there", target});
    const fs::path temporary = directory.target_.parent_path() / ("." + directory.target_.filename().string() + "." +
                                                                  std::to_string(::getpid()) + ".part");
    fs::remove_all(temporary, error);
    if (!fs::create_directories(temporary, error))
        return fail(Error::Kind::Unreadable, {"exchange.cannot_make_directory", target}, error.message());
    directory.temporary_ = temporary;
    return directory;
}

AtomicDirectory::AtomicDirectory(AtomicDirectory &&other) noexcept
    : target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})),
      names_(std::move(other.names_)) {}

AtomicDirectory::~AtomicDirectory() {
    std::error_code ignored;
    if (!temporary_.empty())
        fs::remove_all(temporary_, ignored);
}

Result<void> AtomicDirectory::write(const std::string &name, std::string_view suffix, std::string_view content) {
    const std::string file = asFileName(name) + std::string(suffix);
    if (!names_.insert(file).second)
        return fail(Error::Kind::Inconsistent, {"exchange.two_clips_one_file", file, name});
    std::ofstream stream(temporary_ / file, std::ios::binary);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    stream.close();
    if (stream)
        return {};
    return fail(Error::Kind::Unreadable, {"base.cannot_write_full", target_ / file}, std::strerror(errno));
}

Result<void> AtomicDirectory::commit() {
    std::error_code error;
    fs::rename(temporary_, target_, error); // over an empty one
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_make", target_}, error.message());
    temporary_.clear();
    return {};
}

} // namespace tagscope
