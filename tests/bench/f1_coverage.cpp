// SPDX-License-Identifier: GPL-3.0-or-later
// How often the 95 % intervals beside an F1 hold the true value, on made-up scores:
// f1_coverage tuned [RUNS] [CLIPS...]   of tuned systems, whose true value is their micro F1 on 40,000 other clips
// f1_coverage events [RUNS]             of events with few positives

#include "core/fusion/f1_intervals.h"
#include "core/fusion/random_index.h"
#include "core/fusion/system_appraisal.h"
#include "tests/bench/made_scores.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

using namespace tagscope;

namespace {

// How often intervals held the truth, and how wide they were.
struct Coverage {
    int held = 0;
    int all = 0;
    double width = 0.0;

    void add(const Interval &interval, double truth) {
        held += interval.low <= truth && truth <= interval.high ? 1 : 0;
        ++all;
        width += interval.high - interval.low;
    }
    void print() const { std::printf("  %5.1f %% (%4.1f)", 100.0 * held / all, 100.0 * width / all); }
};

void coverTuned(int runs, const std::vector<std::size_t> &sizes) {
    constexpr std::size_t kOthers = 40000;
    constexpr unsigned kSeedOfOthers = 1000000;
    const TuningTables others = bench::madeScores(kOthers, kSeedOfOthers);
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    std::printf("%d runs; share of intervals that hold the truth (mean width, points)\n", runs);
    std::printf("%-12s %6s  %-15s  %-15s  %-15s  %-9s %-9s\n", "method", "clips", "repeated folds", "one deal",
                "same clips", "estimate", "truth");
    for (const std::size_t clips : sizes) {
        for (const TuningMethod method :
             {TuningMethod::Paper, TuningMethod::Exact, TuningMethod::Joint, TuningMethod::Calibrated}) {
            Coverage repeated;
            Coverage oneDeal;
            Coverage sameClips;
            double estimates = 0.0;
            double truths = 0.0;
            for (int run = 0; run < runs; ++run) {
                const TuningTables tables = bench::madeScores(clips, static_cast<unsigned>(run + 2));
                const SystemTuning how{method, {}, static_cast<std::uint64_t>(run + 1), threads};
                const AppraisedSystem system = tuneAndAppraise(tables, how, true).value();
                const OperatingPoint &point = system.tuned.point;
                const double truth = partsOf(others.truth, tagsAt(point, others.audio, others.video)).microF1();
                repeated.add(system.heldOut->interval, truth);
                estimates += system.heldOut->microF1;
                truths += truth;
                const Tune tune = [&how](const TuningTables &seen, const std::stop_token &) -> Result<Decide> {
                    return tuneSystem(seen, how).map([](const TunedSystem &tuned) -> Decide {
                        return [point = tuned.point](const Matrix &audio, const Matrix &video) {
                            return tagsAt(point, audio, video);
                        };
                    });
                };
                const std::vector<F1Parts> once =
                    decidedOutOfFold(tables, tune, {1, kFolds, how.seed, threads}).value();
                oneDeal.add(bootstrapMicroF1(once).value(), truth);
                const F1Parts own = partsOf(tables.truth, tagsAt(point, tables.audio, tables.video));
                sameClips.add(bootstrapMicroF1(own).value(), truth);
            }
            std::printf("%-12s %6zu", std::string(nameOf(method)).c_str(), clips);
            for (const Coverage *one : {&repeated, &oneDeal, &sameClips})
                one->print();
            std::printf("  %5.1f %%   %5.1f %%\n", 100.0 * estimates / runs, 100.0 * truths / runs);
            std::fflush(stdout);
        }
    }
}

// Positives, recall, and false positives for each positive: what an event's system does.
struct EventCase {
    int positives = 0;
    int clips = 0;
    double recall = 0.0;
    double falsePositives = 0.0;
};

// Counts of one event on clips drawn at random; each clip has the event with the same probability.
BinaryTable drawTruth(const EventCase &given, std::mt19937_64 &random, BinaryTable &tags) {
    const auto uniform = [&random] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
    const double prevalence = static_cast<double>(given.positives) / given.clips;
    const double falseRate = prevalence * given.falsePositives / (1.0 - prevalence);
    BinaryTable truth(static_cast<std::size_t>(given.clips), 1);
    tags = truth;
    for (std::size_t clip = 0; clip < truth.clips; ++clip) {
        truth(clip, 0) = uniform() < prevalence ? 1 : 0;
        tags(clip, 0) = uniform() < (truth(clip, 0) != 0 ? given.recall : falseRate) ? 1 : 0;
    }
    return truth;
}

void coverEvents(int runs) {
    std::printf("%d runs; share of intervals that hold the truth (mean width, points)\n", runs);
    std::printf("%9s %6s %7s %8s %6s  %-15s  %-15s\n", "positives", "clips", "recall", "FP/pos", "F1", "posterior",
                "bootstrap");
    std::mt19937_64 random(1);
    for (const auto &[positives, clips] :
         {std::pair(2, 80), {5, 80}, {10, 80}, {2, 488}, {5, 488}, {20, 488}, {50, 488}}) {
        for (const double recall : {0.2, 0.5, 0.8}) {
            for (const double ratio : {0.5, 1.5}) {
                const EventCase given{positives, clips, recall, recall * ratio};
                const double truth = 2.0 * recall / (1.0 + recall + given.falsePositives);
                Coverage posterior;
                Coverage bootstrap;
                for (int run = 0; run < runs; ++run) {
                    BinaryTable tags;
                    const BinaryTable labels = drawTruth(given, random, tags);
                    const Counts counts = countPerEvent(labels, tags).front();
                    if (counts.truePositives + counts.falseNegatives == 0)
                        continue; // such an event has no F1
                    posterior.add(posteriorF1(counts), truth);
                    BootstrapOptions options;
                    options.draws = 500;
                    bootstrap.add(bootstrapMicroF1(partsOf(labels, tags), options).value(), truth);
                }
                std::printf("%9d %6d %7.1f %8.1f %6.2f", positives, clips, recall, given.falsePositives, truth);
                posterior.print();
                bootstrap.print();
                std::printf("\n");
            }
        }
    }
}

} // namespace

int main(int argc, char **argv) {
    const std::string what = argc > 1 ? argv[1] : "";
    const int runs = argc > 2 ? std::atoi(argv[2]) : 400;
    if (what == "events") {
        coverEvents(runs);
        return 0;
    }
    if (what != "tuned") {
        std::fprintf(stderr, "f1_coverage tuned [RUNS] [CLIPS...] | events [RUNS]\n");
        return 2;
    }
    std::vector<std::size_t> sizes;
    for (int i = 3; i < argc; ++i)
        sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    coverTuned(runs, sizes.empty() ? std::vector<std::size_t>{80, 488, 1142} : sizes);
}
