// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/model_fetch.h"

#include "core/analysis/model_registry.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/download/unpack.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigitsOfSha256 = 64;

// A part of the whole's progress.
Progress within(const Progress &progress, double from, double to) {
    return [progress, from, to](double fraction, std::string_view stage) {
        if (progress)
            progress(from + (to - from) * fraction, stage);
    };
}

Message checkOf(const PublishedFile &file) {
    const std::string &known = file.downloadSha256();
    if (known.size() == kDigitsOfSha256)
        return "analysis.checked_by_hash";
    if (!known.empty())
        return {"analysis.checked_by_beginning", known};
    return file.downloadSize() ? Message("analysis.checked_by_length") : Message("analysis.checked_by_tensors");
}

// Where no address gave it, a person can go and get it.
Error withWayByHand(const Error &error, const PublishedFile &file, const std::string &address) {
    if (error.message.id != "download.failed")
        return error;
    if (file.archive.empty())
        return {error.kind, {"analysis.fetch_by_hand", error, address, nameOf(file.kind), file.file}, error.cause};
    return {
        error.kind, {"analysis.fetch_and_unpack_by_hand", error, address, nameOf(file.kind), file.file}, error.cause};
}

// What a download leaves when all is done; without it only room is lost.
void removeDownloads(const PublishedFile &file, const fs::path &directory) {
    std::error_code ignored;
    const fs::path folder = downloadOf(file, directory).parent_path();
    fs::remove(folder / file.download(), ignored);
    fs::remove(folder / file.file, ignored);
    fs::remove(folder, ignored); // where it is empty
    fs::remove(folder.parent_path(), ignored);
}

// The file to import, out of its archive where it came in one.
Result<fs::path> unpacked(const PublishedFile &file, const fs::path &download, const Progress &progress,
                          const std::stop_token &stop) {
    if (file.archive.empty())
        return download;
    fs::path member = download.parent_path() / file.file;
    TAGSCOPE_TRY(unpack(download, file.file, member, file.size, progress, stop));
    return member;
}

} // namespace

Result<PublishedFile> publishedFile(ModelKind kind, const std::string &file) {
    const ModelManifest manifest = TAGSCOPE_TRY(readModelManifest());
    std::string names;
    for (const PublishedFile &published : manifest.files) {
        if (published.kind != kind)
            continue;
        if (file.empty() || published.file == file)
            return published;
        names += (names.empty() ? "" : ", ") + published.file;
    }
    if (names.empty())
        return fail(Error::Kind::Unsupported, {"analysis.none_published", titleOf(kind), adviceOn(kind)});
    return fail(Error::Kind::Inconsistent, {"analysis.not_published", file, names});
}

std::vector<std::string> addressesOf(const PublishedFile &file) {
    std::vector<std::string> addresses{file.url};
    addresses.insert(addresses.end(), file.mirrors.begin(), file.mirrors.end());
    return addresses;
}

Result<bool> isRegistered(const PublishedFile &file, const fs::path &directory) {
    const std::vector<RegisteredModel> registered = TAGSCOPE_TRY(readModelRegistry(directory));
    return std::ranges::any_of(registered, [&](const RegisteredModel &model) {
        std::error_code error;
        return model.kind == file.kind && model.published() == file.name &&
               fs::file_size(fileOf(model, directory), error) == model.size && !error;
    });
}

fs::path downloadOf(const PublishedFile &file, const fs::path &directory) {
    // Each kind its own folder: two may be called model.safetensors.
    return directory / "downloads" / nameOf(file.kind) / file.download();
}

std::uint64_t fetchedBytes(const PublishedFile &file, const fs::path &directory) {
    fs::path part = downloadOf(file, directory);
    part += ".part";
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(part, error);
    return error ? 0 : bytes;
}

Result<FetchedModel> fetchModel(const PublishedFile &file, const fs::path &directory,
                                const std::vector<std::string> &addresses, const Progress &progress,
                                std::stop_token stop, const DownloadPatience &patience) {
    constexpr double kDownloaded = 0.8; // shares of the time that it takes
    constexpr double kUnpacked = 0.9;
    const bool isThere = TAGSCOPE_TRY(isRegistered(file, directory));
    if (isThere) {
        const std::vector<RegisteredModel> registered = TAGSCOPE_TRY(readModelRegistry(directory));
        return FetchedModel{*std::ranges::find(registered, file.kind, &RegisteredModel::kind), {}, 0, checkOf(file)};
    }
    const std::vector<std::string> tried = addresses.empty() ? addressesOf(file) : addresses;
    const DownloadRequest request{tried, downloadOf(file, directory), file.downloadSize(), file.downloadSha256(),
                                  patience};
    const Result<DownloadedFile> came = download(request, within(progress, 0.0, kDownloaded), stop);
    if (!came)
        return tl::unexpected(withWayByHand(came.error(), file, tried.front()));
    const fs::path whole = TAGSCOPE_TRY(unpacked(file, request.target, within(progress, kDownloaded, kUnpacked), stop));
    RegisteredModel model =
        TAGSCOPE_TRY(importModel(file.kind, whole, directory, within(progress, kUnpacked, 1.0), stop,
                                 {{"published", file.name}, {"fetched_from", came->address}}));
    removeDownloads(file, directory);
    return FetchedModel{std::move(model), came->address, came->continued, checkOf(file)};
}

} // namespace tagscope
