// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic_points.h"

#include "core/base/split_mix.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

} // namespace

SyntheticPoints::SyntheticPoints(std::filesystem::path file, const ScoreMake &make)
    : SyntheticProject(std::move(file), {}), make_(make) {
    if (!make.hasPoints)
        return;
    list_.points = {pointOf("first", "paper", 0.4), pointOf("mine", "by hand", 0.6)};
    list_.history = list_.points;
    list_.chosen = "first";
}

Result<PointList> SyntheticPoints::points(const std::stop_token &) {
    const std::lock_guard lock(mutex_);
    return list_;
}

Result<PointList> SyntheticPoints::storePoint(const NamedOperatingPoint &point) {
    const std::lock_guard lock(mutex_);
    std::erase_if(list_.points, [&point](const NamedOperatingPoint &old) { return old.name == point.name; });
    list_.points.insert(list_.points.begin(), point);
    list_.history.insert(list_.history.begin(), point);
    return list_;
}

Result<PointList> SyntheticPoints::choosePoint(const std::string &name) {
    const std::lock_guard lock(mutex_);
    list_.chosen = name;
    return list_;
}

Result<PointList> SyntheticPoints::removePoint(const std::string &name) {
    const std::lock_guard lock(mutex_);
    std::erase_if(list_.points, [&name](const NamedOperatingPoint &old) { return old.name == name; });
    return list_;
}

Result<WorkbenchContents> SyntheticPoints::workbench(const std::string &split, const std::stop_token &) {
    WorkbenchContents contents;
    contents.splits = {"validation", "test"};
    contents.split = split == "test" ? "test" : "validation";
    contents.isHeldOut = contents.split == "test";
    if (!make_.hasAudio && !make_.hasVideo) {
        contents.problem = {"evaluation.nothing_scored", contents.split, "synthetic.tagscope"};
        return contents;
    }
    constexpr float kAbsent = std::numeric_limits<float>::quiet_NaN();
    contents.audioSource = make_.hasAudio ? "run-1" : "";
    contents.videoSource = make_.hasVideo ? "video" : "";
    contents.tables = {Matrix(make_.clips, kPointEvents, kAbsent), Matrix(make_.clips, kPointEvents, kAbsent),
                       BinaryTable(make_.clips, kPointEvents)};
    BinaryTable audible(make_.clips, kPointEvents);
    Numbers numbers(contents.isHeldOut ? 2 : 1);
    for (std::size_t clip = 0; clip < make_.clips; ++clip) {
        contents.clips.push_back(static_cast<ClipId>(clip % 20) + 1);
        contents.names.push_back("clip-" + std::to_string(clip));
        for (std::size_t k = 0; k < kPointEvents; ++k) {
            const bool isThere = numbers.next() < 0.12;
            const double lift = isThere ? 0.35 : 0.0;
            contents.tables.truth(clip, k) = isThere ? 1 : 0;
            audible(clip, k) = isThere && numbers.next() < 0.9 ? 1 : 0;
            const auto audio = static_cast<float>(std::min(lift + 0.6 * numbers.next(), 1.0));
            const auto video =
                static_cast<float>(numbers.next() < 0.5 ? 0.0 : std::min(lift + 0.5 * numbers.next(), 1.0));
            if (make_.hasAudio)
                contents.tables.audio(clip, k) = audio;
            if (make_.hasVideo)
                contents.tables.video(clip, k) = video;
        }
    }
    if (make_.knowsAudible)
        contents.audible = std::move(audible);
    return contents;
}

} // namespace tagscope::test
