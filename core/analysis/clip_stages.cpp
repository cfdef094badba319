// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_stages.h"

#include "core/base/try.h"

#include <cmath>
#include <string>
#include <utility>

namespace tagscope {

void placeKeyFrames(VideoAnalysis &video, KeyFrames selection) {
    video.selection = std::move(selection);
    video.keyFrames.clear();
    for (const int picture : video.selection.pictures)
        video.keyFrames.push_back({picture, Seconds(picture / video.picturesPerSecond), {}});
}

Result<void> mapToEvents(VideoAnalysis &video, const Matrix &cosine, const MappingOptions &options,
                         std::size_t events) {
    std::vector<std::vector<ObjectProbability>> distributions;
    for (const KeyFrame &keyFrame : video.keyFrames)
        distributions.push_back(keyFrame.objects);
    const std::vector<ObjectProbability> clipObjects = combineObjects(distributions);
    video.objects.clear();
    video.probabilities.clear();
    if (cosine.empty() && options.rule != MappingRule::Table) {
        for (const ObjectProbability &object : clipObjects)
            video.objects.push_back({object.index, object.probability, std::nullopt, std::nanf("")});
        return {};
    }
    std::vector<int> indices;
    std::vector<float> probabilities;
    for (const ObjectProbability &object : clipObjects) {
        indices.push_back(object.index);
        probabilities.push_back(object.probability);
    }
    MappedObjects mapped = TAGSCOPE_TRY(mapObjects(cosine, indices, probabilities, options));
    if (mapped.eventProbabilities.size() != events)
        return fail(Error::Kind::Inconsistent,
                    {"analysis.mapping_of_other_events", mapped.eventProbabilities.size(), events});
    video.objects = std::move(mapped.objects);
    video.probabilities = std::move(mapped.eventProbabilities);
    return {};
}

} // namespace tagscope
