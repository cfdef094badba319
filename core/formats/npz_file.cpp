// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/formats/npy_file.h"

#include <memory>
#include <system_error>
#include <zip.h>

namespace tagscope {

Result<std::map<std::string, NpyArray>> readNpz(const std::filesystem::path &file) {
    int error = 0;
    const std::unique_ptr<zip_t, void (*)(zip_t *)> archive(zip_open(file.c_str(), ZIP_RDONLY, &error), zip_discard);
    if (!archive && error == ZIP_ER_NOZIP)
        return fail(Error::Kind::Malformed, {"formats.not_npz", file});
    if (!archive)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file});
    // Deflated bytes are at most 1,032 times as many: of a file that claims more nothing is set aside.
    constexpr std::uint64_t kMostDeflated = 1032;
    constexpr std::uint64_t kMostBytes = kMostNpyValues * 8;
    std::error_code sizeError;
    const std::uint64_t fileBytes = std::filesystem::file_size(file, sizeError);
    if (sizeError)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file}, sizeError.message());
    std::uint64_t left = kMostBytes;
    std::map<std::string, NpyArray> arrays;
    const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t about{};
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(archive.get(), index, 0, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0 ||
            (about.valid & ZIP_STAT_NAME) == 0)
            return fail(Error::Kind::Malformed, {"formats.not_npz", file});
        if (about.size / kMostDeflated > fileBytes)
            return fail(Error::Kind::Malformed, {"formats.not_npz", file});
        if (about.size > left)
            return fail(Error::Kind::Unsupported, {"formats.array_too_large", file});
        left -= about.size;
        std::string name = about.name;
        std::string bytes(about.size, '\0');
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> entry(zip_fopen_index(archive.get(), index, 0),
                                                                       zip_fclose);
        if (!entry || zip_fread(entry.get(), bytes.data(), about.size) != static_cast<zip_int64_t>(about.size))
            return fail(Error::Kind::Malformed, {"formats.not_npz", file});
        if (!name.ends_with(".npy"))
            return fail(Error::Kind::Malformed, {"formats.not_npz", file});
        NpyArray array = TAGSCOPE_TRY(npyArrayIn(bytes, file.string() + "/" + name));
        name.resize(name.size() - 4);
        arrays.emplace(std::move(name), std::move(array));
    }
    return arrays;
}

} // namespace tagscope
