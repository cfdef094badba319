// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explanation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

namespace tagscope {

namespace {

// The first of the shortest stretches, [first, end), of which the sum is at least half of all.
std::pair<std::size_t, std::size_t> shortestHalf(std::span<const double> values) {
    const double half = std::accumulate(values.begin(), values.end(), 0.0) / 2.0;
    std::pair<std::size_t, std::size_t> best{0, values.size()};
    std::size_t first = 0;
    double sum = 0.0;
    for (std::size_t end = 1; end <= values.size(); ++end) {
        sum += values[end - 1];
        while (first + 1 < end && sum - values[first] >= half)
            sum -= values[first++];
        if (sum >= half && end - first < best.second - best.first)
            best = {first, end};
    }
    return best;
}

} // namespace

SoundRegion regionBetween(const AudioAnalysis &audio, Seconds from, Seconds to) {
    const auto frameAt = [&](Seconds time) {
        const double frame = std::round(time / audio.frameHop);
        return static_cast<std::size_t>(std::clamp(frame, 0.0, static_cast<double>(audio.logMel.rows)));
    };
    return {frameAt(from), std::max(frameAt(from), frameAt(to)), 0, audio.logMel.columns};
}

double silenceLevel(const AnalysisSettings &settings) {
    return 10.0 * std::log10(settings.logMel.magnitudeFloor);
}

std::optional<StrongestPart> strongestPart(const Matrix &attribution) {
    StrongestPart part;
    std::vector<double> ofFrames(attribution.rows, 0.0);
    std::vector<double> ofBands(attribution.columns, 0.0);
    for (std::size_t frame = 0; frame < attribution.rows; ++frame) {
        for (std::size_t band = 0; band < attribution.columns; ++band) {
            const double value = attribution(frame, band);
            (value > 0.0 ? part.speaksFor : part.speaksAgainst) += value;
            ofFrames[frame] += std::max(value, 0.0);
            ofBands[band] += std::max(value, 0.0);
        }
    }
    if (!(part.speaksFor > 0.0))
        return std::nullopt;
    std::tie(part.region.firstFrame, part.region.endFrame) = shortestHalf(ofFrames);
    std::tie(part.region.firstBand, part.region.endBand) = shortestHalf(ofBands);
    return part;
}

} // namespace tagscope
