#pragma once

#include "core/analysis/analyzer.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

// Another mapping of objects to events for a whole project, from the objects that were found already.
namespace tagscope {

// A project's mapping and the video probabilities that follow from it: put back, both are as they were.
struct VideoState {
    MappingOptions mapping;
    std::optional<std::string> recipe; // videoRecipe() of the scores; nothing where there were never any
    std::vector<ClipScore> scores;
};

[[nodiscard]] Result<VideoState> videoState(const Project &project);

// In one transaction; the other settings stay as they are. Errors: those of projectSettings() and Project.
[[nodiscard]] Result<void> setVideoState(Project &project, const VideoState &state);

// What another mapping changed.
struct ProjectMapping {
    struct Tags {
        ClipId clip = 0;
        std::vector<int> before;
        std::vector<int> after;
    };

    VideoState before;
    VideoState after;
    std::size_t clips = 0;             // whose video probabilities were made anew
    std::size_t changed = 0;           // of them, with other probabilities
    std::size_t leftOut = 0;           // never analysed, without media or without pictures
    std::vector<Tags> tags;            // of the clips whose sound was analysed too
    std::vector<std::string> failures; // a sentence each

    [[nodiscard]] std::size_t changedTags() const; // clips
};

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
