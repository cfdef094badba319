// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "model_report.h"
#include "progress_line.h"

#include "core/analysis/model_fetch.h"
#include "core/analysis/model_registry.h"
#include "core/base/paths.h"
#include "core/base/try.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

constexpr const char *kAll = "all";

struct FetchOptions {
    std::string directory;
    std::string kind;
    std::string file;
    std::vector<std::string> addresses;

    [[nodiscard]] std::filesystem::path path() const {
        return directory.empty() ? modelsDirectory() : std::filesystem::path(directory);
    }
};

// Of each kind that has one the recommended file, except where a person chose another.
Result<std::vector<PublishedFile>> filesToFetch(const FetchOptions &options) {
    if (options.kind != kAll) {
        PublishedFile file = TAGSCOPE_TRY(publishedFile(*modelKindNamed(options.kind), options.file));
        return std::vector{std::move(file)};
    }
    const std::vector<ModelEntry> entries = TAGSCOPE_TRY(listModels(options.path()));
    std::vector<PublishedFile> files;
    for (const ModelEntry &entry : entries) {
        const std::optional<RegisteredModel> &present = entry.registered;
        if (entry.published.empty())
            spdlog::info("{}: {}", nameOf(entry.kind), englishText(entry.advice));
        else if (present && !present->isDemo() && !present->isUntrained() &&
                 present->published() != entry.published.front().name)
            spdlog::info("{}: {} is registered, and stays.", nameOf(entry.kind), present->originalName);
        else
            files.push_back(entry.published.front());
    }
    return files;
}

json fetchedToJson(const PublishedFile &file, const Result<FetchedModel> &fetched) {
    json entry{{"kind", nameOf(file.kind)}, {"published", publishedToJson(file)}};
    if (!fetched) {
        entry["problem"] = fetched.error().what();
        return entry;
    }
    entry["problem"] = nullptr;
    entry["address"] = fetched->address.empty() ? json() : json(fetched->address);
    entry["continued"] = fetched->continued;
    entry["check"] = englishText(fetched->check);
    entry["registered"] = registeredToJson(fetched->model);
    return entry;
}

void printFetched(const PublishedFile &file, const FetchedModel &fetched) {
    if (fetched.address.empty())
        std::printf("%s: %s is registered already.\n", nameOf(file.kind).c_str(), file.name.c_str());
    else
        std::printf("%s: %s is registered as %s.\n  From %s\n  %s\n  Licence: %s\n", nameOf(file.kind).c_str(),
                    file.name.c_str(), fetched.model.file.c_str(), fetched.address.c_str(),
                    englishText(fetched.check).c_str(), file.licence.c_str());
}

Result<int> fetchModels(const FetchOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const std::vector<PublishedFile> files = TAGSCOPE_TRY(filesToFetch(options));
    json models = json::array();
    bool isAllThere = true;
    for (const PublishedFile &file : files) {
        const Result<FetchedModel> fetched = [&] {
            ProgressLine line(nameOf(file.kind), 1, common.quiet);
            const Progress shown = [&line](double fraction, std::string_view stage) { line.show(fraction, stage); };
            return fetchModel(file, options.path(), options.addresses, shown, stop);
        }();
        if (!fetched && fetched.error().isCancelled())
            return tl::unexpected(fetched.error());
        if (!fetched) {
            isAllThere = false;
            failed(fetched.error());
        } else if (!common.json) {
            printFetched(file, *fetched);
        }
        models.push_back(fetchedToJson(file, fetched));
    }
    if (common.json)
        printDocument({{"directory", options.path().string()}, {"models", std::move(models)}});
    return isAllThere ? kDone : kFailed;
}

} // namespace

void addFetchCommand(CLI::App &models, ChosenCommand &chosen) {
    const auto options = std::make_shared<FetchOptions>();
    std::vector<std::string> kinds = modelKindNames();
    kinds.emplace_back(kAll);
    CLI::App *command =
        models.add_subcommand("fetch", "Download a published file, check it and register it; a download that was "
                                       "interrupted is continued");
    command->add_option("KIND", options->kind, CLI::detail::join(kinds, ", "))->required()->check(CLI::IsMember(kinds));
    command->add_option("--file", options->file, "Which of the kind's published files, as models list names them");
    command->add_option("--from", options->addresses, "Another address of the same file; may be given several times");
    command->add_option("--models", options->directory, "Directory of registered models");
    command->callback([options, &chosen] {
        if (options->kind == kAll && (!options->addresses.empty() || !options->file.empty()))
            throw CLI::ValidationError("--file and --from belong to one KIND, not to all");
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return fetchModels(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
