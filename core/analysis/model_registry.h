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

// What models/manifest.json says.
struct ModelManifest {
    std::vector<PublishedFile> files; // the recommended one of a kind first
};

// What checkModels() found about a registered file.
struct ModelCheck {
    RegisteredModel model;
    std::optional<Error> problem; // nothing where the file is there, unchanged, and loads
};

// The program's own models/manifest.json, or $TAGSCOPE_MANIFEST, such as a list with the addresses of an institute.
// Errors: Unreadable, Malformed.
[[nodiscard]] Result<ModelManifest> readModelManifest();

// What `directory`/registry.json records, in the order of ModelKind; empty where there is no such file. The files
// themselves are not looked at. Errors: Unreadable, Malformed, Unsupported (of a later version).
[[nodiscard]] Result<std::vector<RegisteredModel>> readModelRegistry(const std::filesystem::path &directory);

// Where a registered model's file lies.
[[nodiscard]] std::filesystem::path fileOf(const RegisteredModel &model, const std::filesystem::path &directory);

// What a kind is for and how to come by it: a sentence or two.
[[nodiscard]] Message adviceOn(ModelKind kind);

// All four kinds, registered or not. Errors: those of the two above.
[[nodiscard]] Result<std::vector<ModelEntry>> listModels(const std::filesystem::path &directory);

// Checks `file` by loading it, brings it into `directory` (made where it is missing) and registers it in place of what
// was registered of its kind; the old file is then deleted. GloVe text is converted, everything else copied. Until the
// very end, and after an error or a stop, the directory is as it was. One import into a directory at a time.
// `remarks` are added to the recorded metadata, such as {kDemoKey, "made by …"}, which is written into the registered
// file as well: it stays a demo model wherever it is copied.
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
