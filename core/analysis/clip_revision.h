// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/base/matrix.h"
#include "core/base/result.h"

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace tagscope {

// What a person has changed of how a clip goes on from its dissimilarities. A value; what it says nothing of is as in
// the analysis.
struct ClipRevision {
    std::optional<KeyFrameOptions> keyFrames; // another method, count or lambda
    std::vector<int> pictures;                // key frames chosen by hand, ascending; empty: those of the method
    std::optional<MappingOptions> mapping;

    [[nodiscard]] bool isEmpty() const { return !keyFrames && pictures.empty() && !mapping; }
    friend bool operator==(const ClipRevision &, const ClipRevision &) = default;
};

// What a revision needs besides the analysis.
struct RevisionInputs {
    std::optional<KeyFrames> selection; // of selectKeyFrames() with revision.keyFrames, where these are given
    std::map<int, std::vector<ObjectProbability>> objects; // rectified, by picture; of the key frames of the analysis
                                                           // they are known without
    Matrix cosine; // objects x events, of the models that made the analysis; empty without word vectors
};

// The key frames that the revision gives the clip, with what each represents and what that costs. Immediate where
// revision.keyFrames is not set or `selection`, the answer to it, is given; else some tens of milliseconds.
// Errors: Inconsistent (no dissimilarities; pictures that are not the clip's, or not ascending), those of
// selectKeyFrames().
[[nodiscard]] Result<KeyFrames> revisedSelection(const ClipAnalysis &analysis, const ClipRevision &revision,
                                                 const std::optional<KeyFrames> &selection = std::nullopt,
                                                 std::stop_token stop = {});

// Of a selection those pictures whose objects have to be found first; none where the analysis is without objects.
[[nodiscard]] std::vector<int> picturesWithoutObjects(const ClipAnalysis &analysis, const KeyFrames &selection,
                                                      const RevisionInputs &inputs);

// The analysis as it is with these changes: the analyzer's own steps from the dissimilarities on, to the tags. With
// settings instead of pictures chosen by hand it is what an analysis with these settings gives. Immediate, unless
// inputs.selection is missing. Errors: those of revisedSelection() and mapObjects(), and Inconsistent where the objects
// of a picture are missing.
[[nodiscard]] Result<ClipAnalysis> revise(const ClipAnalysis &analysis, const ClipRevision &revision,
                                          const RevisionInputs &inputs);

} // namespace tagscope
