// SPDX-License-Identifier: GPL-3.0-or-later
// bench_votes [PAIRS ANNOTATORS]: how long it takes from votes to truth by each rule, with the annotators' qualities
// and their intervals. Default: 30,000 pairs, 10 annotators who each vote on three pairs in ten. Made up, from a seed.

#include "core/audit/vote_truth.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

using namespace tagscope;

int main(int argc, char **argv) {
    constexpr std::size_t kPairs = 30'000;
    constexpr std::size_t kAnnotatorsOfBench = 10;
    const std::size_t pairs = argc > 2 ? std::strtoul(argv[1], nullptr, 10) : kPairs;
    const std::size_t annotators = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : kAnnotatorsOfBench;
    std::mt19937 random(1);
    std::uniform_real_distribution<double> uniform;
    RatingTable votes(pairs, annotators);
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        const bool isTrue = uniform(random) < 0.7;
        for (std::size_t annotator = 0; annotator < annotators; ++annotator)
            if (uniform(random) < 0.3)
                votes(pair, annotator) = (uniform(random) < (isTrue ? 0.9 : 0.7)) == isTrue ? 1 : 0;
    }
    for (const TruthRule rule : kAllTruthRules) {
        const std::clock_t begin = std::clock();
        const std::size_t decided = truthOf(votes, rule).size();
        std::printf("%-12s %7.3f s of the processor, %zu pairs, %zu annotators\n", std::string(nameOf(rule)).c_str(),
                    static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, decided, annotators);
    }
    return 0;
}
