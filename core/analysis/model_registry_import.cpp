// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/model_marks.h"
#include "core/analysis/model_registry.h"
#include "core/analysis/model_registry_file.h"
#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/network/crnn.h"
#include "core/network/image_networks.h"
#include "core/tagging/sidecar.h"
#include "core/tagging/taggers.h"
#include "core/words/word_vectors.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;
using Metadata = std::map<std::string, std::string>;

// A file in the directory under a name that nothing refers to yet; deleted unless it was kept.
class StagedFile {
public:
    StagedFile(const fs::path &directory, ModelKind kind)
        : path_(directory / (".importing-" + nameOf(kind) + "-" + std::to_string(::getpid()))) {}
    StagedFile(const StagedFile &) = delete;
    StagedFile &operator=(const StagedFile &) = delete;
    ~StagedFile() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }

    [[nodiscard]] const fs::path &path() const { return path_; }
    Result<void> keepAs(const fs::path &target) {
        std::error_code error;
        fs::rename(path_, target, error);
        if (error)
            return fail(Error::Kind::Unreadable, {"base.cannot_write", target}, error.message());
        return {};
    }

private:
    fs::path path_;
};

// Only Tagscope's own keys: a stranger's metadata may be long, and means nothing here.
Metadata ownMetadata(const Metadata &all) {
    Metadata own;
    for (const auto &[key, value] : all)
        if (key.starts_with("tagscope."))
            own[key] = value;
    return own;
}

Metadata metadataOf(const AudioTagger &tagger) {
    const TaggerDescription &description = tagger.description();
    Metadata metadata{{"origin", description.origin}};
    if (!description.isTrained)
        metadata[std::string(kUntrainedKey)] = description.origin;
    return metadata;
}

Metadata metadataOf(const WordVectors &vectors) {
    return {{"origin", originWithoutMarks(vectors.origin())},
            {"words", std::to_string(vectors.size())},
            {"dimensions", std::to_string(vectors.dimensions())}};
}

Result<void> copyFile(const fs::path &from, const fs::path &to, const Progress &progress, const std::stop_token &stop) {
    constexpr std::size_t kBlockBytes = std::size_t{4} << 20U;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(from, error);
    std::ifstream source(from, std::ios::binary);
    if (error || !source)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", from}, error.message());
    AtomicFile target = TAGSCOPE_TRY(AtomicFile::create(to));
    std::vector<char> block(kBlockBytes);
    std::uintmax_t copied = 0;
    while (source && target.stream()) {
        if (stop.stop_requested())
            return cancelled();
        source.read(block.data(), static_cast<std::streamsize>(block.size()));
        target.stream().write(block.data(), source.gcount());
        copied += static_cast<std::uintmax_t>(source.gcount());
        if (size > 0)
            progress(std::min(1.0, static_cast<double>(copied) / static_cast<double>(size)), "Copying");
    }
    if (source.bad())
        return fail(Error::Kind::Unreadable, {"base.read_stopped", from});
    return target.commit();
}

// Brings the file, checked, to `staged`. Vectors are checked again as they were written.
Result<Metadata> stage(ModelKind kind, const fs::path &file, const fs::path &staged, const Progress &progress,
                       const std::stop_token &stop) {
    if (kind == ModelKind::WordVectors && !WordVectors::isCompactFile(file))
        return importWordVectors(file, staged, progress, stop).and_then([&] { return inspectModel(kind, staged); });
    progress(0.0, "Checking");
    Metadata metadata = TAGSCOPE_TRY(inspectModel(kind, file));
    TAGSCOPE_TRY(copyFile(file, staged, progress, stop));
    return metadata;
}

// The name in the directory holds the content's hash, so that a new file never takes the place of one in use.
std::string registeredName(ModelKind kind, const std::string &sha256, const fs::path &original) {
    constexpr std::size_t kDigits = 12;
    std::string extension = kind == ModelKind::WordVectors ? ".vectors" : original.extension().string();
    const bool isPlain = extension.size() > 1 && extension.size() <= 16 &&
                         std::all_of(extension.begin() + 1, extension.end(),
                                     [](unsigned char character) { return std::isalnum(character) != 0; });
    if (!isPlain)
        extension.clear();
    return nameOf(kind) + "-" + sha256.substr(0, kDigits) + extension;
}

std::optional<std::string> publishedName(ModelKind kind, const RegisteredModel &model) {
    const Result<ModelManifest> manifest = readModelManifest();
    if (!manifest)
        return std::nullopt; // the import does not depend on it
    const auto origin = model.metadata.find("origin");
    for (const PublishedFile &file : manifest->files) {
        const bool isTheFile = model.sha256.starts_with(file.sha256);
        // The origin of converted vectors tells the text's SHA-256.
        const bool isMadeFromIt =
            origin != model.metadata.end() && origin->second.find(file.sha256) != std::string::npos;
        if (file.kind == kind && !file.sha256.empty() &&
            (isTheFile || (kind == ModelKind::WordVectors && isMadeFromIt)))
            return file.name;
    }
    return std::nullopt;
}

Result<void> replaceInRegistry(const RegisteredModel &model, const fs::path &directory) {
    std::vector<RegisteredModel> models = TAGSCOPE_TRY(readModelRegistry(directory));
    std::string replaced;
    std::erase_if(models, [&](const RegisteredModel &old) {
        if (old.kind != model.kind)
            return false;
        replaced = old.file;
        return true;
    });
    models.push_back(model);
    TAGSCOPE_TRY(writeModelRegistry(directory, models));
    std::error_code ignored; // a file that is left over does no harm
    if (!replaced.empty() && replaced != model.file) {
        fs::remove(directory / replaced, ignored);
        fs::remove_all(companionFolder(directory / replaced), ignored);
    }
    return {};
}

// The files that a tagger's description names, beside where it will be kept.
Result<void> keepCompanions(const fs::path &file, const fs::path &target) {
    if (!isSidecar(file))
        return {};
    const TaggerSidecar sidecar = TAGSCOPE_TRY(readSidecar(file));
    const fs::path folder = companionFolder(target);
    std::error_code error;
    fs::remove_all(folder, error);
    fs::create_directories(folder, error);
    for (const fs::path &companion : sidecar.files())
        if (companion != file && fs::exists(companion, error) &&
            !fs::copy_file(companion, folder / companion.filename(), error))
            return fail(Error::Kind::Unreadable, {"base.cannot_write", folder / companion.filename()}, error.message());
    return {};
}

// The demo mark goes with the file, however it is imported later.
Result<void> markAsDemo(const fs::path &file, const Metadata &remarks) {
    const auto demo = remarks.find(std::string(kDemoKey));
    return demo == remarks.end() ? Result<void>() : addMarks(file, {*demo});
}

Result<Metadata> metadataIn(ModelKind kind, const fs::path &file) {
    switch (kind) {
    case ModelKind::Crnn:
        return openTagger(file).map(
            [](const std::shared_ptr<const AudioTagger> &tagger) { return metadataOf(*tagger); });
    case ModelKind::AlexNet:
        return AlexNetFeatures::load(file).map(
            [](const AlexNetFeatures &network) { return ownMetadata(network.metadata()); });
    case ModelKind::InceptionV4:
        return InceptionV4::load(file).map([](const InceptionV4 &network) { return ownMetadata(network.metadata()); });
    case ModelKind::WordVectors:
        return WordVectors::open(file).map([](const WordVectors &vectors) { return metadataOf(vectors); });
    }
    return fail(Error::Kind::Internal, "analysis.no_such_kind");
}

} // namespace

Result<Metadata> inspectModel(ModelKind kind, const fs::path &file) {
    Metadata metadata = TAGSCOPE_TRY(metadataIn(kind, file));
    const ModelMarks marks = marksIn(file);
    if (const auto demo = marks.find(std::string(kDemoKey)); demo != marks.end())
        metadata.insert(*demo);
    return metadata;
}

Result<RegisteredModel> importModel(ModelKind kind, const fs::path &file, const fs::path &directory,
                                    const Progress &progress, std::stop_token stop,
                                    const std::map<std::string, std::string> &remarks) {
    // A registry that cannot be read is told before the work, not after it.
    TAGSCOPE_TRY(readModelRegistry(directory));
    constexpr double kShareOfStaging = 0.9; // the rest is hashing what was written
    const Progress stageProgress = [&progress](double fraction, std::string_view what) {
        if (progress)
            progress(kShareOfStaging * fraction, fraction < 1.0 ? what : "Hashing");
    };
    StagedFile staged(directory, kind);
    Metadata metadata = TAGSCOPE_TRY(stage(kind, file, staged.path(), stageProgress, stop));
    TAGSCOPE_TRY(markAsDemo(staged.path(), remarks));
    const std::string sha256 = TAGSCOPE_TRY(sha256OfFile(staged.path(), stop));
    std::error_code error;
    RegisteredModel model;
    model.kind = kind;
    model.file = registeredName(kind, sha256, file);
    model.originalName = file.filename().string();
    model.sha256 = sha256;
    model.size = fs::file_size(staged.path(), error);
    model.imported = utcNow();
    model.metadata = std::move(metadata);
    for (const auto &[key, remark] : remarks)
        model.metadata[key] = remark;
    if (const std::optional<std::string> name = publishedName(kind, model))
        model.metadata["published"] = *name;
    const fs::path target = fileOf(model, directory);
    const bool wasThere = fs::exists(target, error);
    TAGSCOPE_TRY(keepCompanions(file, target));
    TAGSCOPE_TRY(staged.keepAs(target));
    if (Result<void> replaced = replaceInRegistry(model, directory); !replaced) {
        if (!wasThere)
            fs::remove(target, error);
        return tl::unexpected(replaced.error());
    }
    if (progress)
        progress(1.0, "Done");
    return model;
}

Result<void> createSeeded(ModelKind kind, const fs::path &file, std::uint64_t seed,
                          const std::vector<std::string> &events, double width) {
    // Stand-ins for a training set's statistics, which an untrained network does not have; of the size that log-mel
    // levels of everyday sound have.
    constexpr float kBandMean = -50.0F;     // dB
    constexpr float kBandDeviation = 20.0F; // dB
    const std::string origin = "random weights, seed " + std::to_string(seed);
    if (width <= 0.0 || width > 1.0)
        return fail(Error::Kind::Inconsistent, "analysis.network_width");
    if (kind == ModelKind::AlexNet)
        return AlexNetFeatures::makeSeeded(seed, width).save(file, {{std::string(kUntrainedKey), origin}});
    if (kind != ModelKind::Crnn)
        return fail(Error::Kind::Unsupported, {"analysis.no_random_weights", nameOf(kind)});
    if (events.empty())
        return fail(Error::Kind::Inconsistent, "analysis.crnn_without_events");
    CrnnDescription description;
    description.layout.events = events;
    const auto bands = static_cast<std::size_t>(description.layout.bands);
    description.bandMean.assign(bands, kBandMean);
    description.bandDeviation.assign(bands, kBandDeviation);
    description.isTrained = false;
    description.origin = origin;
    return Crnn::makeSeeded(description, seed).and_then([&](const Crnn &crnn) { return crnn.save(file); });
}

} // namespace tagscope
