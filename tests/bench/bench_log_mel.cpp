// SPDX-License-Identifier: GPL-3.0-or-later
// Prints the milliseconds that log-mel features of 10 s of sound take on one thread: the best and the median of many
// runs. bench_log_mel.py does the same with torch.stft; run both one after the other on a quiet machine.

#include "core/audio/log_mel.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace tagscope;

int main() {
    constexpr int kRuns = 100;
    std::vector<float> samples;
    for (int i = 0; i < 200000; ++i)
        samples.push_back(0.3F * std::sin(static_cast<float>(i) * 0.05F) +
                          0.1F * std::sin(static_cast<float>(i * (i % 977))));
    const Result<LogMel> logMel = LogMel::make();
    if (!logMel)
        return EXIT_FAILURE;

    std::vector<double> milliseconds;
    double checksum = 0.0; // printed, so that no run can be left out
    for (int run = 0; run < kRuns; ++run) {
        const auto start = std::chrono::steady_clock::now();
        const Result<Matrix> features = logMel->compute(samples);
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        checksum += static_cast<double>(features.value()(1000, 30));
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("log-mel of 10 s: best %.2f ms, median %.2f ms (checksum %.3f)\n", milliseconds.front(),
                milliseconds[kRuns / 2], checksum);
    return EXIT_SUCCESS;
}
