// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_choice.h"

#include "core/base/try.h"
#include "core/training/project_training.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace tagscope {

std::string freeRunName(std::span<const TrainingRun> runs) {
    for (std::size_t number = 1;; ++number) {
        std::string name = "run-" + std::to_string(number);
        if (std::ranges::find(runs, name, &TrainingRun::name) == runs.end())
            return name;
    }
}

Result<ChosenRun> newRun(const Project &project, const std::string &name) {
    const std::vector<TrainingRun> runs = TAGSCOPE_TRY(project.runs());
    ChosenRun chosen{name.empty() ? freeRunName(runs) : name, {}, 0};
    std::error_code error;
    const std::filesystem::path directory = TAGSCOPE_TRY(project.runDirectory(chosen.name));
    const bool isKnown = std::ranges::find(runs, chosen.name, &TrainingRun::name) != runs.end();
    if (isKnown || std::filesystem::exists(TrainingPaths{directory}.checkpoint(), error))
        return fail(Error::Kind::Inconsistent, {"training.run_is_there", chosen.name});
    chosen.settings = TAGSCOPE_TRY(projectTrainingSettings(project));
    return chosen;
}

Result<ChosenRun> earlierRun(const Project &project, const std::string &name) {
    const std::vector<TrainingRun> runs = TAGSCOPE_TRY(project.runs());
    const auto found = std::ranges::find_if(runs, [&](const TrainingRun &run) {
        return name.empty() ? run.state != TrainingRun::State::Finished : run.name == name;
    });
    if (found == runs.end())
        return fail(Error::Kind::Inconsistent,
                    name.empty() ? Message("training.no_unfinished_run") : Message("training.no_such_run", name));
    TrainingSettings settings = TAGSCOPE_TRY(trainingSettingsFromJson(found->settings));
    return ChosenRun{found->name, std::move(settings), found->epochs};
}

} // namespace tagscope
