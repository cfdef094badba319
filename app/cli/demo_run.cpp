// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_run.h"

#include "command.h"
#include "demo_report.h"
#include "progress_line.h"

#include "core/analysis/analyzer.h"
#include "core/analysis/project_analysis.h"
#include "core/analysis/project_models.h"
#include "core/analysis/project_scoring.h"
#include "core/base/message_texts.h"
#include "core/base/paths.h"
#include "core/base/try.h"
#include "core/network/image_networks.h"

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <spdlog/spdlog.h>
#include <utility>
#include <vector>

namespace tagscope::cli {
namespace {

namespace fs = std::filesystem;
using demo::DemoClip;

// What is looked at and tuned on comes before what is only trained on.
std::vector<Clip> inOrderOfInterest(std::vector<Clip> clips) {
    std::ranges::stable_sort(
        clips, {}, [](const Clip &clip) { return clip.split == "test" ? 0 : (clip.split == "validation" ? 1 : 2); });
    return clips;
}

class DemoRun {
public:
    DemoRun(const DemoOptions &options, const CommonOptions &common, Project project, const std::stop_token &stop)
        : options_(options), common_(common), project_(std::move(project)), stop_(stop),
          directory_(project_.file().parent_path()), script_(demo::demoScript(options.size, common.seed)) {}

    Result<DemoReport> run() {
        if (!options_.isAnalysed)
            return makeMedia(script_).and_then([this] { return report(); });
        return loadAnalyzer()
            .and_then([this] { return showFirstClip(); })
            .and_then([this] { return makeMedia(script_); })
            .and_then([this] { return analyse(); })
            .and_then([this] { return demo::tuneDemo(project_, common_.seed, stop_); })
            .and_then([this] { return report(); });
    }

private:
    Result<void> loadAnalyzer() {
        Models models =
            TAGSCOPE_TRY(options_.models.empty() ? loadModelsFor(project_) : loadModelsFor(project_, options_.models));
        const AnalysisSettings settings = TAGSCOPE_TRY(projectSettings(project_));
        for (const std::string &note : englishTexts(models.notes))
            spdlog::info("{}", note);
        setNetworkThreads(1); // one thread a clip and as many clips at once as there are threads
        analyzer_.emplace(std::make_shared<const Models>(std::move(models)), settings, project_.cacheDirectory());
        return {};
    }

    // Something to look at while the rest is being made.
    Result<void> showFirstClip() {
        const auto first = std::ranges::find(script_, "test", &DemoClip::split);
        const DemoClip &clip = first != script_.end() ? *first : script_.front();
        TAGSCOPE_TRY(makeMedia({clip}, true));
        return analyzer_->analyse(
            demo::demoMediaFile(directory_, clip),
            [&clip](const ClipAnalysis &analysis) {
                std::string tags;
                for (std::size_t k = 0; k < analysis.events.size(); ++k)
                    if (analysis.events[k].tag)
                        tags += (tags.empty() ? "" : ", ") + analysis.settings.events[k].name;
                spdlog::info("The first clip, {}, has been analysed: {}.", clip.name, tags.empty() ? "no tags" : tags);
            },
            {}, stop_);
    }

    Result<void> makeMedia(const std::vector<DemoClip> &clips, bool isQuiet = false) {
        const std::vector<Clip> known = TAGSCOPE_TRY(project_.clips());
        std::mutex mutex;
        std::vector<std::pair<ClipId, fs::path>> found;
        const auto keep = [&](const DemoClip &made, const fs::path &file) {
            const auto clip = std::ranges::find(known, made.name, &Clip::name);
            const std::lock_guard lock(mutex);
            if (clip != known.end() && clip->isMissing)
                found.emplace_back(clip->id, file);
        };
        ProgressLine line("clips", clips.size(), common_.quiet || isQuiet);
        const auto count = static_cast<double>(clips.size());
        const Result<void> made = demo::makeDemoMedia(
            clips, directory_, common_.threadCount(), keep,
            [&](double fraction, std::string_view stage) { line.show(fraction * count, stage); }, stop_);
        line.close();
        const Result<void> kept = project_.setMedia(found); // also of work that was stopped
        return made ? kept : made;
    }

    Result<void> analyse() {
        const std::vector<Clip> clips = TAGSCOPE_TRY(project_.clips().map(inOrderOfInterest));
        ProgressLine line("clips", clips.size(), common_.quiet);
        const auto count = static_cast<double>(clips.size());
        const Result<ProjectAnalysis> analysed = scoreProject(
            project_, *analyzer_, clips, static_cast<unsigned>(common_.threadCount()),
            [&](double fraction, std::string_view stage) { line.show(fraction * count, stage); }, stop_);
        line.close();
        const ProjectAnalysis done = TAGSCOPE_TRY(analysed);
        for (const ProjectAnalysis::Failure &failure : done.failures)
            spdlog::error("{}: {}", failure.clip, failure.error.what());
        analysed_ = done.analysed + done.skipped;
        failed_ = done.failures.size();
        return {};
    }

    Result<DemoReport> report() {
        DemoReport report;
        report.project = project_.file();
        report.media = directory_ / "media";
        report.clips = script_.size();
        report.seed = common_.seed;
        report.analysed = analysed_;
        report.failed = failed_;
        if (!options_.isAnalysed || options_.size.test == 0)
            return report;
        return demo::evaluateDemo(project_, common_.seed, stop_).map([&](demo::DemoFigures figures) {
            report.figures = std::move(figures);
            return report;
        });
    }

    const DemoOptions &options_;
    const CommonOptions &common_;
    Project project_;
    std::stop_token stop_;
    fs::path directory_;
    std::vector<DemoClip> script_;
    std::optional<Analyzer> analyzer_;
    std::size_t analysed_ = 0;
    std::size_t failed_ = 0;
};

} // namespace

Result<int> runDemo(const DemoOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    Project project = TAGSCOPE_TRY(demo::makeDemoProject(options.directory, options.size, common.seed));
    spdlog::info("The project is {}.", project.file().string());
    const Result<DemoReport> report = DemoRun(options, common, std::move(project), stop).run();
    if (!report && report.error().isCancelled()) {
        spdlog::warn("Stopped. Run the same command again to continue.");
        return kFailed;
    }
    if (!report)
        return tl::unexpected(report.error());
    print(*report, common.json);
    return report->failed == 0 ? kDone : kFailed;
}

} // namespace tagscope::cli
