// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic_explanations.h"

#include <cmath>
#include <numeric>

namespace tagscope::test {

namespace {

Attribution attributionOf(const Matrix &logMel) {
    Attribution made;
    made.values = Matrix(logMel.rows, logMel.columns);
    for (std::size_t frame = 800; frame < std::min<std::size_t>(1200, logMel.rows); ++frame)
        for (std::size_t band = 20; band < logMel.columns; ++band)
            made.values(frame, band) = (logMel(frame, band) > -55.0F ? 1.0F : -0.1F) * 1e-4F;
    made.sum = std::accumulate(made.values.values.begin(), made.values.values.end(), 0.0);
    made.baselineOutput = -4.0;
    made.output = made.baselineOutput + made.sum * 1.002;
    made.parts = 48;
    return made;
}

Occlusion occlusionOf(const ClipAnalysis &clip, const SoundRegion &region) {
    Occlusion made{region, true, clip.events};
    for (EventResult &event : made.events) {
        event.audio = event.audio.value_or(0.0) / 2.0;
        decide(event);
    }
    return made;
}

ObjectCam camOf(const ObjectCamQuestion &question) {
    ObjectCam made;
    made.keyFrame = question.keyFrame;
    made.object = question.object;
    made.heat = Matrix(8, 8);
    made.heat(4, 5) = 2.0F;
    made.heat(4, 6) = 1.0F;
    made.picture = RgbImage(160, 90);
    std::ranges::fill(made.picture.pixels, std::uint8_t{128});
    made.left = 0.25;
    made.right = 0.75;
    made.top = 0.1;
    made.bottom = 0.9;
    return made;
}

} // namespace

Result<Answer> syntheticExplain(const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                const std::stop_token &stop) {
    progress(0.5, "explaining");
    if (stop.stop_requested())
        return cancelled();
    if (const auto *cam = std::get_if<ObjectCamQuestion>(&question))
        return Answer(camOf(*cam));
    if (!clip.audio || clip.audio->activations.empty() || clip.media.extension() == ".mute")
        return fail(Error::Kind::Inconsistent, plainText("There are no activations to explain."));
    if (const auto *attribution = std::get_if<AttributionQuestion>(&question)) {
        const auto event = static_cast<std::size_t>(attribution->event);
        return Answer(EventAttribution{attribution->event, clip.audio->peakSteps[event], -100.0,
                                       attributionOf(clip.audio->logMel)});
    }
    if (const auto *occlusion = std::get_if<OcclusionQuestion>(&question))
        return Answer(occlusionOf(clip, occlusion->region));
    if (const auto *removal = std::get_if<RemovalQuestion>(&question)) {
        RemovalExplanation made;
        made.event = static_cast<std::size_t>(removal->event);
        made.moment.probability = 0.9;
        made.moment.region = {Seconds(1.25), Seconds(1.5), 400.0, 1900.0};
        made.moment.regionEffect = {0.1, 4.4};
        made.moment.regionChance = {0.2, 0.0, 4.4, 0.85, 0.1};
        made.moment.isFlipped = true;
        made.moment.area = 0.05;
        made.moment.chance.medianProbability = 0.88;
        made.moment.onlyIt = 0.7;
        made.clip.moments = 1;
        made.clip.after = 0.2;
        return Answer(std::move(made));
    }
    OcclusionMap map{std::get<OcclusionMapQuestion>(question).event, 100, 12, Matrix(20, 5)};
    for (std::size_t cell = 0; cell < map.change.values.size(); ++cell)
        map.change.values[cell] = static_cast<float>(-0.3 * std::abs(std::sin(static_cast<double>(cell))));
    return Answer(std::move(map));
}

} // namespace tagscope::test
