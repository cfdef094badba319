// SPDX-License-Identifier: GPL-3.0-or-later
// The whole chain for one clip: bench_chain CLIP [RUNS] [THREADS], with the registered models and without the cache.
// Prints seconds a run, the best, and the peak of resident memory. The plain other side is chain_plain.py.

#include "core/analysis/analyzer.h"
#include "core/base/message_texts.h"
#include "core/base/paths.h"
#include "core/network/image_networks.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <sys/resource.h>

int main(int argc, char **argv) {
    using namespace tagscope;
    if (argc < 2) {
        std::fputs("usage: bench_chain CLIP [RUNS] [THREADS]\n", stderr);
        return 2;
    }
    const int runs = argc > 2 ? std::atoi(argv[2]) : 3;
    setNetworkThreads(argc > 3 ? std::atoi(argv[3]) : 1);
    Result<AnalysisSettings> settings = defaultSettings();
    Result<Models> models = loadModels(modelsDirectory());
    if (!settings || !models) {
        std::fprintf(stderr, "%s\n", (settings ? models.error() : settings.error()).what().c_str());
        return 1;
    }
    const Analyzer analyzer(std::make_shared<const Models>(std::move(*models)), std::move(*settings));
    double best = std::numeric_limits<double>::infinity();
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        const Result<void> analysed = analyzer.analyse(argv[1], [](const ClipAnalysis &clip) {
            for (const std::string &note : englishTexts(clip.notes))
                std::fprintf(stderr, "%s\n", note.c_str());
        });
        if (!analysed) {
            std::fprintf(stderr, "%s\n", analysed.error().what().c_str());
            return 1;
        }
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        std::printf("%.3f s\n", seconds);
        best = std::min(best, seconds);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("best %.3f s, peak memory %.0f MiB\n", best, static_cast<double>(usage.ru_maxrss) / 1024.0);
    return 0;
}
