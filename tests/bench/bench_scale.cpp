// SPDX-License-Identifier: GPL-3.0-or-later
// bench_scale PLACE [CLIPS…]: what projects of AudioSet's shape take at growing sizes: 527 events, two weak labels a
// clip. The clips are made up, from a seed, and have no media; the files go to PLACE, which needs 10 kB a clip, and are
// deleted. Each step is a process of its own: seconds, seconds of the processor, and the largest memory.

#include "core/audit/project_audit.h"
#include "core/evaluation/tuning.h"
#include "core/exchange/import.h"
#include "core/project/project_summary.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace tagscope;

namespace {

namespace fs = std::filesystem;

constexpr int kEvents = 527;
constexpr std::size_t kClipsAtOnce = 10000;

struct Cost {
    double seconds = 0.0;
    double processor = 0.0;
    double mebibytes = 0.0;
    bool isGood = true;
};

// In a process of its own, so that the memory of one step is not another's.
Cost costOf(const std::function<bool()> &work) {
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work() ? 0 : 1);
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    const auto inSeconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return {seconds.count(), inSeconds(used.ru_utime) + inSeconds(used.ru_stime),
            static_cast<double>(used.ru_maxrss) / 1024.0, WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

void print(std::size_t clips, const char *step, const Cost &cost) {
    std::printf("| %9zu | %-34s | %8.2f | %8.2f | %7.0f | %s\n", clips, step, cost.seconds, cost.processor,
                cost.mebibytes, cost.isGood ? "" : "FAILED");
    std::fflush(stdout);
}

bool writeLists(const fs::path &place, std::size_t clips) {
    std::ofstream classes(place / "classes.tsv");
    classes << "name\tmid\n";
    for (int event = 0; event < kEvents; ++event)
        classes << "event " << event << "\t/m/e" << event << '\n';
    std::ofstream list(place / "clips.csv");
    list << "path,start,duration,labels,split\n";
    std::mt19937_64 random(1);
    std::geometric_distribution<int> more(0.5);
    // As AudioSet: a few events have most of the labels.
    std::exponential_distribution<double> rank(8.0);
    for (std::size_t clip = 0; clip < clips; ++clip) {
        const char *split = clip % 100 == 0 ? "evaluation" : clip % 100 == 1 ? "validation" : "training";
        list << "clip-" << clip << "_30.000_40.000.wav,0,10,";
        for (int label = std::min(more(random), 8); label >= 0; --label)
            list << "event " << static_cast<int>(rank(random) * kEvents) % kEvents << (label > 0 ? ";" : "");
        list << ',' << split << '\n';
    }
    return static_cast<bool>(list.flush());
}

bool storeScores(const fs::path &file) {
    Project project = Project::open(file).value();
    const std::vector<Clip> clips = project.clips().value();
    std::mt19937 random(2);
    for (const Branch branch : {Branch::Audio, Branch::Video}) {
        for (std::size_t first = 0; first < clips.size(); first += kClipsAtOnce) {
            std::vector<ClipScore> scores;
            for (std::size_t i = first; i < std::min(clips.size(), first + kClipsAtOnce); ++i) {
                scores.push_back({clips[i].id, std::vector<float>(kEvents)});
                for (float &value : scores.back().probabilities)
                    value = static_cast<float>(random() >> 8U) * 0x1p-24F;
            }
            if (!project.storeScores({branch, branch == Branch::Audio ? "run-1" : "video"}, scores))
                return false;
        }
    }
    return true;
}

bool importList(const fs::path &place) {
    ImportRequest request;
    request.format = ImportFormat::Csv;
    request.lists = {place / "clips.csv"};
    return createProject({.file = place / "p.tagscope", .classList = place / "classes.tsv", .import = request})
        .has_value();
}

bool summarise(const fs::path &file) {
    return Project::open(file, Project::Access::ReadOnly)
        .and_then([](const Project &project) { return summaryOf(project); })
        .has_value();
}

bool tune(const fs::path &file) {
    const Project project = Project::open(file, Project::Access::ReadOnly).value();
    TuningRequest request;
    request.method = TuningMethod::Exact;
    request.isAppraised = false;
    request.sources = {ScoreSource{Branch::Audio, "run-1"}, ScoreSource{Branch::Video, "video"}};
    return tunePoint(project, request).has_value();
}

bool queue(const fs::path &file) {
    const Project project = Project::open(file, Project::Access::ReadOnly).value();
    QueueOptions options;
    options.order = QueueOrder::Uncertain;
    return auditMaterial(project, "validation")
        .and_then([&](const AuditMaterial &material) { return auditQueue(material, options); })
        .has_value();
}

void measure(const fs::path &place, std::size_t clips, bool hasScores) {
    const fs::path file = place / "p.tagscope";
    print(clips, "list written", costOf([&] { return writeLists(place, clips); }));
    print(clips, "import of the list (CSV)", costOf([&] { return importList(place); }));
    print(clips, "summary, as project info", costOf([&] { return summarise(file); }));
    if (!hasScores)
        return;
    print(clips, "scores of two sources stored", costOf([&] { return storeScores(file); }));
    print(clips, "summary with them", costOf([&] { return summarise(file); }));
    print(clips, "exact thresholds, 1 % of the clips", costOf([&] { return tune(file); }));
    print(clips, "queue by uncertainty, 1 %", costOf([&] { return queue(file); }));
}

} // namespace

int main(int argc, char **argv) {
    if (argc < 2) {
        std::cout << "usage: bench_scale PLACE [CLIPS…]\nCLIPS: 500 51172 by default; with a - before it without "
                     "scores.\n";
        return 2;
    }
    std::vector<std::string> sizes(argv + 2, argv + argc);
    if (sizes.empty())
        sizes = {"500", "51172"};
    std::printf("| clips     | step                               | seconds  | processor | MiB\n");
    for (const std::string &size : sizes) {
        const bool hasScores = !size.starts_with('-');
        const std::size_t clips = std::stoul(hasScores ? size : size.substr(1));
        const fs::path place = fs::absolute(argv[1]) / ("scale-" + std::to_string(clips));
        fs::create_directories(place);
        measure(place, clips, hasScores);
        fs::remove_all(place);
    }
    return 0;
}
