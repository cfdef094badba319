// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/analysis/video_state.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"

#include <stop_token>

// Another mapping of objects to events for a whole project, from the objects that were found already.
namespace tagscope {

[[nodiscard]] Result<VideoState> videoState(const Project &project);

// In one transaction; the other settings stay as they are. Errors: those of projectSettings() and Project.
[[nodiscard]] Result<void> setVideoState(Project &project, const VideoState &state);

// Maps the objects of the project's analysed clips anew, and stores the mapping and the video probabilities in one
// transaction at the end: until then, and where it is stopped or fails, nothing changes. Clips are taken from the
// cache; those that have scores but are not in the cache are analysed again.
// `whole`: of both branches, with projectSettings(); `video`: the same of the video branch alone. Both have their cache
// in project.cacheDirectory().
// Errors: Inconsistent (no word vectors for a mapping that needs them, a table of another shape), those of Project,
// Cancelled.
[[nodiscard]] Result<ProjectMapping> mapProject(Project &project, const Analyzer &whole, const Analyzer &video,
                                                const MappingOptions &mapping, unsigned threads,
                                                const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope
