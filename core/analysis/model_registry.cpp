// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/model_registry.h"

#include "core/analysis/model_registry_file.h"
#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/foreign_json.h"
#include "core/base/paths.h"
#include "core/base/try.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <system_error>

namespace tagscope {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::string_view kRegistryName = "registry.json";
constexpr std::string_view kRegistryFormat = "tagscope-models";
constexpr std::string_view kManifestFormat = "tagscope-model-manifest";
constexpr int kRegistryVersion = 1;                                // of both
constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{1} << 20U; // honest ones have a few kB

Result<Json> readJson(const fs::path &file, std::string_view format) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    if (error || !stream)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file}, error.message());
    if (size > kMaxFileBytes)
        return fail(Error::Kind::Malformed, {"base.far_too_large", file});
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    Json json = foreignJson(text);
    if (!json.is_object() || json.value("format", Json()) != Json(format) || !json.value("version", Json()).is_number())
        return fail(Error::Kind::Malformed, {"analysis.damaged_registry", file});
    if (json["version"] != kRegistryVersion)
        return fail(Error::Kind::Unsupported, {"analysis.registry_version", file});
    return json;
}

// A member of an entry; throws nlohmann's exceptions, caught where the file is known.
std::string textIn(const Json &entry, const char *key) {
    return entry.contains(key) ? entry.at(key).get<std::string>() : std::string();
}

std::optional<std::uint64_t> sizeIn(const Json &entry, const char *key) {
    return entry.contains(key) ? std::optional(entry.at(key).get<std::uint64_t>()) : std::nullopt;
}

ModelKind kindNamed(const std::string &name) {
    const std::optional<ModelKind> kind = modelKindNamed(name);
    if (!kind)
        throw std::invalid_argument("unknown kind " + name);
    return *kind;
}

PublishedFile publishedFileIn(const Json &entry) {
    PublishedFile file;
    file.kind = kindNamed(entry.at("kind").get<std::string>());
    file.name = entry.at("name").get<std::string>();
    file.file = entry.at("file").get<std::string>();
    file.format = textIn(entry, "format");
    file.sha256 = textIn(entry, "sha256");
    file.url = textIn(entry, "url");
    file.page = textIn(entry, "page");
    file.licence = textIn(entry, "licence");
    file.note = textIn(entry, "note");
    file.archive = textIn(entry, "archive");
    file.archiveSha256 = textIn(entry, "archive_sha256");
    file.size = sizeIn(entry, "size");
    file.archiveSize = sizeIn(entry, "archive_size");
    if (entry.contains("mirrors"))
        file.mirrors = entry.at("mirrors").get<std::vector<std::string>>();
    // Their names become those of files.
    for (const std::string &name : {file.file, file.archive})
        if (!name.empty() && (fs::path(name).filename() != name || name.starts_with('.')))
            throw std::invalid_argument("\"" + name + "\" is no name of a file");
    return file;
}

RegisteredModel registeredModelIn(const Json &entry) {
    RegisteredModel model;
    model.kind = kindNamed(entry.at("kind").get<std::string>());
    model.file = entry.at("file").get<std::string>();
    model.originalName = textIn(entry, "original_name");
    model.sha256 = entry.at("sha256").get<std::string>();
    model.size = entry.at("size").get<std::uint64_t>();
    model.imported = textIn(entry, "imported");
    if (entry.contains("metadata"))
        model.metadata = entry.at("metadata").get<std::map<std::string, std::string>>();
    const fs::path name(model.file);
    if (name.empty() || name.filename() != name || model.file.starts_with('.') || name == kRegistryName)
        throw std::invalid_argument("\"" + model.file + "\" is not a file of the directory");
    return model;
}

Json jsonOf(const RegisteredModel &model) {
    return {{"kind", nameOf(model.kind)}, {"file", model.file}, {"original_name", model.originalName},
            {"sha256", model.sha256},     {"size", model.size}, {"imported", model.imported},
            {"metadata", model.metadata}};
}

tl::unexpected<Error> malformed(const fs::path &file, const std::exception &exception) {
    return fail(Error::Kind::Malformed, {"analysis.damaged_entry", file}, exception.what());
}

Result<fs::path> manifestFile() {
    const char *const own = std::getenv("TAGSCOPE_MANIFEST"); // NOLINT(concurrency-mt-unsafe): nothing here sets it
    return own != nullptr && *own != '\0' ? Result<fs::path>(own) : shippedModelFile("manifest.json");
}

std::optional<Error> problemOf(const RegisteredModel &model, const fs::path &directory, std::stop_token stop) {
    const fs::path file = fileOf(model, directory);
    std::error_code error;
    if (!fs::exists(file, error))
        return Error{Error::Kind::Unreadable, {"analysis.model_missing", file, model.originalName}, {}};
    const Result<std::string> hash = sha256OfFile(file, std::move(stop));
    if (!hash)
        return hash.error();
    if (*hash != model.sha256)
        return Error{
            Error::Kind::Inconsistent, {"analysis.model_changed", file, *hash, model.sha256, model.originalName}, {}};
    const Result<std::map<std::string, std::string>> loaded = inspectModel(model.kind, file);
    return loaded ? std::nullopt : std::optional(loaded.error());
}

} // namespace

Result<ModelManifest> readModelManifest() {
    const fs::path file = TAGSCOPE_TRY(manifestFile());
    const Json json = TAGSCOPE_TRY(readJson(file, kManifestFormat));
    try {
        ModelManifest manifest;
        for (const Json &entry : json.at("files"))
            manifest.files.push_back(publishedFileIn(entry));
        return manifest;
    } catch (const std::exception &exception) {
        return malformed(file, exception);
    }
}

Result<std::vector<RegisteredModel>> readModelRegistry(const fs::path &directory) {
    const fs::path file = directory / kRegistryName;
    std::error_code error;
    if (!fs::exists(file, error) && !error)
        return std::vector<RegisteredModel>();
    const Json json = TAGSCOPE_TRY(readJson(file, kRegistryFormat));
    try {
        std::map<ModelKind, RegisteredModel> models;
        for (const Json &entry : json.at("models")) {
            RegisteredModel model = registeredModelIn(entry);
            models.insert_or_assign(model.kind, std::move(model));
        }
        std::vector<RegisteredModel> ordered;
        ordered.reserve(models.size());
        for (auto &[kind, model] : models)
            ordered.push_back(std::move(model));
        return ordered;
    } catch (const std::exception &exception) {
        return malformed(file, exception);
    }
}

Result<void> writeModelRegistry(const fs::path &directory, const std::vector<RegisteredModel> &models) {
    Json json{{"format", kRegistryFormat}, {"version", kRegistryVersion}, {"models", Json::array()}};
    for (const RegisteredModel &model : models)
        json["models"].push_back(jsonOf(model));
    constexpr int kIndent = 2;
    // A file name need not be UTF-8; what is not is shown as a question mark.
    return writeFileAtomically(directory / kRegistryName,
                               json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n");
}

fs::path fileOf(const RegisteredModel &model, const fs::path &directory) {
    return directory / model.file;
}

Message adviceOn(ModelKind kind) {
    switch (kind) {
    case ModelKind::Crnn:
        return "analysis.advice_crnn";
    case ModelKind::AlexNet:
        return "analysis.advice_alexnet";
    case ModelKind::InceptionV4:
        return "analysis.advice_inception";
    case ModelKind::WordVectors:
        return "analysis.advice_vectors";
    }
    return {};
}

Result<std::vector<ModelEntry>> listModels(const fs::path &directory) {
    const ModelManifest manifest = TAGSCOPE_TRY(readModelManifest());
    const std::vector<RegisteredModel> registered = TAGSCOPE_TRY(readModelRegistry(directory));
    std::vector<ModelEntry> entries;
    for (const ModelKind kind : kModelKinds) {
        ModelEntry entry;
        entry.kind = kind;
        const auto found = std::find_if(registered.begin(), registered.end(),
                                        [kind](const RegisteredModel &model) { return model.kind == kind; });
        if (found != registered.end())
            entry.registered = *found;
        entry.advice = adviceOn(kind);
        std::copy_if(manifest.files.begin(), manifest.files.end(), std::back_inserter(entry.published),
                     [kind](const PublishedFile &file) { return file.kind == kind; });
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<std::vector<ModelCheck>> checkModels(const fs::path &directory, const Progress &progress, std::stop_token stop) {
    std::vector<RegisteredModel> registered = TAGSCOPE_TRY(readModelRegistry(directory));
    std::vector<ModelCheck> checks;
    for (RegisteredModel &model : registered) {
        if (progress)
            progress(static_cast<double>(checks.size()) / static_cast<double>(registered.size()), nameOf(model.kind));
        std::optional<Error> problem = problemOf(model, directory, stop);
        if (stop.stop_requested())
            return cancelled();
        checks.push_back({std::move(model), std::move(problem)});
    }
    if (progress)
        progress(1.0, "Done");
    return checks;
}

} // namespace tagscope
