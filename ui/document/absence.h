// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <QString>
#include <QStringList>

namespace tagscope::ui {

// Why a stage of a clip has nothing to show and what to do about it, in the words of the clip's notes where they speak
// of it; empty where the stage is there.
[[nodiscard]] QString whyNoSpectrogram(const ClipAnalysis &clip);
[[nodiscard]] QString whyNoActivations(const ClipAnalysis &clip);
[[nodiscard]] QString whyNoPictures(const ClipAnalysis &clip);
[[nodiscard]] QString whyNoKeyFrames(const ClipAnalysis &clip);
[[nodiscard]] QString whyNoObjects(const ClipAnalysis &clip);
[[nodiscard]] QString whyNoVideoProbabilities(const ClipAnalysis &clip);
// Of an object that was given to no event.
[[nodiscard]] QString whyNoEvent(const ClipAnalysis &clip);

// The names of the models without which a part of the clip was not analysed.
[[nodiscard]] QStringList missingModels(const ClipAnalysis &clip);
// Whether any network said anything of its events; else it has no tags to be told, not even none.
[[nodiscard]] bool wasAnalysed(const ClipAnalysis &clip);

} // namespace tagscope::ui
