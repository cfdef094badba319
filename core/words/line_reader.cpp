// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/line_reader.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20U;
// 16,384 numbers of 16 characters are a quarter of this; a file without line ends is given up early.
constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20U;

} // namespace

Result<LineReader> LineReader::open(const std::filesystem::path &file, SeeBlock seeBlock) {
    LineReader reader;
    std::error_code error;
    if (!std::filesystem::is_directory(file, error))
        reader.stream_.open(file, std::ios::binary);
    if (!reader.stream_.is_open())
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file});
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    reader.fileSize_ = error ? 0 : size;
    reader.file_ = file;
    reader.seeBlock_ = std::move(seeBlock);
    return reader;
}

bool LineReader::readBlock() {
    buffer_.erase(0, position_);
    position_ = 0;
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + kBlockBytes);
    stream_.read(buffer_.data() + kept, static_cast<std::streamsize>(kBlockBytes));
    const auto got = static_cast<std::size_t>(std::max<std::streamsize>(stream_.gcount(), 0));
    buffer_.resize(kept + got);
    bytesRead_ += got;
    if (got > 0 && seeBlock_)
        seeBlock_(std::string_view(buffer_).substr(kept));
    return got > 0;
}

Result<std::optional<std::string_view>> LineReader::next() {
    std::size_t searched = position_;
    std::size_t end = 0;
    while ((end = buffer_.find('\n', searched)) == std::string::npos) {
        const std::size_t waiting = buffer_.size() - position_;
        if (waiting > kMaxLineBytes)
            return fail(Error::Kind::Malformed, {"words.line_too_long", file_, line_ + 1});
        if (!readBlock()) {
            if (stream_.bad())
                return fail(Error::Kind::Unreadable, {"base.read_stopped", file_});
            end = buffer_.size();
            break;
        }
        searched = waiting;
    }
    if (end == buffer_.size() && position_ == end)
        return std::nullopt;
    const std::string_view line = std::string_view(buffer_).substr(position_, end - position_);
    position_ = std::min(end + 1, buffer_.size());
    ++line_;
    return line;
}

double LineReader::fractionRead() const {
    return fileSize_ == 0 ? 0.0 : std::min(1.0, static_cast<double>(bytesRead_) / static_cast<double>(fileSize_));
}

} // namespace tagscope
