#include "core/analysis/models.h"

#include "core/analysis/model_registry.h"
#include "core/base/paths.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array<std::pair<ModelKind, std::string_view>, 4> kNames{{{ModelKind::Crnn, "crnn"},
                                                                        {ModelKind::AlexNet, "alexnet"},
                                                                        {ModelKind::InceptionV4, "inception-v4"},
                                                                        {ModelKind::WordVectors, "glove"}}};

// What the kind is called in a sentence.
std::string titleOf(ModelKind kind) {
    switch (kind) {
    case ModelKind::Crnn:
        return "CRNN";
    case ModelKind::AlexNet:
        return "AlexNet";
    case ModelKind::InceptionV4:
        return "Inception-v4";
    case ModelKind::WordVectors:
        return "Word vectors";
    }
    return {};
}

std::string labelOf(const RegisteredModel &model) {
    constexpr std::size_t kDigits = 12;
    const auto published = model.metadata.find("published");
    const std::string &name = published != model.metadata.end() ? published->second : model.originalName;
    return name + " (" + model.sha256.substr(0, kDigits) + ")" + (model.isUntrained() ? ", untrained" : "");
}

// Loads the registered model of one kind, or says why there is none.
template <class T, class Load>
LoadedModel<T> loadOne(ModelKind kind, const std::vector<RegisteredModel> &registered,
                       const std::filesystem::path &directory, const ModelManifest &manifest, Load load,
                       std::vector<std::string> &notes) {
    LoadedModel<T> result;
    const auto model = std::ranges::find(registered, kind, &RegisteredModel::kind);
    if (model == registered.end()) {
        const auto advice = manifest.advice.find(kind);
        result.whyAbsent = "No " + titleOf(kind) + " registered. " +
                           (advice != manifest.advice.end() ? advice->second : std::string());
        return result;
    }
    Result<T> loaded = load(fileOf(*model, directory));
    if (!loaded) {
        result.whyAbsent =
            loaded.error().what + " Import it again: tagscope-cli models import " + nameOf(kind) + " FILE.";
        return result;
    }
    result.value = std::make_shared<const T>(std::move(*loaded));
    result.label = labelOf(*model);
    if (model->isUntrained())
        notes.push_back(titleOf(kind) + " is untrained (" + model->metadata.at(std::string(kUntrainedKey)) +
                        "): what follows from it means nothing.");
    return result;
}

// The outputs have to be ImageNet's classes, with or without TF-slim's background class before them.
void refuseOtherClasses(LoadedModel<InceptionV4> &model, std::size_t objects) {
    const std::size_t classes = model.value->classes();
    if (classes == objects || classes == objects + 1)
        return;
    model = {};
    model.whyAbsent = "The registered Inception-v4 has " + std::to_string(classes) + " classes instead of " +
                      std::to_string(objects) +
                      ". Import one for ImageNet: tagscope-cli models import inception-v4 FILE.";
}

} // namespace

std::string nameOf(ModelKind kind) {
    return std::string(std::ranges::find(kNames, kind, &std::pair<ModelKind, std::string_view>::first)->second);
}

std::optional<ModelKind> modelKindNamed(std::string_view name) {
    const auto *found = std::ranges::find(kNames, name, &std::pair<ModelKind, std::string_view>::second);
    return found != kNames.end() ? std::optional(found->first) : std::nullopt;
}

Result<Models> loadModels(const std::filesystem::path &directory) {
    const Result<ModelManifest> manifest = readModelManifest();
    if (!manifest)
        return tl::unexpected(manifest.error());
    const Result<std::filesystem::path> objectList = resourceFile("classes/imagenet-1k.tsv");
    if (!objectList)
        return tl::unexpected(objectList.error());
    Result<std::vector<ObjectClass>> objects = readObjectClasses(*objectList);
    if (!objects)
        return tl::unexpected(objects.error());

    Models models;
    models.objects = std::move(*objects);
    Result<std::vector<RegisteredModel>> registered = readModelRegistry(directory);
    if (!registered) {
        models.notes.push_back(registered.error().what);
        registered = std::vector<RegisteredModel>();
    }
    const auto load = [&]<class T>(ModelKind kind, Result<T> (*open)(const std::filesystem::path &)) {
        return loadOne<T>(kind, *registered, directory, *manifest, open, models.notes);
    };
    models.crnn = load(ModelKind::Crnn, &Crnn::load);
    models.alexNet = load(ModelKind::AlexNet, &AlexNetFeatures::load);
    models.inceptionV4 = load(ModelKind::InceptionV4, &InceptionV4::load);
    if (models.inceptionV4.value)
        refuseOtherClasses(models.inceptionV4, models.objects.size());
    models.vectors = load(ModelKind::WordVectors, &WordVectors::open);
    return models;
}

} // namespace tagscope
