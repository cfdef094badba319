// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic_points.h"

#include "core/base/split_mix.h"
#include "core/base/try.h"
#include "core/project/operating_points.h"

#include <algorithm>
#include <stdexcept>

namespace tagscope::test {
namespace {

constexpr std::size_t kPointEvents = 17;

// The same numbers on every machine.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    double next() {
        state_ += kSplitMixStep;
        return static_cast<double>(splitMixNumber(state_) >> 11U) * 0x1p-53;
    }

private:
    std::uint64_t state_;
};

NamedOperatingPoint pointOf(const std::string &name, const std::string &method, double threshold) {
    NamedOperatingPoint point;
    point.name = name;
    point.point = {std::vector<double>(kPointEvents, 0.5), std::vector<double>(kPointEvents, threshold)};
    point.method = method;
    point.tunedOn = method == "by hand" ? "" : "validation";
    point.audioSource = "run-1";
    point.videoSource = "video";
    point.microF1 = 0.5;
    point.created = "2026-01-01T00:00:00Z";
    return point;
}

// The clips of a split with their labels and scores, of which as many as are there already go before.
Result<void> addSplit(Project &project, const std::string &split, std::uint64_t seed, const ScoreMake &make) {
    const std::vector<Clip> before = TAGSCOPE_TRY(project.clips());
    std::vector<NewClip> clips(make.clips);
    for (std::size_t i = 0; i < clips.size(); ++i) {
        clips[i].name = "clip-" + std::to_string(before.size() + i);
        clips[i].split = split;
    }
    const std::vector<ClipId> ids = TAGSCOPE_TRY(project.addClips(clips));
    std::vector<std::pair<ClipId, int>> labels;
    std::vector<KnownPresence> known;
    std::vector<ClipScore> heard;
    std::vector<ClipScore> seen;
    Numbers numbers(seed);
    for (const ClipId clip : ids) {
        heard.push_back({clip, {}});
        seen.push_back({clip, {}});
        for (int k = 0; k < static_cast<int>(kPointEvents); ++k) {
            const bool isThere = numbers.next() < 0.12;
            const double lift = isThere ? 0.35 : 0.0;
            if (isThere) {
                labels.emplace_back(clip, k);
                known.push_back({clip, k, numbers.next() < 0.9, std::nullopt});
            }
            heard.back().probabilities.push_back(static_cast<float>(std::min(lift + 0.6 * numbers.next(), 1.0)));
            seen.back().probabilities.push_back(
                static_cast<float>(numbers.next() < 0.5 ? 0.0 : std::min(lift + 0.5 * numbers.next(), 1.0)));
        }
    }
    TAGSCOPE_TRY(project.addLabels(labels));
    if (make.knowsAudible)
        TAGSCOPE_TRY(project.setPresence(known));
    if (make.hasAudio)
        TAGSCOPE_TRY(project.storeScores({Branch::Audio, "run-1"}, heard));
    if (make.hasVideo)
        TAGSCOPE_TRY(project.storeScores({Branch::Video, "video"}, seen));
    return {};
}

Result<void> fillIn(Project &project, const ScoreMake &make) {
    TAGSCOPE_TRY(addSplit(project, "validation", 1, make));
    TAGSCOPE_TRY(addSplit(project, "test", 2, make));
    if (!make.hasPoints)
        return {};
    TAGSCOPE_TRY(project.storeOperatingPoint(pointOf("mine", "by hand", 0.6)));
    TAGSCOPE_TRY(project.storeOperatingPoint(pointOf("first", "paper", 0.4)));
    return choosePoint(project, "first");
}

} // namespace

SyntheticPoints::SyntheticPoints(std::filesystem::path file, const ScoreMake &make)
    : SyntheticProject(std::move(file), {.clips = 0, .hasPoint = false}) {
    const Result<void> filled = project().atomically([&] { return fillIn(project(), make); });
    if (!filled)
        throw std::runtime_error(filled.error().what());
}

} // namespace tagscope::test
