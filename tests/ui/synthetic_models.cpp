// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic_models.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <thread>

namespace tagscope::test {
namespace {

PublishedFile published(ModelKind kind, const char *name, const char *file, std::uint64_t size) {
    PublishedFile entry;
    entry.kind = kind;
    entry.name = name;
    entry.file = file;
    entry.size = size;
    entry.url = std::string("https://models.example/a/rather/long/folder/") + file;
    entry.licence = "BSD-3-Clause; terms of ImageNet may apply to the weights";
    return entry;
}

std::vector<ModelEntry> entriesAtFirst() {
    PublishedFile alexNet = published(ModelKind::AlexNet, "AlexNet, one", "one.pth", 244'408'911);
    alexNet.sha256 = "7be5be791159472b1fbf3c69796f7cb30dca7ad8466c2df70058c37116cdee02";
    PublishedFile older = published(ModelKind::AlexNet, "AlexNet, before", "before.pth", 244'418'560);
    older.sha256 = "4df8aa71";
    return {{ModelKind::Crnn, {}, {}, {}},
            {ModelKind::AlexNet, {}, {}, {alexNet, older}},
            {ModelKind::InceptionV4, {}, {}, {published(ModelKind::InceptionV4, "Inception-v4", "i.pth", 171'000'000)}},
            {ModelKind::WordVectors, {}, {}, {published(ModelKind::WordVectors, "Vectors", "v.txt", 5'646'236'541)}}};
}

std::vector<EventClass> eventsOfTagger() {
    std::vector<EventClass> events(2);
    events[0].name = "Gate";
    events[1].name = "Car";
    events[1].mid = "/m/0k4j";
    return events;
}

// What the functions share, on whatever thread they are called.
struct Registry {
    std::mutex mutex;
    std::vector<ModelEntry> entries = entriesAtFirst();

    RegisteredModel add(ModelKind kind, const std::string &original, const std::string &name) {
        RegisteredModel model;
        model.kind = kind;
        model.file = nameOf(kind) + "-0123456789ab";
        model.originalName = original;
        model.sha256 = std::string(64, '0');
        if (!name.empty())
            model.metadata["published"] = name;
        const std::lock_guard lock(mutex);
        entries[static_cast<std::size_t>(kind)].registered = model;
        return model;
    }
};

Result<ui::AddedModel> fetchSlowly(Registry &registry, const PublishedFile &file, const Progress &progress,
                                   const std::stop_token &stop) {
    constexpr int kFetchSteps = 20;
    for (int step = 1; step <= kFetchSteps; ++step) {
        progress(static_cast<double>(step) / kFetchSteps, "Downloading");
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        if (stop.stop_requested())
            return cancelled();
    }
    if (file.file == "i.pth")
        return fail(Error::Kind::Unreadable, {"download.status", file.url, 404});
    const bool isHashKnown = file.sha256.size() == 64;
    return ui::AddedModel{registry.add(file.kind, file.file, file.name),
                          isHashKnown ? Message("analysis.checked_by_hash") : Message("analysis.checked_by_length")};
}

} // namespace

ui::ModelSource syntheticModels() {
    const auto registry = std::make_shared<Registry>();
    return {.directory = {},
            .list =
                [registry](const std::stop_token &) {
                    const std::lock_guard lock(registry->mutex);
                    return Result<std::vector<ModelEntry>>(registry->entries);
                },
            .import = [registry](ModelKind kind, const std::filesystem::path &file, const Progress &,
                                 const std::stop_token &) -> Result<ui::AddedModel> {
                return ui::AddedModel{registry->add(kind, file.filename().string(), {}), {}};
            },
            .fetch = [registry](const PublishedFile &file, const Progress &progress,
                                const std::stop_token &stop) { return fetchSlowly(*registry, file, progress, stop); },
            .fetchedBytes = [](const PublishedFile &file) { return file.file == "v.txt" ? 1'200'000'000 : 0; },
            .taggerEvents = [] { return Result<std::vector<EventClass>>(eventsOfTagger()); },
            .reload = [] {}};
}

} // namespace tagscope::test
