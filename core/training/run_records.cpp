// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_records.h"

#include "core/base/try.h"
#include "core/project/run_states.h"
#include "core/training/epoch_log.h"
#include "core/training/kept_epochs.h"
#include "core/training/recipes.h"

#include <string>
#include <utility>

namespace tagscope {

Result<std::vector<RunRecord>> runRecords(const Project &project) {
    std::vector<TrainingRun> runs = TAGSCOPE_TRY(runsWithState(project));
    std::vector<RunRecord> records;
    records.reserve(runs.size());
    for (TrainingRun &run : runs) {
        const auto epochs = project.runDirectory(run.name).and_then(
            [](std::filesystem::path directory) { return readEpochLog({std::move(directory)}); });
        const Result<TrainingSettings> settings = trainingSettingsFromJson(run.settings);
        std::vector<int> kept;
        if (Result<std::filesystem::path> directory = project.runDirectory(run.name))
            kept = keptEpochs({*std::move(directory)});
        records.push_back({std::move(run), epochs.value_or(std::vector<EpochReport>()),
                           settings ? std::optional(*settings) : std::nullopt, std::move(kept)});
    }
    return records;
}

Result<std::optional<TrainingSettings>> storedTrainingSettings(const Project &project) {
    const std::optional<std::string> json = TAGSCOPE_TRY(project.setting("training"));
    if (!json)
        return std::nullopt;
    return trainingSettingsFromJson(*json).map(
        [](TrainingSettings settings) { return std::optional(std::move(settings)); });
}

Result<TrainingSettings> projectTrainingSettings(const Project &project) {
    const std::optional<TrainingSettings> stored = TAGSCOPE_TRY(storedTrainingSettings(project));
    if (stored)
        return *stored;
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips(std::string_view("training")));
    return settingsOf(recipeFor(clips.size()));
}

} // namespace tagscope
