// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_revision.h"

#include "core/analysis/clip_events.h"
#include "core/analysis/clip_stages.h"
#include "core/base/try.h"
#include "core/vision/k_median.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>

namespace tagscope {

namespace {

bool hasObjects(const VideoAnalysis &video) {
    return std::ranges::any_of(video.keyFrames, [](const KeyFrame &keyFrame) { return !keyFrame.objects.empty(); });
}

const std::vector<ObjectProbability> *objectsOf(int picture, const VideoAnalysis &video, const RevisionInputs &inputs) {
    const auto own = std::ranges::find(video.keyFrames, picture, &KeyFrame::picture);
    if (own != video.keyFrames.end() && !own->objects.empty())
        return &own->objects;
    const auto found = inputs.objects.find(picture);
    return found == inputs.objects.end() ? nullptr : &found->second;
}

Result<void> checkPictures(const VideoAnalysis &video, const std::vector<int> &pictures) {
    const bool areThere = pictures.front() >= 0 && static_cast<std::size_t>(pictures.back()) < video.pictures.size();
    if (areThere && std::ranges::adjacent_find(pictures, std::ranges::greater_equal()) == pictures.end())
        return {};
    return fail(Error::Kind::Inconsistent, "analysis.key_frames_by_hand");
}

// Pictures chosen by hand, beside what the method of the same count says of how well any could do.
KeyFrames chosenByHand(const VideoAnalysis &video, const std::vector<int> &pictures, const KeyFrames &ofMethod) {
    const Matrix &dissimilarities = video.dissimilarities;
    if (dissimilarities.empty())
        return keyFramesByTime(video.pictures.size(), pictures);
    KeyFrames chosen;
    chosen.pictures = pictures;
    chosen.representative = nearestOf(dissimilarities, pictures);
    chosen.cost = medianCost(dissimilarities, pictures);
    if (ofMethod.pictures.size() == pictures.size())
        chosen.costBound = ofMethod.costBound;
    return chosen;
}

Message noteOf(const VideoAnalysis &video) {
    std::string times;
    for (const KeyFrame &keyFrame : video.keyFrames) {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%.2f s", keyFrame.time.count());
        times += (times.empty() ? "" : ", ") + std::string(text.data());
    }
    return {"analysis.chosen_by_hand", times};
}

} // namespace

Result<KeyFrames> revisedSelection(const ClipAnalysis &analysis, const ClipRevision &revision,
                                   const std::optional<KeyFrames> &selection, std::stop_token stop) {
    if (!analysis.video || (revision.keyFrames && analysis.video->dissimilarities.empty()))
        return fail(Error::Kind::Inconsistent, "analysis.no_dissimilarities");
    const VideoAnalysis &video = *analysis.video;
    KeyFrames ofMethod = video.selection;
    if (selection && revision.keyFrames) {
        ofMethod = *selection;
    } else if (revision.keyFrames) {
        ofMethod = TAGSCOPE_TRY(selectKeyFrames(video.dissimilarities, *revision.keyFrames, std::move(stop)));
    }
    if (revision.pictures.empty())
        return ofMethod;
    return checkPictures(video, revision.pictures).map([&] {
        return chosenByHand(video, revision.pictures, ofMethod);
    });
}

std::vector<int> picturesWithoutObjects(const ClipAnalysis &analysis, const KeyFrames &selection,
                                        const RevisionInputs &inputs) {
    std::vector<int> missing;
    if (!analysis.video || !hasObjects(*analysis.video))
        return missing;
    std::ranges::copy_if(selection.pictures, std::back_inserter(missing),
                         [&](int picture) { return objectsOf(picture, *analysis.video, inputs) == nullptr; });
    return missing;
}

Result<ClipAnalysis> revise(const ClipAnalysis &analysis, const ClipRevision &revision, const RevisionInputs &inputs) {
    ClipAnalysis revised = analysis;
    if (!analysis.video || revision.isEmpty())
        return revised;
    VideoAnalysis &video = *revised.video;
    if (revision.mapping)
        revised.settings.mapping = *revision.mapping;
    if (revision.keyFrames || !revision.pictures.empty()) {
        KeyFrames selection = TAGSCOPE_TRY(revisedSelection(analysis, revision, inputs.selection));
        if (!picturesWithoutObjects(analysis, selection, inputs).empty())
            return fail(Error::Kind::Inconsistent, "analysis.objects_unknown");
        if (revision.keyFrames)
            revised.settings.keyFrames = *revision.keyFrames;
        placeKeyFrames(video, std::move(selection));
        if (!revision.pictures.empty())
            revised.notes.push_back(noteOf(video));
        for (KeyFrame &keyFrame : video.keyFrames)
            if (const auto *objects = objectsOf(keyFrame.picture, *analysis.video, inputs))
                keyFrame.objects = *objects;
    }
    if (hasObjects(video))
        TAGSCOPE_TRY(mapToEvents(video, inputs.cosine, revised.settings.mapping, revised.settings.events.size()));
    applyOperatingPoint(revised, revised.settings.operatingPoint);
    return revised;
}

} // namespace tagscope
