// SPDX-License-Identifier: GPL-3.0-or-later
#include "features.h"

#include <spdlog/spdlog.h>
#include <string_view>

namespace tagscope::cli {

ClipProgress ClipProgressLine::progress() {
    return [this](std::size_t done, std::size_t clips, std::string_view stage) {
        if (!line_)
            line_.emplace("clips", clips, quiet_);
        line_->show(static_cast<double>(done), stage);
    };
}

#ifdef TAGSCOPE_WITH_MEDIA

Result<FeatureReport> makeFeaturesWithProgress(const Project &project, const FeatureOptions &options,
                                               const CommonOptions &common, const std::stop_token &stop) {
    ClipProgressLine line(common.quiet);
    Result<FeatureReport> report = makeFeatures(project, options, line.progress(), stop);
    if (!report) {
        if (report.error().isCancelled())
            report.error().message = "app.stopped";
        return report;
    }
    for (const std::string &damaged : report->damaged)
        spdlog::warn("{}{}", damaged, report->setAside.empty() ? " It was recomputed." : "");
    for (const std::filesystem::path &file : report->setAside)
        spdlog::warn("What had been computed is kept as {}: the new block holds fewer clips, because media are missing "
                     "or damaged. Once they are back, run this again, and remove that file.",
                     file.string());
    return report;
}

#endif

} // namespace tagscope::cli
