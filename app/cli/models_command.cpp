// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "model_report.h"
#include "network_commands.h"
#include "progress_line.h"

#include "core/analysis/model_registry.h"
#include "core/base/paths.h"
#include "core/base/try.h"
#include "core/network/weight_sets.h"
#ifdef TAGSCOPE_WITH_MEDIA
#include "core/tagging/sidecar_tagger.h"
#endif

#include <cstdio>
#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct ModelsOptions {
    std::string directory;
    std::string kind;
    std::string file;
    std::string classes;
    std::string demo;
    double width = 1.0;

    [[nodiscard]] std::filesystem::path path() const {
        return directory.empty() ? modelsDirectory() : std::filesystem::path(directory);
    }
};

json entryToJson(const ModelEntry &entry) {
    json published = json::array();
    for (const PublishedFile &file : entry.published)
        published.push_back(publishedToJson(file));
    return {{"kind", nameOf(entry.kind)},
            {"registered", entry.registered ? registeredToJson(*entry.registered) : json()},
            {"advice", englishText(entry.advice)},
            {"published", std::move(published)}};
}

void printEntry(const ModelEntry &entry) {
    std::printf("%s\n", nameOf(entry.kind).c_str());
    if (entry.registered) {
        const RegisteredModel &model = *entry.registered;
        std::printf("  registered: %s%s\n  sha256 %s, imported %s\n", model.originalName.c_str(),
                    model.isDemo()        ? " (demo)"
                    : model.isUntrained() ? " (untrained, random weights)"
                                          : "",
                    model.sha256.c_str(), model.imported.c_str());
    } else {
        std::printf("  none registered. %s\n", englishText(entry.advice).c_str());
    }
    for (const PublishedFile &file : entry.published)
        std::printf("  published: %s\n    %s\n    %s; sha256 %s; %s\n", file.name.c_str(), file.url.c_str(),
                    file.format.c_str(), file.sha256.empty() ? "not published" : file.sha256.c_str(),
                    file.licence.c_str());
}

Result<int> printModels(const ModelsOptions &options, const CommonOptions &common) {
    const std::vector<ModelEntry> entries = TAGSCOPE_TRY(listModels(options.path()));
    if (common.json) {
        json kinds = json::array();
        for (const ModelEntry &entry : entries)
            kinds.push_back(entryToJson(entry));
        printDocument({{"directory", options.path().string()}, {"models", std::move(kinds)}});
        return kDone;
    }
    std::printf("Registered in %s\n\n", options.path().c_str());
    for (const ModelEntry &entry : entries)
        printEntry(entry);
    return kDone;
}

Progress shownOn(ProgressLine &line) {
    return [&line](double fraction, std::string_view stage) { line.show(fraction, stage); };
}

Result<int> checkAll(const ModelsOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const std::vector<ModelCheck> checks = TAGSCOPE_TRY([&] {
        ProgressLine line("check", 1, common.quiet);
        return checkModels(options.path(), shownOn(line), stop);
    }());
    json results = json::array();
    bool allRight = true;
    for (const ModelCheck &check : checks) {
        allRight = allRight && !check.problem;
        if (common.json)
            results.push_back({{"kind", nameOf(check.model.kind)},
                               {"file", check.model.file},
                               {"problem", check.problem ? json(check.problem->what()) : json()}});
        else
            std::printf("%-14s %s: %s\n", nameOf(check.model.kind).c_str(), check.model.file.c_str(),
                        check.problem ? check.problem->what().c_str() : "right");
    }
    if (common.json)
        printDocument({{"models", std::move(results)}});
    else if (checks.empty())
        std::printf("No models are registered in %s.\n", options.path().c_str());
    return allRight ? kDone : kFailed;
}

#ifdef TAGSCOPE_WITH_MEDIA
// A tagger's description: its networks on their references.
Result<int> checkTagger(const ModelsOptions &options, const CommonOptions &common, const std::stop_token &) {
    const TaggerSidecar sidecar = TAGSCOPE_TRY(readSidecar(options.file));
    const std::vector<ReferenceCheck> checks = TAGSCOPE_TRY(checkReferences(sidecar));
    json results = json::array();
    bool isRight = true;
    if (!common.json)
        std::printf("%s: %zu classes at %d Hz, a step each %g s%s%s\n", sidecar.name.c_str(), sidecar.classes.size(),
                    sidecar.sampleRate, sidecar.hop.count(), sidecar.licence.empty() ? "" : "; weights ",
                    sidecar.licence.c_str());
    for (const ReferenceCheck &check : checks) {
        isRight = isRight && check.isRight();
        if (common.json)
            results.push_back({{"network", check.network},
                               {"input", check.input},
                               {"worst", check.worst},
                               {"where", check.where},
                               {"tolerance", check.tolerance},
                               {"right", check.isRight()}});
        else
            std::printf("%-5s  %-26s %-24s %.2e of %.0e  %s\n", check.isRight() ? "right" : "WRONG",
                        check.network.c_str(), check.input.c_str(), check.worst, check.tolerance, check.where.c_str());
    }
    if (common.json)
        printDocument({{"name", sidecar.name}, {"classes", sidecar.classes.size()}, {"checks", std::move(results)}});
    return isRight ? kDone : kFailed;
}
#endif

Result<int> importFile(const ModelsOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const RegisteredModel model = TAGSCOPE_TRY([&] {
        ProgressLine line("import", 1, common.quiet);
        std::map<std::string, std::string> remarks;
        if (!options.demo.empty())
            remarks[std::string(kDemoKey)] = options.demo;
        return importModel(*modelKindNamed(options.kind), options.file, options.path(), shownOn(line), stop, remarks);
    }());
    const auto taken = model.metadata.find(std::string(kWeightsTaken));
    const auto others = model.metadata.find(std::string(kOtherWeights));
    if (taken != model.metadata.end() && others != model.metadata.end())
        spdlog::warn("{}: its weights \"{}\" were read; \"{}\" is in it as well, and was not.", model.originalName,
                     taken->second, others->second);
    if (common.json)
        printDocument(registeredToJson(model));
    else
        std::printf("%s: %s is registered as %s.\n", options.kind.c_str(), model.originalName.c_str(),
                    model.file.c_str());
    return kDone;
}

Result<int> makeUntrained(const ModelsOptions &options, const CommonOptions &common) {
    const std::vector<EventClass> events =
        TAGSCOPE_TRY(options.classes.empty() ? defaultEventClasses() : readEventClasses(options.classes));
    TAGSCOPE_TRY(
        createSeeded(*modelKindNamed(options.kind), options.file, common.seed, namesOf(events), options.width));
    return kDone;
}

using Action = Result<int> (*)(const ModelsOptions &, const CommonOptions &, const std::stop_token &);

void chooseOnParse(CLI::App *command, const std::shared_ptr<ModelsOptions> &options, ChosenCommand &chosen,
                   Action action) {
    command->add_option("--models", options->directory, "Directory of registered models");
    command->callback([options, &chosen, action] {
        chosen = [options, action](const CommonOptions &common, const std::stop_token &stop) {
            return action(*options, common, stop);
        };
    });
}

} // namespace

void addModelsCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<ModelsOptions>();
    CLI::App *models = kModelsCommand.addTo(program);
    models->require_subcommand(1);
    models->fallthrough();

    CLI::App *listing = models->add_subcommand("list", "What is registered, and where to get the published ones");
    chooseOnParse(listing, options, chosen,
                  [](const auto &own, const auto &common, const auto &) { return printModels(own, common); });

    CLI::App *checking =
        models->add_subcommand("check", "Check that the registered files exist, are unchanged and can be read; or a "
                                        "tagger's description and networks on their references");
#ifdef TAGSCOPE_WITH_MEDIA
    checking->add_option("NAME.json", options->file, "A tagger's description");
#endif
    chooseOnParse(checking, options, chosen, [](const auto &own, const auto &common, const auto &stop) {
#ifdef TAGSCOPE_WITH_MEDIA
        if (!own.file.empty())
            return checkTagger(own, common, stop);
#endif
        return checkAll(own, common, stop);
    });

    CLI::App *importing = models->add_subcommand("import", "Check a file and register it");
    importing->add_option("KIND", options->kind, CLI::detail::join(modelKindNames(), ", "))
        ->required()
        ->check(CLI::IsMember(modelKindNames()));
    importing
        ->add_option(
            "FILE", options->file,
            "safetensors, PyTorch state dict, GloVe text, or a tagger's description (.json) with its files beside it")
        ->required();
    importing->add_option("--demo", options->demo, "Mark it as a demo model, with a line describing it");
    chooseOnParse(importing, options, chosen,
                  [](const auto &own, const auto &common, const auto &stop) { return importFile(own, common, stop); });

    CLI::App *making = models->add_subcommand("init", "Write a network with random weights of --seed, untrained");
    making->add_option("KIND", options->kind, "crnn or alexnet")->required()->check(CLI::IsMember({"crnn", "alexnet"}));
    making->add_option("FILE", options->file, "The .safetensors file to write")->required();
    making->add_option("--width", options->width, "AlexNet's channels, as a factor of the published ones")
        ->check(CLI::Range(0.01, 1.0))
        ->capture_default_str();
    making->add_option("--classes", options->classes, "Events of the CRNN (TSV); default: DCASE 2017 task 4");
    chooseOnParse(making, options, chosen,
                  [](const auto &own, const auto &common, const auto &) { return makeUntrained(own, common); });
    addFetchCommand(*models, chosen);
    addModelMakingCommands(*models, chosen);
}

} // namespace tagscope::cli
