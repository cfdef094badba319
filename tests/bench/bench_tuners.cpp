// SPDX-License-Identifier: GPL-3.0-or-later
// How long the tuners take on made-up scores of the size of the paper's validation split, and of its training split:
// bench_tuners [CLIPS] [THREADS].

#include "core/fusion/system_appraisal.h"
#include "tests/bench/made_scores.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace tagscope;

namespace {

double millisecondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int argc, char **argv) {
    const std::size_t clips = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1142;
    const auto threads = static_cast<unsigned>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1);
    const TuningTables tables = bench::madeScores(clips);
    std::printf("%zu clips, %zu events, %u threads for joint tuning\n", clips, bench::kEvents, threads);
    for (const TuningMethod method :
         {TuningMethod::Paper, TuningMethod::Exact, TuningMethod::Joint, TuningMethod::Calibrated}) {
        const SystemTuning how{method, {}, 1, threads};
        const auto start = std::chrono::steady_clock::now();
        const TunedSystem tuned = tuneSystem(tables, how).value();
        std::printf("%-12s %10.1f ms  micro F1 %.4f", std::string(nameOf(method)).c_str(), millisecondsSince(start),
                    tuned.microF1);
        constexpr std::size_t kMostForFolds = 5000;
        if (clips <= kMostForFolds) {
            const auto again = std::chrono::steady_clock::now();
            const auto heldOut = heldOutOf(tables, how).value();
            std::printf("  cross-validated %.4f [%.4f, %.4f] by %d deals in %.1f ms", heldOut->microF1,
                        heldOut->interval.low, heldOut->interval.high, heldOut->deals, millisecondsSince(again));
        }
        std::printf("\n");
    }
    const auto start = std::chrono::steady_clock::now();
    SystemTuning how;
    how.threads = threads;
    const std::vector<ComparedWay> compared = compareWays(tables, allWays(tables, how)).value();
    std::printf("all methods compared in %.1f ms\n", millisecondsSince(start));
    for (const ComparedWay &way : compared)
        std::printf("%-12s %.4f%s\n", std::string(nameOf(way.how.method)).c_str(),
                    way.system.heldOut ? way.system.heldOut->microF1 : way.system.tuned.microF1,
                    way.behindBest && way.behindBest->isWithinChance() ? "  within chance of the best" : "");
}
