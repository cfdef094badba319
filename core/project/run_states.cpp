// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/run_states.h"

#include "core/project/project_lock.h"

namespace tagscope {

Result<std::vector<TrainingRun>> runsWithState(const Project &project) {
    return project.runs().map([&project](std::vector<TrainingRun> runs) {
        const bool mayOneTrain = project.access() == Project::Access::ReadOnly && ProjectLock::isHeld(project.file());
        for (TrainingRun &run : runs)
            if (run.state == TrainingRun::State::Running && !mayOneTrain)
                run.state = TrainingRun::State::Stopped;
        return runs;
    });
}

} // namespace tagscope
