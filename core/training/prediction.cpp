#include "core/training/prediction.h"

namespace tagscope {
namespace {

tl::unexpected<Error> notInThisVersion() {
    return fail(Error::Kind::Unsupported, "Prediction for a project is not part of this version.");
}

} // namespace

Result<PredictionOutcome> predictRun(Project &, const std::string &, const PredictionOptions &, const Progress &,
                                     std::stop_token) {
    return notInThisVersion();
}

Result<PredictionOutcome> predictModel(Project &, const std::filesystem::path &, const PredictionOptions &,
                                       const Progress &, std::stop_token) {
    return notInThisVersion();
}

} // namespace tagscope
