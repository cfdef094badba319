// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/clip_concealment.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tagscope::ui {

std::shared_ptr<const ClipAnalysis> bareClip(const Clip &clip, const std::filesystem::path &media,
                                             const std::vector<EventClass> &events) {
    auto bare = std::make_shared<ClipAnalysis>();
    bare->media = media;
    bare->start = clip.start;
    bare->duration = clip.duration;
    bare->settings.events = events;
    return bare;
}

ClipAnnotations concealed(const ClipAnnotations &annotations, const Onlooker &onlooker) {
    ClipAnnotations left;
    std::ranges::copy_if(annotations.verdicts, std::back_inserter(left.verdicts), [&onlooker](const Verdict &verdict) {
        return verdict.annotator == onlooker.annotator && verdict.stage == onlooker.stage;
    });
    std::ranges::copy_if(annotations.markedRegions, std::back_inserter(left.markedRegions),
                         [&onlooker](const MarkedRegion &region) {
                             return region.annotator == onlooker.annotator && region.added >= onlooker.since;
                         });
    return left;
}

ShownClip concealed(const ShownClip &shown, std::shared_ptr<const ClipAnalysis> bare, const Onlooker &onlooker) {
    const bool hidesOutput = onlooker.stage != AuditStage::ModelOutput;
    ShownClip left;
    if (!hidesOutput)
        left = shown;
    left.clip = shown.clip;
    if (hidesOutput || !left.analysis)
        left.analysis = std::move(bare);
    left.concealed = {left.analysis != shown.analysis, onlooker.stage == AuditStage::Sound, hidesOutput};
    left.recording = nullptr;
    left.annotations =
        shown.annotations ? std::make_shared<const ClipAnnotations>(concealed(*shown.annotations, onlooker)) : nullptr;
    return left;
}

} // namespace tagscope::ui
