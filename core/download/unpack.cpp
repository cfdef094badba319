// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/unpack.h"

#include "core/base/atomic_file.h"
#include "core/base/try.h"

#include <algorithm>
#include <memory>
#include <system_error>
#include <vector>
#include <zip.h>

namespace tagscope {
namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Member = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

Result<Archive> openArchive(const std::filesystem::path &file) {
    int code = 0;
    Archive archive(zip_open(file.c_str(), ZIP_RDONLY, &code), &zip_discard);
    if (archive)
        return archive;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string cause = zip_error_strerror(&error);
    zip_error_fini(&error);
    return fail(code == ZIP_ER_NOZIP ? Error::Kind::Malformed : Error::Kind::Unreadable, {"download.no_archive", file},
                std::move(cause));
}

} // namespace

Result<void> unpack(const std::filesystem::path &archive, const std::string &name, const std::filesystem::path &target,
                    std::optional<std::uint64_t> size, const Progress &progress, std::stop_token stop) {
    constexpr std::size_t kBlockBytes = std::size_t{1} << 20U;
    const Archive opened = TAGSCOPE_TRY(openArchive(archive));
    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_stat(opened.get(), name.c_str(), 0, &facts) != 0 || (facts.valid & ZIP_STAT_SIZE) == 0)
        return fail(Error::Kind::Inconsistent, {"download.not_in_archive", archive, name}, zip_strerror(opened.get()));
    if (size && facts.size != *size)
        return fail(Error::Kind::Inconsistent, {"download.other_length", name, facts.size, *size});
    const Member member(zip_fopen_index(opened.get(), facts.index, 0), &zip_fclose);
    if (!member)
        return fail(Error::Kind::Malformed, {"download.damaged_archive", archive}, zip_strerror(opened.get()));
    AtomicFile file = TAGSCOPE_TRY(AtomicFile::create(target));
    std::vector<char> block(kBlockBytes);
    std::uint64_t written = 0;
    while (true) {
        if (stop.stop_requested())
            return cancelled();
        const zip_int64_t count = zip_fread(member.get(), block.data(), block.size());
        if (count == 0)
            break;
        // Also where more comes than the archive says: a few bytes may stand for a disk full of zeros.
        if (count < 0 || written + static_cast<std::uint64_t>(count) > facts.size)
            return fail(Error::Kind::Malformed, {"download.damaged_archive", archive}, zip_file_strerror(member.get()));
        file.stream().write(block.data(), count);
        if (!file.stream())
            return fail(Error::Kind::Unreadable, {"download.not_written", target});
        written += static_cast<std::uint64_t>(count);
        if (progress)
            progress(static_cast<double>(written) / static_cast<double>(facts.size), "Unpacking");
    }
    if (written != facts.size)
        return fail(Error::Kind::Malformed, {"download.damaged_archive", archive});
    return file.commit();
}

} // namespace tagscope
