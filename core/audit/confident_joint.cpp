// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/confident_joint.h"

#include <algorithm>
#include <cmath>

namespace tagscope {
namespace {

constexpr double kNormalQuantile = 1.959963984540054; // of 0.975

struct Mean {
    double sum = 0.0;
    std::int64_t count = 0;

    void add(double value) {
        sum += value;
        ++count;
    }
    // Nothing is confident where there is nothing to compare with.
    [[nodiscard]] double value() const { return count > 0 ? sum / static_cast<double>(count) : 2.0; }
};

ConfidentJoint jointOf(const Matrix &audio, const BinaryTable &labels, std::size_t event) {
    ConfidentJoint joint;
    Mean with;
    Mean without;
    for (std::size_t i = 0; i < labels.clips; ++i) {
        const auto probability = static_cast<double>(audio(i, event));
        if (std::isnan(probability))
            continue;
        if (labels(i, event) != 0)
            with.add(probability);
        else
            without.add(1.0 - probability);
    }
    joint.labelled = with.count;
    joint.unlabelled = without.count;
    for (std::size_t i = 0; i < labels.clips; ++i) {
        const auto probability = static_cast<double>(audio(i, event));
        if (std::isnan(probability))
            continue;
        const bool holds = probability >= with.value();
        const bool lacks = 1.0 - probability >= without.value();
        if (!holds && !lacks)
            continue;
        const bool decided = holds && lacks ? probability >= 0.5 : holds;
        ++joint.counts[labels(i, event) != 0 ? 1 : 0][decided ? 1 : 0];
    }
    const auto shareIn = [](std::int64_t count, std::int64_t other) -> std::optional<double> {
        if (count + other == 0)
            return std::nullopt;
        return static_cast<double>(count) / static_cast<double>(count + other);
    };
    joint.wrongLabels = shareIn(joint.counts[1][0], joint.counts[1][1]);
    joint.missingLabels = shareIn(joint.counts[0][1], joint.counts[0][0]);
    return joint;
}

} // namespace

Result<std::vector<ConfidentJoint>> confidentJoints(const Matrix &audio, const BinaryTable &labels) {
    if (audio.rows != labels.clips || audio.columns != labels.events)
        return fail(Error::Kind::Inconsistent, "audit.other_clips_or_events");
    std::vector<ConfidentJoint> joints;
    joints.reserve(labels.events);
    for (std::size_t k = 0; k < labels.events; ++k)
        joints.push_back(jointOf(audio, labels, k));
    return joints;
}

Interval wilsonInterval(double share, double looked) {
    if (looked <= 0.0)
        return {0.0, 1.0};
    const double z2 = kNormalQuantile * kNormalQuantile;
    const double middle = (share + z2 / (2 * looked)) / (1 + z2 / looked);
    const double half =
        kNormalQuantile / (1 + z2 / looked) * std::sqrt(share * (1 - share) / looked + z2 / (4 * looked * looked));
    return {share <= 0.0 ? 0.0 : std::max(0.0, middle - half), share >= 1.0 ? 1.0 : std::min(1.0, middle + half)};
}

Share shareOf(std::int64_t found, std::int64_t looked) {
    if (looked <= 0)
        return {found, looked, 0.0, {0.0, 1.0}};
    const double share = static_cast<double>(found) / static_cast<double>(looked);
    return {found, looked, share, wilsonInterval(share, static_cast<double>(looked))};
}

} // namespace tagscope
