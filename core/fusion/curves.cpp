// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/curves.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>

namespace tagscope {
namespace {

std::vector<CurvePoint> curveOf(std::vector<LabelledScore> clips) {
    std::ranges::sort(clips, std::greater<>(), &LabelledScore::score);
    const std::int64_t positives = std::ranges::count_if(clips, &LabelledScore::isPositive);
    std::vector<CurvePoint> curve{{std::numeric_limits<double>::infinity(), {0, 0, positives}}};
    Counts counts = curve.front().counts;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        counts.truePositives += clips[i].isPositive ? 1 : 0;
        counts.falsePositives += clips[i].isPositive ? 0 : 1;
        counts.falseNegatives -= clips[i].isPositive ? 1 : 0;
        if (i + 1 == clips.size() || clips[i + 1].score != clips[i].score)
            curve.push_back({clips[i].score, counts});
    }
    return curve;
}

} // namespace

std::vector<CurvePoint> countsOverThreshold(std::span<const LabelledScore> clips) {
    return curveOf({clips.begin(), clips.end()});
}

std::vector<CurvePoint> countsOverThreshold(const Matrix &scores, const BinaryTable &truth, std::size_t event) {
    assert(scores.rows == truth.clips && scores.columns == truth.events);
    std::vector<LabelledScore> clips(scores.rows);
    for (std::size_t clip = 0; clip < scores.rows; ++clip)
        clips[clip] = {static_cast<double>(scores(clip, event)), truth(clip, event) != 0};
    return curveOf(std::move(clips));
}

std::size_t pointAt(std::span<const CurvePoint> curve, double threshold) {
    assert(!curve.empty());
    const auto above = std::ranges::lower_bound(curve, threshold, std::greater_equal<>(), &CurvePoint::threshold);
    return above == curve.begin() ? 0 : static_cast<std::size_t>(above - curve.begin()) - 1;
}

std::size_t bestPoint(std::span<const CurvePoint> curve) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < curve.size(); ++i)
        if (curve[i].counts.f1() > curve[best].counts.f1())
            best = i;
    return best;
}

} // namespace tagscope
