// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/project_models.h"

#include "core/base/file_hash.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/tagging/taggers.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

struct ModelsSetting {
    bool isDemo = false;
    std::string run; // empty: none
};

Result<ModelsSetting> modelsSettingOf(const Project &project) {
    const std::optional<std::string> text = TAGSCOPE_TRY(project.setting("models"));
    ModelsSetting setting;
    if (!text)
        return setting;
    try {
        const nlohmann::json document = foreignJson(*text);
        setting.isDemo = document.value("demo", false);
        setting.run = document.value("run", std::string());
        return setting;
    } catch (const nlohmann::json::exception &error) {
        return fail(Error::Kind::Malformed, {"analysis.models_setting", project.file().filename()}, error.what());
    }
}

LoadedModel<AudioTagger> taggerOfRun(const Project &project, const std::string &run) {
    LoadedModel<AudioTagger> model;
    const Result<std::filesystem::path> directory = project.runDirectory(run);
    const std::filesystem::path file = directory.value_or(std::filesystem::path()) / "best.safetensors";
    std::error_code error;
    if (!directory || !std::filesystem::exists(file, error)) {
        model.whyAbsent = {"analysis.run_without_network", run};
        return model;
    }
    const Result<std::string> hash = sha256OfFile(file);
    Result<std::shared_ptr<const AudioTagger>> tagger = openTagger(file);
    if (!hash || !tagger) {
        model.whyAbsent = hash ? tagger.error().message : hash.error().message;
        return model;
    }
    constexpr std::size_t kDigits = 12;
    model.value = std::move(*tagger);
    model.label = "run " + run + " (" + hash->substr(0, kDigits) + ")";
    return model;
}

} // namespace

Result<Models> loadModelsFor(const Project &project, const std::filesystem::path &directory) {
    const ModelsSetting setting = TAGSCOPE_TRY(modelsSettingOf(project));
    std::filesystem::path fallback;
    if (setting.isDemo) {
        fallback = TAGSCOPE_TRY(shippedModelFile("demo"));
    }
    std::optional<LoadedModel<AudioTagger>> tagger;
    if (!setting.run.empty())
        tagger = taggerOfRun(project, setting.run);
    return loadModels(directory, fallback, std::move(tagger));
}

} // namespace tagscope
