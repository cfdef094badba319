// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/models.h"

#include "core/analysis/model_registry.h"
#include "core/base/paths.h"
#include "core/base/try.h"
#include "core/tagging/tagger_classes.h"
#include "core/tagging/taggers.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

std::string labelOf(const RegisteredModel &model) {
    constexpr std::size_t kDigits = 12;
    const std::string published = model.published();
    const std::string &name = published.empty() ? model.originalName : published;
    return name + " (" + model.sha256.substr(0, kDigits) + ")" + (model.isUntrained() ? ", untrained" : "") +
           (model.isDemo() ? ", demo" : "");
}

// A registered model and the directory of its file.
struct PlacedModel {
    RegisteredModel model;
    std::filesystem::path directory;
};

// What is registered in the directory, and of kinds that are not in it what is in the fallback.
Result<std::vector<PlacedModel>> placedModels(const std::filesystem::path &directory,
                                              const std::filesystem::path &fallback, std::vector<Message> &notes) {
    std::vector<PlacedModel> placed;
    if (Result<std::vector<RegisteredModel>> own = readModelRegistry(directory)) {
        for (RegisteredModel &model : *own)
            placed.push_back({std::move(model), directory});
    } else {
        notes.push_back(own.error().message);
    }
    if (fallback.empty())
        return placed;
    std::error_code error;
    if (!std::filesystem::exists(fallback / "registry.json", error))
        return fail(Error::Kind::Unreadable, {"analysis.no_demo_models", fallback}, error.message());
    std::vector<RegisteredModel> shipped = TAGSCOPE_TRY(readModelRegistry(fallback));
    for (RegisteredModel &model : shipped) {
        const auto isOfKind = [&](const PlacedModel &other) { return other.model.kind == model.kind; };
        if (std::ranges::none_of(placed, isOfKind))
            placed.push_back({std::move(model), fallback});
    }
    return placed;
}

// Loads the registered model of one kind, or says why there is none.
template <class T, class Load>
LoadedModel<T> loadOne(ModelKind kind, const std::vector<PlacedModel> &placed, Load load, std::vector<Message> &notes) {
    LoadedModel<T> result;
    const auto found = std::ranges::find_if(placed, [&](const PlacedModel &one) { return one.model.kind == kind; });
    if (found == placed.end()) {
        result.whyAbsent = kind == ModelKind::Crnn ? Message("analysis.no_tagger", adviceOn(kind))
                                                   : Message("analysis.not_registered", titleOf(kind), adviceOn(kind));
        return result;
    }
    const RegisteredModel &model = found->model;
    Result<std::shared_ptr<const T>> loaded = load(fileOf(model, found->directory));
    if (!loaded) {
        result.whyAbsent = {"analysis.import_again", loaded.error(), nameOf(kind)};
        return result;
    }
    result.value = std::move(*loaded);
    result.label = labelOf(model);
    // What is said of the demo models together is enough for one that is meant to be random.
    if (model.isUntrained() && !model.isDemo())
        notes.push_back({"analysis.untrained", titleOf(kind), model.metadata.at(std::string(kUntrainedKey))});
    return result;
}

// One sentence that names the demo models among those that were loaded; empty where there are none.
Message demoNote(const std::vector<PlacedModel> &placed, const Models &models) {
    const auto isLoaded = [&models](ModelKind kind) {
        switch (kind) {
        case ModelKind::Crnn:
            return models.tagger.value != nullptr;
        case ModelKind::AlexNet:
            return models.alexNet.value != nullptr;
        case ModelKind::InceptionV4:
            return models.inceptionV4.value != nullptr;
        case ModelKind::WordVectors:
            return models.vectors.value != nullptr;
        }
        return false;
    };
    std::vector<Message> names;
    for (const PlacedModel &one : placed) {
        if (one.model.isDemo() && isLoaded(one.model.kind))
            names.push_back(titleOf(one.model.kind));
    }
    if (names.empty())
        return {};
    Message list = names.front();
    for (std::size_t i = 1; i < names.size(); ++i)
        list = i + 1 == names.size() ? Message("base.list_end", list, names[i]) : Message("base.list", list, names[i]);
    return {"analysis.demo_models", list};
}

// The outputs have to be ImageNet's classes, with or without TF-slim's background class before them.
void refuseOtherClasses(LoadedModel<InceptionV4> &model, std::size_t objects) {
    const std::size_t classes = model.value->classes();
    if (classes == objects || classes == objects + 1)
        return;
    model = {};
    model.whyAbsent = {"analysis.other_object_classes", classes, objects};
}

} // namespace

std::optional<ModelKind> modelKindNamed(std::string_view name) {
    if (std::ranges::find(taggerKinds(), name, &TaggerKind::id) != taggerKinds().end())
        return ModelKind::Crnn;
    const auto *found = std::ranges::find_if(kModelKinds, [name](ModelKind kind) { return nameOf(kind) == name; });
    return found != kModelKinds.end() ? std::optional(*found) : std::nullopt;
}

std::vector<std::string> modelKindNames() {
    std::vector<std::string> names;
    for (const TaggerKind &tagger : taggerKinds())
        names.emplace_back(tagger.id);
    for (const ModelKind kind : kModelKinds)
        if (kind != ModelKind::Crnn)
            names.push_back(nameOf(kind));
    return names;
}

Result<std::vector<EventClass>> eventsOfRegisteredTagger(const std::filesystem::path &directory) {
    const std::vector<RegisteredModel> registered = TAGSCOPE_TRY(readModelRegistry(directory));
    const auto found = std::ranges::find(registered, ModelKind::Crnn, &RegisteredModel::kind);
    if (found == registered.end())
        return fail(Error::Kind::Inconsistent, {"analysis.no_tagger", adviceOn(ModelKind::Crnn)});
    const std::shared_ptr<const AudioTagger> tagger = TAGSCOPE_TRY(openTagger(fileOf(*found, directory)));
    return eventsOfClasses(tagger->description().classes, tagger->description().classIds);
}

Result<Models> loadModels(const std::filesystem::path &directory, const std::filesystem::path &fallbackDirectory,
                          std::optional<LoadedModel<AudioTagger>> tagger) {
    const std::filesystem::path objectList = TAGSCOPE_TRY(resourceFile("classes/imagenet-1k.tsv"));
    std::vector<ObjectClass> objects = TAGSCOPE_TRY(readObjectClasses(objectList));

    Models models;
    models.objects = std::move(objects);
    std::vector<PlacedModel> placed = TAGSCOPE_TRY(placedModels(directory, fallbackDirectory, models.notes));
    if (tagger)
        std::erase_if(placed, [](const PlacedModel &one) { return one.model.kind == ModelKind::Crnn; });
    const auto load = [&]<class T>(ModelKind kind, Result<T> (*open)(const std::filesystem::path &)) {
        const auto shared = [open](const std::filesystem::path &file) {
            return open(file).map([](T &&model) { return std::make_shared<const T>(std::move(model)); });
        };
        return loadOne<T>(kind, placed, shared, models.notes);
    };
    models.tagger =
        tagger ? std::move(*tagger) : loadOne<AudioTagger>(ModelKind::Crnn, placed, &openTagger, models.notes);
    models.alexNet = load(ModelKind::AlexNet, &AlexNetFeatures::load);
    models.inceptionV4 = load(ModelKind::InceptionV4, &InceptionV4::load);
    if (models.inceptionV4.value)
        refuseOtherClasses(models.inceptionV4, models.objects.size());
    models.vectors = load(ModelKind::WordVectors, &WordVectors::open);
    if (Message note = demoNote(placed, models); !note.empty())
        models.notes.push_back(std::move(note));
    return models;
}

} // namespace tagscope
