// SPDX-License-Identifier: GPL-3.0-or-later
// How long one step of a slider takes until all figures, curves and flips of the workbench are there, on made-up
// scores: bench_workbench [CLIPS]. Painting is not part of it (tests/ui: bench_fusion_panel).

#include "core/fusion/workbench.h"
#include "tests/bench/made_scores.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

using namespace tagscope;

namespace {

void time(const char *what, const std::function<void(int)> &step) {
    constexpr int kSteps = 200;
    std::vector<double> passed;
    for (int i = 0; i < kSteps; ++i) {
        const auto start = std::chrono::steady_clock::now();
        step(i);
        passed.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(passed);
    std::printf("%-34s median %7.2f ms  worst %7.2f ms\n", what, passed[kSteps / 2], passed.back());
}

} // namespace

int main(int argc, char **argv) {
    const std::size_t clips = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1142;
    const TuningTables tables = bench::madeScores(clips);
    const OperatingPoint saved{std::vector<double>(bench::kEvents, 0.5), std::vector<double>(bench::kEvents, 0.3)};
    Workbench workbench(tables, tables.truth, saved);
    std::printf("%zu clips, %zu events\n", clips, bench::kEvents);
    std::size_t sum = 0; // so that nothing is left out
    const auto lookAtAll = [&] {
        for (const auto labels : {Workbench::Labels::Weak, Workbench::Labels::Audible})
            sum += static_cast<std::size_t>(total(workbench.counts(labels)).truePositives);
        sum += workbench.flips().size() + workbench.cuts(3, Workbench::Labels::Weak).size() +
               workbench.histogram(3, Workbench::Labels::Weak, 50).positives.size();
    };
    time("threshold step, everything", [&](int i) {
        workbench.setThreshold(3, 0.2 + 0.001 * i);
        lookAtAll();
    });
    time("weight step, everything", [&](int i) {
        workbench.setWeight(3, 0.3 + 0.001 * i);
        lookAtAll();
    });
    time("map of an event (51 x 101), chosen",
         [&](int) { sum += workbench.grid(3, Workbench::Labels::Weak, 51, 101)->weights(); });
    const WeightThresholdGrid grid = *workbench.grid(3, Workbench::Labels::Weak, 51, 101);
    time("map of micro F1, others changed",
         [&](int) { sum += grid.f1(workbench.others(3, Workbench::Labels::Weak)).rows; });
    return sum == 0 ? 1 : 0;
}
