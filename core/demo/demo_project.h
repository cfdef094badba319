// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/demo/scene.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope::demo {

struct DemoSize {
    int training = 300;
    int validation = 100;
    int test = 100;

    friend bool operator==(const DemoSize &, const DemoSize &) = default;
};

// A clip of the demo: its script, and the labels with the noise of the real thing. The truth follows from the script
// (truthOf(), demo_script.h).
struct DemoClip {
    std::string name; // such as "test-0001"
    std::string split;
    Scene scene;
    std::vector<Event> labels; // weak, noisy; ascending
};

// The whole demo as a script: seeded, and equal everywhere; a smaller demo is the beginning of each split of a larger
// one. About a third of "Bicycle" and some others are seen and labelled and never heard; some sounds are heard and
// unlabelled; the rates are in demo_script.h.
[[nodiscard]] std::vector<DemoClip> demoScript(const DemoSize &size, std::uint64_t seed);

// The project file of a demo in `directory`.
[[nodiscard]] std::filesystem::path demoProjectFile(const std::filesystem::path &directory);
// A clip's media file there.
[[nodiscard]] std::filesystem::path demoMediaFile(const std::filesystem::path &directory, const DemoClip &clip);

// Makes the project with all clips, labels and truths, but none of the media: immediate. A demo of the same size and
// seed that is there already is opened instead. Nothing else in the directory is touched. Errors: those of Project;
// Inconsistent for another project, or a demo of another size or seed, there.
[[nodiscard]] Result<Project> makeDemoProject(const std::filesystem::path &directory, const DemoSize &size,
                                              std::uint64_t seed);

// What a demo project was made with. Errors: those of Project; Inconsistent where it is no demo of this version.
struct DemoOrigin {
    DemoSize size;
    std::uint64_t seed = 1;

    friend bool operator==(const DemoOrigin &, const DemoOrigin &) = default;
};
[[nodiscard]] Result<DemoOrigin> originOf(const Project &project);

// Makes one clip's media file where it is missing. Thread-safe between different clips.
[[nodiscard]] Result<std::filesystem::path> makeDemoMedia(const DemoClip &clip, const std::filesystem::path &directory,
                                                          std::stop_token stop = {});

// All that are missing, on `threads` threads, the clips that are looked at first (test, validation) first; `made` is
// called for each, also for those that were there already (from those threads). A second run makes what is missing.
// The first error ends the work.
[[nodiscard]] Result<void>
makeDemoMedia(const std::vector<DemoClip> &clips, const std::filesystem::path &directory, int threads,
              const std::function<void(const DemoClip &, const std::filesystem::path &)> &made,
              const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope::demo
