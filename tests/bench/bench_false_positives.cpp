// SPDX-License-Identifier: GPL-3.0-or-later
// bench_false_positives PLACE: a project of 51,172 clips and 17 events with made-up scores is written to PLACE, with
// the same as score and truth tables; then it is opened and the false positives of one event above 0.8 are found.
// Prints seconds and the largest memory of that alone. bench_false_positives.py does the same with pandas, from the
// tables.

#include "core/project/clip_ids.h"
#include "core/project/project.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
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

constexpr std::size_t kClips = 51172;
constexpr int kEvents = 17;
constexpr std::size_t kEvent = 3;
constexpr float kAbove = 0.8F;

const ScoreSource kSource{Branch::Audio, "run-1"};

bool make(const fs::path &place) {
    fs::remove(place / "p.tagscope");
    std::vector<EventClass> classes;
    std::ofstream scoreTable(place / "scores.csv");
    std::ofstream truthTable(place / "truth.csv");
    scoreTable << "clip";
    truthTable << "clip";
    for (int event = 0; event < kEvents; ++event) {
        const std::string name = "event " + std::to_string(event);
        classes.push_back({name, "", {name}, 0.5, 0.5});
        scoreTable << ',' << name;
        truthTable << ',' << name;
    }
    Project project = Project::create(place / "p.tagscope", classes).value();
    std::mt19937 random(1);
    std::vector<NewClip> clips;
    for (std::size_t clip = 0; clip < kClips; ++clip)
        clips.push_back({"clip-" + std::to_string(clip), {}, Seconds(0), Seconds(10), "training"});
    const std::vector<ClipId> ids = project.addClips(clips).value();
    std::vector<std::pair<ClipId, int>> labels;
    std::vector<ClipScore> scores;
    for (std::size_t clip = 0; clip < kClips; ++clip) {
        scoreTable << '\n' << clips[clip].name;
        truthTable << '\n' << clips[clip].name;
        scores.push_back({ids[clip], {}});
        for (int event = 0; event < kEvents; ++event) {
            const float score = static_cast<float>(random() >> 8U) * 0x1p-24F;
            const bool isLabelled = random() % 10 == 0;
            scores.back().probabilities.push_back(score);
            scoreTable << ',' << score;
            truthTable << ',' << (isLabelled ? 1 : 0);
            if (isLabelled)
                labels.emplace_back(ids[clip], event);
        }
    }
    return project.addLabels(labels) && project.storeScores(kSource, scores);
}

int find(const fs::path &file) {
    const auto begin = std::chrono::steady_clock::now();
    const Project project = Project::open(file, Project::Access::ReadOnly).value();
    const std::vector<Clip> clips = project.clips().value();
    const std::vector<ClipId> ids = idsOf(clips);
    const ScoresOfClips scores = project.scores(kSource, ids).value();
    const BinaryTable labels = project.labels(ids, Truth::Weak).value();
    std::vector<std::string> found;
    for (std::size_t clip = 0; clip < clips.size(); ++clip)
        if (scores.scores(clip, kEvent) > kAbove && labels(clip, kEvent) == 0)
            found.push_back(clips[clip].name);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("%zu false positives, %.2f s, %.0f MiB\n", found.size(), seconds.count(),
                static_cast<double>(used.ru_maxrss) / 1024.0);
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 2) {
        std::cout << "usage: bench_false_positives PLACE\n";
        return 2;
    }
    const fs::path place = argv[1];
    fs::create_directories(place);
    // Made by another process, whose memory is not counted.
    const pid_t maker = ::fork();
    if (maker == 0)
        ::_exit(make(place) ? 0 : 1);
    int status = 1;
    ::waitpid(maker, &status, 0);
    return status == 0 ? find(place / "p.tagscope") : 1;
}
