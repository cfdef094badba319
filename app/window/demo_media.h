// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/demo/demo_project.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"

#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <stop_token>
#include <string>

namespace tagscope {

// The media of a demo project, made one by one as they are wanted. Thread-safe: a clip that two threads want is made
// by one of them, and the other waits.
class DemoMedia {
public:
    // `clips`: the demo's script.
    DemoMedia(std::filesystem::path directory, const std::vector<demo::DemoClip> &clips);

    // The clip's file, made where it is missing. Errors: Inconsistent for a name that is not in the script, those of
    // makeDemoMedia().
    [[nodiscard]] Result<std::filesystem::path> provide(const std::string &clip, const std::stop_token &stop);

private:
    std::filesystem::path directory_;
    std::map<std::string, demo::DemoClip> clips_;
    std::mutex mutex_;
    std::condition_variable_any made_;
    std::set<std::string> inTheMaking_;
};

// The demo's media, where the project is a demo that this version of the program can make; else null.
[[nodiscard]] std::unique_ptr<DemoMedia> demoMediaOf(const Project &project);

} // namespace tagscope
