#include "command.h"
#include "progress_line.h"

#include "core/analysis/analyzer.h"
#include "core/analysis/settings_json.h"
#include "core/analysis/tag_json.h"
#include "core/base/paths.h"
#include "core/jobs/worker_pool.h"
#include "core/network/image_networks.h"

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

struct TagOptions {
    std::vector<std::string> media;
    std::string classes;
    std::string settings;
    std::string models;
    bool noCache = false;
    bool printSettings = false;
};

// Prints each recording's clips in the order of the command line, whatever order they are done in, as soon as all
// before them are printed. Thread-safe.
class OrderedOutput {
public:
    explicit OrderedOutput(bool json) : json_(json) {
        if (json_)
            std::fputs("{\"clips\": [", stdout);
    }

    void add(std::size_t recording, std::string text) {
        const std::lock_guard lock(mutex_);
        if (recording == next_)
            print(text);
        else
            waiting_[recording].push_back(std::move(text));
    }

    void finish(std::size_t recording) {
        const std::lock_guard lock(mutex_);
        finished_.insert(recording);
        while (finished_.erase(next_) > 0) {
            ++next_;
            for (const std::string &text : waiting_[next_])
                print(text);
            waiting_.erase(next_);
        }
    }

    void close() {
        if (json_)
            std::fputs("]}\n", stdout);
        std::fflush(stdout);
    }

private:
    void print(const std::string &text) {
        if (json_ && printed_++ > 0)
            std::fputs(",\n", stdout);
        std::fputs(text.c_str(), stdout);
        std::fflush(stdout);
    }

    bool json_;
    std::mutex mutex_;
    std::size_t next_ = 0;
    std::size_t printed_ = 0;
    std::map<std::size_t, std::vector<std::string>> waiting_;
    std::set<std::size_t> finished_;
};

std::string clipAsText(const ClipAnalysis &clip) {
    char time[64];
    std::snprintf(time, sizeof time, " %.1f-%.1f s: ", clip.start.count(), (clip.start + clip.duration).count());
    std::string text = clip.media.string() + time;
    bool none = true;
    for (std::size_t k = 0; k < clip.events.size(); ++k) {
        if (!clip.events[k].tag)
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
        std::ifstream stream(options.settings, std::ios::binary);
        if (!stream)
            return fail(Error::Kind::Unreadable, options.settings + " cannot be read.");
        return settingsFromJson({std::istreambuf_iterator<char>(stream), {}}).map_error([&](Error error) {
            error.what = options.settings + ": " + error.what;
            return error;
        });
    }
    if (!options.classes.empty())
        return readEventClasses(options.classes).map(tagscope::settingsFor);
    return defaultSettings();
}

// Notes are said once, not for each of 500 clips.
class NotesOnce {
public:
    void say(const std::vector<std::string> &notes) {
        const std::lock_guard lock(mutex_);
        for (const std::string &note : notes) {
            if (said_.insert(note).second)
                spdlog::info("{}", note);
        }
    }

private:
    std::mutex mutex_;
    std::set<std::string> said_;
};

int tag(const TagOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const Result<AnalysisSettings> settings = settingsFor(options);
    if (!settings) {
        spdlog::error("{}", settings.error().what);
        return kFailed;
    }
    if (options.printSettings) {
        std::printf("%s\n", settingsToJson(*settings).c_str());
        return kDone;
    }
    if (options.media.empty()) {
        spdlog::error("Name at least one media file: tagscope-cli tag MEDIA…");
        return kWrongUsage;
    }
    // One thread a clip and as many clips at once as there are threads beats threads inside a clip.
    const auto workers =
        static_cast<unsigned>(std::min(static_cast<std::size_t>(common.threadCount()), options.media.size()));
    setNetworkThreads(std::max(1, common.threadCount() / static_cast<int>(workers)));

    Result<Models> models =
        loadModels(options.models.empty() ? modelsDirectory() : std::filesystem::path(options.models));
    if (!models) {
        spdlog::error("{}", models.error().what);
        return kFailed;
    }
    const Analyzer analyzer(std::make_shared<const Models>(std::move(*models)), *settings,
                            options.noCache ? std::filesystem::path() : cacheDirectory());

    OrderedOutput output(common.json);
    NotesOnce notes;
    std::mutex mutex;
    std::map<std::size_t, Error> failures;
    std::vector<double> done(options.media.size(), 0.0);
    {
        ProgressLine line("recordings", options.media.size(), common.quiet);
        WorkerPool pool(workers);
        for (std::size_t i = 0; i < options.media.size(); ++i) {
            pool.run([&, i](const std::stop_token &) {
                const Result<void> analysed = analyzer.analyse(
                    options.media[i],
                    [&](const ClipAnalysis &clip) {
                        notes.say(clip.notes);
                        output.add(i, common.json ? clipToJson(clip) : clipAsText(clip));
                    },
                    [&](double fraction, std::string_view stage) {
                        const std::lock_guard lock(mutex);
                        done[i] = fraction;
                        double sum = 0.0;
                        for (const double part : done)
                            sum += part;
                        line.show(sum, stage);
                    },
                    stop);
                output.finish(i);
                if (!analysed) {
                    const std::lock_guard lock(mutex);
                    failures.emplace(i, analysed.error());
                }
            });
        }
        pool.waitUntilIdle();
    }
    output.close();
    std::size_t stopped = 0;
    for (const auto &[i, error] : failures) {
        if (error.isCancelled())
            ++stopped;
        else
            spdlog::error("{}", error.what);
    }
    if (stopped > 0)
        spdlog::warn("Stopped: {} of {} recordings are not done. The same command continues.", stopped,
                     options.media.size());
    return failures.empty() ? kDone : kFailed;
}

} // namespace

void addTagCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<TagOptions>();
    CLI::App *command = program.add_subcommand("tag", "The whole chain for each clip: its tags and why");
    command->add_option("MEDIA", options->media, "Audio, video or picture files");
    command->add_option("--classes", options->classes, "Event class list (TSV); default: DCASE 2017 task 4");
    command->add_option("--settings", options->settings, "Settings as printed by --print-settings (JSON)")
        ->excludes("--classes");
    command->add_flag("--print-settings", options->printSettings, "Print the settings with all defaults, and end");
    command->add_option("--models", options->models, "Directory of registered models");
    command->add_flag("--no-cache", options->noCache, "Neither use nor keep stored results");
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return tag(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli
