// How long the tuners take on made-up scores of the size of the paper's validation split, and of its training split:
// bench_tuners [CLIPS] [THREADS].

#include "core/fusion/exact_thresholds.h"
#include "core/fusion/joint_tuner.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace tagscope;

namespace {

constexpr std::size_t kEvents = 17;
constexpr double kLabelsOfAClip = 1.12; // of the paper's data

float squashed(double value) {
    return static_cast<float>(1.0 / (1.0 + std::exp(-value)));
}

template <class Work>
auto timed(const char *what, Work &&work) {
    const auto start = std::chrono::steady_clock::now();
    auto result = work();
    const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - start;
    std::printf("%-18s %10.1f ms  micro F1 %.4f\n", what, passed.count(), result.value().microF1);
    return result;
}

} // namespace

int main(int argc, char **argv) {
    const std::size_t clips = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1142;
    const auto threads = static_cast<unsigned>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1);
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    Matrix audio(clips, kEvents);
    Matrix video(clips, kEvents);
    BinaryTable truth(clips, kEvents);
    for (std::size_t clip = 0; clip < clips; ++clip)
        for (std::size_t k = 0; k < kEvents; ++k) {
            const bool isThere = uniform(random) < kLabelsOfAClip / kEvents;
            const double skill = 0.6 + 0.13 * static_cast<double>(k); // of the audio branch for this event
            truth(clip, k) = isThere ? 1 : 0;
            audio(clip, k) = squashed(1.5 * ((isThere ? skill : 0.0) + normal(random)) - 3.0);
            video(clip, k) = squashed(1.5 * ((isThere ? 2.6 - skill : 0.0) + normal(random)) - 2.0);
            if (uniform(random) < (isThere ? 0.35 : 0.7))
                video(clip, k) = 0.0F;
        }
    std::printf("%zu clips, %zu events, %u threads for joint tuning\n", clips, kEvents, threads);
    timed("paper", [&] { return tuneThresholdsAsPaper(audio, truth, 1); });
    timed("exact thresholds", [&] { return tuneThresholdsExactly(audio, truth); });
    timed("exact joint", [&] { return tuneJointly(audio, video, truth, threads); });
}
