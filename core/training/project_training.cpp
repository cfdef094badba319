#include "core/training/project_training.h"

namespace tagscope {
namespace {

tl::unexpected<Error> notInThisVersion() {
    return fail(Error::Kind::Unsupported, "Training of a project is not part of this version.");
}

} // namespace

Result<TrainingClips> trainingClips(const Project &) {
    return notInThisVersion();
}

Result<TrainingSettings> projectTrainingSettings(const Project &) {
    return notInThisVersion();
}

Result<std::optional<TrainingRun>> runNamed(const Project &, std::string_view) {
    return notInThisVersion();
}

Result<TrainingOutcome> trainRun(Project &, const std::string &, const TrainingSettings &, const TrainingObserver &,
                                 TrainingControl *, std::stop_token) {
    return notInThisVersion();
}

} // namespace tagscope
