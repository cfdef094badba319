// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shown_clip.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tagscope::ui {

// What an annotator may see of a clip. What is hidden is not in the values that the window shows, so that no widget can
// show it by mistake.

// What is played of a clip, and nothing else.
[[nodiscard]] std::shared_ptr<const ClipAnalysis> bareClip(const Clip &clip, const std::filesystem::path &media,
                                                           const std::vector<EventClass> &events);

// Who looks, what they may know, and since when (microseconds since 1970, UTC) they have.
struct Onlooker {
    std::string annotator;
    AuditStage stage = AuditStage::Sound;
    std::int64_t since = 0;
};

// What anybody said of the clip, as far as this one may see it: of verdicts their own at this stage, of marked regions
// their own since then; of what others said, and of what is known to be true, nothing.
[[nodiscard]] ClipAnnotations concealed(const ClipAnnotations &annotations, const Onlooker &onlooker);

// The clip without what is hidden at the stage: with the sound alone also the pictures, and as long as the models'
// output is hidden everything that is known of the clip but what is played, its name and labels included. `bare`: of
// the same clip; shown in the place of an analysis that is hidden, or not there yet.
[[nodiscard]] ShownClip concealed(const ShownClip &shown, std::shared_ptr<const ClipAnalysis> bare,
                                  const Onlooker &onlooker);

} // namespace tagscope::ui
