// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/models.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// Metadata of a network file with seeded random weights, in the file and in the registry: {key, "random weights, seed
// 7"}.
inline constexpr std::string_view kUntrainedKey = "tagscope.untrained";

// Metadata of a demo model, in its file and in the registry: {key, "made by Tagscope for its demo project, of drawn
// pictures"}.
inline constexpr std::string_view kDemoKey = "tagscope.demo";

// A published file of weights or vectors that can be imported; an entry of models/manifest.json. What is not known for
// certain is empty.
struct PublishedFile {
    ModelKind kind = ModelKind::AlexNet;
    std::string name;   // for people
    std::string file;   // the name of the file to import
    std::string format; // "PyTorch state dict", "safetensors", "GloVe text"
    std::string sha256; // of the file; 64 digits, or the first 8 where the publisher tells no more
    std::string url;    // what to download: the file, or the archive it has to be unpacked from
    std::string page;   // where it is described
    std::string licence;
    std::string note;
    std::string archive;                      // name of the archive; empty where `url` is the file itself
    std::string archiveSha256;                // of the archive
    std::optional<std::uint64_t> size;        // bytes of the file
    std::optional<std::uint64_t> archiveSize; // bytes of the archive
};

// What models/manifest.json says.
struct ModelManifest {
    std::map<ModelKind, std::string> advice; // what a kind is for and how to come by it: a sentence or two
    std::vector<PublishedFile> files;        // the recommended one of a kind first
};

// A file in the models' directory that the program uses; at most one of each kind.
struct RegisteredModel {
    ModelKind kind = ModelKind::Crnn;
    std::string file;         // name in the directory, such as alexnet-7be5be791159.pth
    std::string originalName; // of the file that was imported
    std::string sha256;       // of `file`; for imported GloVe text that of the compact file made from it
    std::uint64_t size = 0;   // bytes of `file`
    std::string imported;     // UTC, ISO 8601, such as 2026-01-15T10:00:00Z
    // "origin" (where it comes from, as the file itself tells), "published" (the manifest's name for it, where its
    // SHA-256 is known), kUntrainedKey, kDemoKey, for vectors "words" and "dimensions".
    std::map<std::string, std::string> metadata;

    [[nodiscard]] bool isUntrained() const { return metadata.contains(std::string(kUntrainedKey)); }
    [[nodiscard]] bool isDemo() const { return metadata.contains(std::string(kDemoKey)); }

    friend bool operator==(const RegisteredModel &, const RegisteredModel &) = default;
};

// A kind of model: what is registered, and what could be.
struct ModelEntry {
    ModelKind kind = ModelKind::Crnn;
    std::optional<RegisteredModel> registered;
    std::string advice;
    std::vector<PublishedFile> published;
};

// What checkModels() found about a registered file.
struct ModelCheck {
    RegisteredModel model;
    std::optional<Error> problem; // nothing where the file is there, unchanged, and loads
};

// The program's own models/manifest.json. Errors: Unreadable, Malformed.
[[nodiscard]] Result<ModelManifest> readModelManifest();

// What `directory`/registry.json records, in the order of ModelKind; empty where there is no such file. The files
// themselves are not looked at. Errors: Unreadable, Malformed, Unsupported (of a later version).
[[nodiscard]] Result<std::vector<RegisteredModel>> readModelRegistry(const std::filesystem::path &directory);

// Where a registered model's file lies.
[[nodiscard]] std::filesystem::path fileOf(const RegisteredModel &model, const std::filesystem::path &directory);

// All four kinds, registered or not. Errors: those of the two above.
[[nodiscard]] Result<std::vector<ModelEntry>> listModels(const std::filesystem::path &directory);

// Checks `file` by loading it, brings it into `directory` (made where it is missing) and registers it in place of what
// was registered of its kind; the old file is then deleted. GloVe text is converted, everything else copied. Until the
// very end, and after an error or a stop, the directory is as it was. One import into a directory at a time.
// `remarks` are added to the recorded metadata, such as {kDemoKey, "made by …"}.
// Errors: those of loading or conversion; Unreadable where the directory cannot be written; Cancelled.
[[nodiscard]] Result<RegisteredModel> importModel(ModelKind kind, const std::filesystem::path &file,
                                                  const std::filesystem::path &directory, const Progress &progress = {},
                                                  std::stop_token stop = {},
                                                  const std::map<std::string, std::string> &remarks = {});

// For each registered model: is its file there, is its SHA-256 the recorded one, does it load?
// Errors: those of readModelRegistry(), Cancelled. What is wrong with a file is in its ModelCheck.
[[nodiscard]] Result<std::vector<ModelCheck>> checkModels(const std::filesystem::path &directory,
                                                          const Progress &progress = {}, std::stop_token stop = {});

// Writes a network with seeded random weights, for demonstrations and tests; kUntrainedKey in its metadata (for the
// CRNN: isTrained = false and the origin) says so wherever it is used. Equal arguments make equal weights. Not
// registered by this. `events`: names of the CRNN's outputs; unused for AlexNet. `width`: of AlexNet's channels, a
// factor in (0, 1].
// Errors: Unsupported for a kind other than Crnn and AlexNet, Inconsistent for a CRNN without events, Unreadable.
[[nodiscard]] Result<void> createSeeded(ModelKind kind, const std::filesystem::path &file, std::uint64_t seed,
                                        const std::vector<std::string> &events = {}, double width = 1.0);

} // namespace tagscope
