// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common_options.h"

#include "core/demo/demo_project.h"

#include <filesystem>
#include <stop_token>

namespace tagscope::cli {

struct DemoOptions {
    std::filesystem::path directory;
    demo::DemoSize size;
    std::filesystem::path models; // empty: modelsDirectory()
    bool isAnalysed = true;
};

// Project, media, analysis, operating points and figures, each as far as it is missing. The exit status.
Result<int> runDemo(const DemoOptions &options, const CommonOptions &common, const std::stop_token &stop);

} // namespace tagscope::cli
