// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/base/try.h"
#include "network_commands.h"
#include "ordered_output.h"
#include "progress_line.h"
#include "shard_option.h"

#include "core/analysis/analyzer.h"
#include "core/analysis/settings_json.h"
#include "core/analysis/tag_json.h"
#include "core/analysis/tagger_prediction.h"
#include "core/base/file_content.h"
#include "core/base/message_texts.h"
#include "core/base/paths.h"
#include "core/jobs/worker_pool.h"
#include "core/media/decoding.h"
#include "core/network/image_networks.h"
#include "core/tagging/tagger_classes.h"
#include "core/words/class_tree.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <set>
#include <spdlog/spdlog.h>
#include <sstream>

namespace tagscope::cli {
namespace {

struct TagOptions {
    std::vector<std::string> media;
    std::string list;
    std::optional<Shard> shard;
    std::string classes;
    std::string settings;
    std::string models;
    std::string tagger;
    bool noCache = false;
    bool printSettings = false;
    bool isMostSpecific = false;
};

// Of the clip's events, which one below hides: none without a tree.
std::vector<bool> hiddenIn(const ClipAnalysis &clip, const std::optional<ClassTree> &tree) {
    if (!tree)
        return std::vector<bool>(clip.events.size());
    std::vector<std::string> ids;
    std::vector<std::optional<double>> scores;
    for (std::size_t k = 0; k < clip.events.size(); ++k) {
        ids.push_back(clip.settings.events[k].mid);
        scores.push_back(clip.events[k].fused);
    }
    return tree->hiddenByDescendants(ids, scores);
}

std::string clipAsText(const ClipAnalysis &clip, const std::vector<bool> &isHidden) {
    char time[64];
    std::snprintf(time, sizeof time, " %.1f-%.1f s: ", clip.start.count(), (clip.start + clip.duration).count());
    std::string text = clip.media.string() + time;
    bool none = true;
    for (std::size_t k = 0; k < clip.events.size(); ++k) {
        if (!clip.events[k].tag || isHidden[k])
            continue;
        char probability[32];
        std::snprintf(probability, sizeof probability, " %.2f", *clip.events[k].fused);
        text += (none ? "" : ", ") + clip.settings.events[k].name + probability;
        none = false;
    }
    return text + (none ? "no tags\n" : "\n");
}

Result<AnalysisSettings> settingsFor(const TagOptions &options) {
    if (!options.settings.empty()) {
        const std::string text = TAGSCOPE_TRY(readWholeFile(options.settings));
        return settingsFromJson(text).map_error([&](Error error) {
            error.message = {"base.within", options.settings, error};
            return error;
        });
    }
    if (!options.classes.empty())
        return readEventsOrTagger(options.classes).map(tagscope::settingsFor);
    return defaultSettings();
}

// What was named and what the list holds; of them the part that was asked for.
Result<std::vector<std::string>> mediaOf(const TagOptions &options) {
    std::vector<std::string> media = options.media;
    if (!options.list.empty()) {
        const std::string list = TAGSCOPE_TRY(readWholeFile(options.list));
        std::istringstream stream(list);
        for (std::string line; std::getline(stream, line);) {
            if (!line.empty() && line.back() == '\r')
                line.pop_back();
            if (!line.empty())
                media.push_back(std::move(line));
        }
    }
    return options.shard ? partOf(std::span<const std::string>(media), *options.shard) : media;
}

// Tags a list of recordings, several at once, and prints them in order.
class TagRun {
public:
    TagRun(const Analyzer &analyzer, const std::vector<std::string> &media, std::optional<ClassTree> tree,
           const CommonOptions &common)
        : analyzer_(analyzer), media_(media), tree_(std::move(tree)), json_(common.json), output_(common.json),
          line_("recordings", media.size(), common.quiet), done_(media.size(), 0.0) {}

    Result<int> run(unsigned workers, const std::stop_token &stop) {
        {
            WorkerPool pool(workers);
            for (std::size_t i = 0; i < media_.size(); ++i)
                pool.run([this, i, &stop](const std::stop_token &) { tagOne(i, stop); });
            pool.waitUntilIdle();
        }
        line_.close();
        output_.close();
        return reportFailures();
    }

private:
    void tagOne(std::size_t i, const std::stop_token &stop) {
        const Result<void> analysed = analyzer_.analyse(
            media_[i],
            [this, i](const ClipAnalysis &clip) {
                sayOnce(clip.notes);
                const std::vector<bool> isHidden = hiddenIn(clip, tree_);
                output_.add(i, json_ ? clipToJson(clip, tree_ ? isHidden : std::vector<bool>())
                                     : clipAsText(clip, isHidden));
            },
            [this, i](double fraction, std::string_view stage) { showProgress(i, fraction, stage); }, stop);
        output_.finish(i);
        showProgress(i, 1.0, "done");
        if (!analysed) {
            const std::lock_guard lock(mutex_);
            failures_.emplace(i, analysed.error());
        }
    }

    // Notes are said once, not for each of 500 clips.
    void sayOnce(const std::vector<Message> &notes) {
        const std::lock_guard lock(mutex_);
        for (const std::string &note : englishTexts(notes)) {
            if (said_.insert(note).second)
                spdlog::info("{}", note);
        }
    }

    void showProgress(std::size_t i, double fraction, std::string_view stage) {
        const std::lock_guard lock(mutex_);
        done_[i] = fraction;
        line_.show(std::accumulate(done_.begin(), done_.end(), 0.0), stage);
    }

    [[nodiscard]] int reportFailures() const {
        std::size_t stopped = 0;
        for (const auto &[i, error] : failures_) {
            if (error.isCancelled())
                ++stopped;
            else
                spdlog::error("{}", error.what());
        }
        if (stopped > 0)
            spdlog::warn("Stopped: {} of {} recordings are not done. Run the same command again to continue.", stopped,
                         media_.size());
        return failures_.empty() ? kDone : kFailed;
    }

    const Analyzer &analyzer_;
    const std::vector<std::string> &media_;
    std::optional<ClassTree> tree_; // most specific first; nothing: all tags
    bool json_;
    OrderedOutput output_;
    ProgressLine line_;
    std::mutex mutex_; // of what follows
    std::vector<double> done_;
    std::set<std::string> said_;
    std::map<std::size_t, Error> failures_;
};

Result<int> tag(const TagOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const AnalysisSettings settings = TAGSCOPE_TRY(settingsFor(options));
    if (options.printSettings) {
        std::printf("%s\n", settingsToJson(settings).c_str());
        return kDone;
    }
    if (options.media.empty() && options.list.empty()) {
        spdlog::error("Give at least one media file: tagscope-cli tag MEDIA…");
        return kWrongUsage;
    }
    const std::vector<std::string> media = TAGSCOPE_TRY(mediaOf(options));
    // One thread a clip and as many clips at once as there are threads beats threads inside a clip.
    const auto workers =
        static_cast<unsigned>(std::clamp<std::size_t>(media.size(), 1, static_cast<std::size_t>(common.threadCount())));
    setNetworkThreads(std::max(1, common.threadCount() / static_cast<int>(workers)));

    prepareDecoders();
    const std::filesystem::path directory =
        options.models.empty() ? modelsDirectory() : std::filesystem::path(options.models);
    std::optional<LoadedModel<AudioTagger>> tagger;
    if (!options.tagger.empty())
        tagger = TAGSCOPE_TRY(loadTagger(options.tagger));
    Models models = TAGSCOPE_TRY(loadModels(directory, {}, std::move(tagger)));
    const Analyzer analyzer(std::make_shared<const Models>(std::move(models)), settings,
                            options.noCache ? std::filesystem::path() : cacheDirectory());
    std::optional<ClassTree> tree;
    if (options.isMostSpecific)
        tree = TAGSCOPE_TRY(ClassTree::audioSet());
    return TagRun(analyzer, media, std::move(tree), common).run(workers, stop);
}

} // namespace

void addTagCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<TagOptions>();
    CLI::App *command = kTagCommand.addTo(program);
    command->add_option("MEDIA", options->media, "Audio, video or picture files");
    command->add_option("--list", options->list, "Text file with more of them, a path a line");
    addShardOption(*command, options->shard, "Only the I-th of N parts of them, alongside other programs");
    command->add_option("--classes", options->classes,
                        "Events: a list (TSV), or a tagger's description (.json); default: DCASE 2017 task 4");
    command->add_option("--settings", options->settings, "Settings as printed by --print-settings (JSON)")
        ->excludes("--classes");
    command->add_flag("--print-settings", options->printSettings, "Print the settings with all defaults, and exit");
    command->add_option("--models", options->models, "Directory of registered models");
    command->add_option("--tagger", options->tagger,
                        "The audio tagger: a description (.json) or file, in place of the registered one");
    command->add_flag("--most-specific", options->isMostSpecific,
                      "Hide a tag that stands above another in AudioSet while the other has 30 % of its score");
    command->add_flag("--no-cache", options->noCache, "Neither use nor store cached results");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return tag(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
