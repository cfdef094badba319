#pragma once

#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/project/evaluation.h"
#include "core/project/project.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// Operating points of a project: made on a split, kept by name.
namespace tagscope {

// "by hand": the method of an operating point that a person has set. Nothing that tunes writes over it.
inline constexpr std::string_view kByHand = "by hand";

enum class TuningMethod {
    Paper, // class by class, then at random to a fixed point (section 3.3)
    Exact, // the best thresholds there are
    Joint  // the best weights and thresholds there are, together
};

struct TuningRequest {
    std::string split = "validation";
    SystemSources sources;
    TuningMethod method = TuningMethod::Paper; // but for Joint, weights are the paper's rule (section 3.4)
    std::uint64_t seed = 1;
};

struct TunedPoint {
    NamedOperatingPoint point;              // its name is defaultName() of the request
    std::optional<double> stage1MicroF1;    // of the thresholds tuned class by class; nothing for Joint
    std::vector<Counts> counts;             // one an event, on the clips it was tuned on
    std::size_t clips = 0;                  // it was tuned on
    std::vector<std::string> leftOut;       // clips of the split without any score
    std::optional<double> crossValidatedF1; // micro F1 by 5-fold cross-validation; nothing for fewer than 10 clips
};

// "audio-paper", "video-exact", "fusion-joint".
[[nodiscard]] std::string defaultName(const TuningRequest &request);

// The newest run with scores of a clip of the split, else the newest other audio source with such; and the video
// probabilities, where there are any. What there is none of is absent. Errors: those of Project.
[[nodiscard]] Result<SystemSources> newestSources(const Project &project, std::string_view split);

// Tunes on weak labels; stores nothing. A clip with one branch counts with that branch's scores.
// Errors: those of scoresOfSplit(); Inconsistent (Joint or both branches without a clip that has both); Cancelled.
[[nodiscard]] Result<TunedPoint> tunePoint(const Project &project, const TuningRequest &request,
                                           std::stop_token stop = {});

// Stores it under its name. Errors: Inconsistent where one of that name was set by hand; those of Project.
[[nodiscard]] Result<void> storeTunedPoint(Project &project, const NamedOperatingPoint &point);

// Whether these clips are there to be measured on, so that tuning on them spoils the measure: test and evaluation.
[[nodiscard]] bool isHeldOut(std::string_view split);

} // namespace tagscope
