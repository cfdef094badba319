// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/model_entry.h"
#include "core/base/result.h"
#include "core/download/download.h"
#include "core/jobs/progress.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// What came of fetching a published file.
struct FetchedModel {
    RegisteredModel model;
    std::string address;         // it came from; empty where it was registered already and nothing was fetched
    std::uint64_t continued = 0; // bytes that were there from an earlier try
    Message check;               // how it was found to be the published file: by its SHA-256, or only by its tensors
};

// One of the manifest's files: of that kind and file name, or with no name the recommended one of the kind.
// Errors: those of readModelManifest(); Unsupported where none was published, Inconsistent where none has that name.
[[nodiscard]] Result<PublishedFile> publishedFile(ModelKind kind, const std::string &file = {});

// Where its download comes from, in the order in which they are tried.
[[nodiscard]] std::vector<std::string> addressesOf(const PublishedFile &file);

// Whether what is registered in `directory` is this file, whole. Errors: those of readModelRegistry().
[[nodiscard]] Result<bool> isRegistered(const PublishedFile &file, const std::filesystem::path &directory);

// Where fetchModel() keeps what has come so far.
[[nodiscard]] std::filesystem::path downloadOf(const PublishedFile &file, const std::filesystem::path &directory);

// How much of it has come by an earlier fetchModel() that did not end, in bytes.
[[nodiscard]] std::uint64_t fetchedBytes(const PublishedFile &file, const std::filesystem::path &directory);

// Downloads a published file to `directory`, takes it out of its archive, checks and registers it as importModel()
// does; nothing is fetched where isRegistered(). `addresses`, where there are any, are tried instead of its own. After
// an error or a stop what has come stays for the next call to go on from. As download(), safe on any thread.
// Errors: those of download(), with what to do by hand where no address gives it; of unpack() and importModel();
// Cancelled.
[[nodiscard]] Result<FetchedModel> fetchModel(const PublishedFile &file, const std::filesystem::path &directory,
                                              const std::vector<std::string> &addresses = {},
                                              const Progress &progress = {}, std::stop_token stop = {},
                                              const DownloadPatience &patience = {});

} // namespace tagscope
