// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <optional>
#include <string>

// Scores that a project was given, in the place of what its own models would hear: of a table, of another system's
// activations, of a tagger that need not be here any more.
namespace tagscope {

// The source that the project's audio branch was chosen to have, where it was given; nothing where the branch has what
// models heard, or what was given was made by the tagger of this label (LoadedModel::label), which can say more of it.
// Errors: those of Project.
[[nodiscard]] Result<std::optional<std::string>> givenAudioSource(const Project &project, const std::string &tagger);

// The clip with the source's scores and, where there are some, activations on their own grid as those of its audio
// branch, and tags by them. As it is where the source has no scores of it, or it has no sound to show them beside.
// Errors: those of Project; Unreadable, Malformed (activations that are there and damaged).
[[nodiscard]] Result<ClipAnalysis> withGivenScores(const Project &project, const Clip &clip, const std::string &source,
                                                   ClipAnalysis analysis);

// Whether the clip's audio branch has given scores: what is asked of its sound then, no network here can answer.
[[nodiscard]] bool hasGivenScores(const ClipAnalysis &analysis);

} // namespace tagscope
