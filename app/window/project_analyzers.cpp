// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/project_analyzers.h"

#include "core/analysis/project_analysis.h"
#include "core/analysis/project_models.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/tagging/taggers.h"
#include "core/training/kept_epochs.h"

#include <algorithm>
#include <utility>

namespace tagscope {

namespace {

// The same notes without those on a CRNN that is not used.
std::vector<Message> withoutCrnn(const std::vector<Message> &notes) {
    std::vector<Message> kept;
    std::ranges::copy_if(notes, std::back_inserter(kept), [](const Message &note) {
        return note.id != "analysis.untrained" || note.arguments[0].text != "CRNN";
    });
    return kept;
}

} // namespace

Result<std::shared_ptr<const Models>> ProjectAnalyzers::models() {
    if (models_)
        return models_;
    Result<Models> loaded = loadModelsFor(project_);
    if (!loaded)
        return tl::unexpected(loaded.error());
    models_ = std::make_shared<const Models>(std::move(*loaded));
    return models_;
}

Result<std::shared_ptr<const Analyzer>> ProjectAnalyzers::analyzerFor(const std::shared_ptr<const Models> &models,
                                                                      Branches branches) const {
    return projectSettings(project_).map([&](AnalysisSettings settings) {
        return std::make_shared<const Analyzer>(models, std::move(settings), project_.cacheDirectory(), branches);
    });
}

Result<std::shared_ptr<const Analyzer>> ProjectAnalyzers::own() {
    const std::lock_guard lock(mutex_);
    if (own_)
        return own_;
    return models()
        .and_then([this](const std::shared_ptr<const Models> &models) { return analyzerFor(models, Branches::Both); })
        .map([this](std::shared_ptr<const Analyzer> analyzer) { return own_ = std::move(analyzer); });
}

Result<std::shared_ptr<const Analyzer>> ProjectAnalyzers::video() {
    const std::lock_guard lock(mutex_);
    if (video_)
        return video_;
    return models()
        .and_then([this](const std::shared_ptr<const Models> &models) { return analyzerFor(models, Branches::Video); })
        .map([this](std::shared_ptr<const Analyzer> analyzer) { return video_ = std::move(analyzer); });
}

Result<std::shared_ptr<const Analyzer>> ProjectAnalyzers::ofRun(const std::string &run) {
    const std::lock_guard lock(mutex_);
    Result<LoadedModel<AudioTagger>> network = networkOf(run);
    if (!network)
        return tl::unexpected(network.error());
    if (ofRun_ && ofRun_->models().tagger.label == network->label)
        return ofRun_;
    return models()
        .and_then([&](const std::shared_ptr<const Models> &own) {
            Models changed = *own; // shares what it does not replace
            changed.tagger = std::move(*network);
            changed.notes = withoutCrnn(changed.notes);
            return analyzerFor(std::make_shared<const Models>(std::move(changed)), Branches::Both);
        })
        .map([this](std::shared_ptr<const Analyzer> analyzer) { return ofRun_ = std::move(analyzer); });
}

void ProjectAnalyzers::forgetSettings() {
    const std::lock_guard lock(mutex_);
    own_.reset();
    video_.reset();
    ofRun_.reset();
}

void ProjectAnalyzers::forgetModels() {
    forgetSettings();
    const std::lock_guard lock(mutex_);
    models_.reset();
}

Result<std::shared_ptr<const Analyzer>> ProjectAnalyzers::maker(const ModelsUsed &models) {
    {
        const std::lock_guard lock(mutex_);
        if (ofRun_ && ofRun_->models().tagger.label == models.crnn)
            return ofRun_;
    }
    return own().and_then([&](std::shared_ptr<const Analyzer> own) -> Result<std::shared_ptr<const Analyzer>> {
        if (own->models().tagger.label == models.crnn)
            return own;
        return fail(Error::Kind::Inconsistent, {"analysis.activations_of_unloaded", models.crnn});
    });
}

Result<LoadedModel<AudioTagger>> ProjectAnalyzers::networkOf(const std::string &run) const {
    const RunNetwork wanted = TAGSCOPE_TRY(runNetworkNamed(project_, run));
    const Result<std::filesystem::path> file = fileOf(project_, wanted);
    const Result<std::string> hash =
        file.and_then([](const std::filesystem::path &there) { return sha256OfFile(there); });
    if (!hash && !wanted.epoch)
        return fail(Error::Kind::Unreadable, {"analysis.run_too_young", run}, hash.error().what());
    if (!hash)
        return tl::unexpected(hash.error());
    Result<std::shared_ptr<const AudioTagger>> tagger = openTagger(*file);
    if (!tagger)
        return tl::unexpected(tagger.error());
    constexpr std::size_t kDigits = 12;
    std::optional<int> epoch = wanted.epoch;
    if (const Result<std::vector<TrainingRun>> runs = project_.runs(); runs && !epoch)
        for (const TrainingRun &each : *runs)
            if (each.name == run && each.bestEpoch >= 0)
                epoch = each.bestEpoch;
    LoadedModel<AudioTagger> network;
    network.value = std::move(*tagger);
    network.label = "run " + wanted.run + (epoch ? ", epoch " + std::to_string(*epoch + 1) : "") + " (" +
                    hash->substr(0, kDigits) + ")";
    return network;
}

} // namespace tagscope
