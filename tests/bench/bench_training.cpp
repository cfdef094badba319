// SPDX-License-Identifier: GPL-3.0-or-later
// Clips a second of training the paper's CRNN on random clips of 10 s:
// bench_training [THREADS] [BATCHES] [BATCH] [DEVICE].
// tests/bench/bench_training.py does the same with PyTorch, plain and eager, and starts this program beside it.

#include "core/network/image_networks.h"
#include "core/training/trainer.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

using namespace tagscope;

namespace {

// Random features and labels of as many clips as a few batches need, and four clips to validate on.
TrainingData randomData(std::size_t trainingClips) {
    constexpr std::size_t kFrames = 2000;
    constexpr std::size_t kBands = 60;
    constexpr std::size_t kEvents = 17;
    TrainingData data;
    data.frames = kFrames;
    data.trainingClips = trainingClips;
    data.labels = BinaryTable(trainingClips + 4, kEvents);
    for (std::size_t i = 0; i < data.labels.values.size(); ++i)
        data.labels.values[i] = i % 15 == 0 ? 1 : 0;
    for (std::size_t k = 0; k < kEvents; ++k)
        data.network.layout.events.push_back("event " + std::to_string(k));
    data.network.bandMean.assign(kBands, 0.0F);
    data.network.bandDeviation.assign(kBands, 1.0F);
    data.read = [](std::span<const std::size_t> clips, std::span<float> output) -> Result<void> {
        std::minstd_rand random(static_cast<unsigned>(clips.front() + 1));
        for (float &value : output)
            value = static_cast<float>(random() % 4001) / 1000.0F - 2.0F;
        return {};
    };
    return data;
}

void measure(const char *name, TrainingPrecision precision, int batches, int batchSize, const std::string &device) {
    TrainingSettings settings;
    settings.device = device;
    settings.epochs = 1;
    settings.precision = precision;
    settings.batchSize = batchSize;
    const TrainingPaths paths{std::filesystem::temp_directory_path() / "tagscope-bench-training"};
    std::filesystem::remove_all(paths.directory);
    double best = 0.0;
    double bytes = 0.0;
    const TrainingObserver observer{[&](const BatchReport &batch) {
                                        best = std::max(best, batch.clipsPerSecond);
                                        bytes = std::max(bytes, static_cast<double>(batch.deviceBytes));
                                    },
                                    {}};
    const TrainingData data = randomData(static_cast<std::size_t>(batches) * static_cast<std::size_t>(batchSize));
    if (const auto outcome = train(data, settings, paths, observer); !outcome)
        std::printf("%s: %s\n", name, outcome.error().what().c_str());
    else
        std::printf("%-10s %6.2f clips/s in the best of %d batches of %d, %.2f GiB of own memory\n", name, best,
                    batches, batchSize, bytes / 1024.0 / 1024.0 / 1024.0);
    std::filesystem::remove_all(paths.directory);
}

} // namespace

int main(int argc, char **argv) {
    const int threads = argc > 1 ? std::atoi(argv[1]) : 2;
    const int batches = argc > 2 ? std::atoi(argv[2]) : 3;
    const int batchSize = argc > 3 ? std::atoi(argv[3]) : 24;
    const std::string device = argc > 4 ? argv[4] : "cpu";
    setNetworkThreads(threads);
    measure("float32", TrainingPrecision::Float32, batches, batchSize, device);
    measure("bfloat16", TrainingPrecision::BFloat16, batches, batchSize, device);
}
