// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/object_trainer.h"

#include "core/base/try.h"
#include "core/network/inception_training.h"
#include "core/network/tensor_file.h"
#include "core/network/torch_bridge.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <future>
#include <numbers>
#include <torch/optim/adamw.h>
#include <utility>

namespace tagscope {

namespace {

// Pictures as the network takes them, and the probabilities of their classes.
struct Batch {
    at::Tensor pictures; // n x 3 x side x side, in [-1, 1]
    at::Tensor targets;  // n x classes
};

class Batches {
public:
    Batches(const ObjectTrainingSettings &settings,
            const std::function<ObjectExample(std::uint64_t number, int side)> &draw)
        : settings_(settings), draw_(draw) {}

    [[nodiscard]] Batch make(std::uint64_t first, int count, int side) const {
        Batch batch{at::empty({count, 3, side, side}, at::kFloat), at::zeros({count, settings_.classes}, at::kFloat)};
        for (int i = 0; i < count; ++i) {
            const ObjectExample example = draw_(first + static_cast<std::uint64_t>(i), side);
            TORCH_CHECK(example.picture.width == side && example.picture.height == side, "an example of another size");
            fill(batch.pictures[i], example.picture);
            for (const int objectClass : example.classes)
                batch.targets[i][objectClass] = 1.0 / static_cast<double>(example.classes.size());
        }
        return batch;
    }

private:
    static void fill(const at::Tensor &target, const RgbImage &picture) {
        auto *values = target.data_ptr<float>();
        const std::size_t pixels = picture.pixels.size() / 3;
        for (std::size_t i = 0; i < pixels; ++i)
            for (std::size_t colour = 0; colour < 3; ++colour)
                values[colour * pixels + i] = static_cast<float>(picture.pixels[3 * i + colour]) / 127.5F - 1.0F;
    }

    const ObjectTrainingSettings &settings_;
    const std::function<ObjectExample(std::uint64_t number, int side)> &draw_;
};

double accuracyOf(const at::Tensor &logits, const at::Tensor &targets) {
    return targets.gather(1, logits.argmax(1, true)).gt(0).to(at::kDouble).mean().item<double>();
}

class ObjectTraining {
public:
    ObjectTraining(const ObjectTrainingSettings &settings,
                   const std::function<ObjectExample(std::uint64_t number, int side)> &draw,
                   const std::function<void(const ObjectTrainingReport &)> &report, std::stop_token stop)
        : settings_(settings), batches_(settings, draw), report_(report), stop_(std::move(stop)),
          network_(settings.width, static_cast<std::size_t>(settings.classes), settings.seed),
          optimiser_(network_.parameters(), torch::optim::AdamWOptions(settings.learningRate).weight_decay(1e-4)) {
        for (const auto &[side, pictures] : settings.picturesOfSide)
            all_ += pictures;
    }

    Result<void> learn() {
        for (const auto &[side, pictures] : settings_.picturesOfSide) {
            const int begin = seen_;
            const int end = begin + pictures;
            auto next = drawAhead(side, end);
            while (next.valid()) {
                if (stop_.stop_requested())
                    return cancelled();
                const Batch batch = next.get();
                seen_ += static_cast<int>(batch.pictures.size(0));
                next = drawAhead(side, end);
                step(batch, static_cast<double>(seen_ - begin) / pictures);
            }
        }
        return {};
    }

    Result<ObjectTrainingOutcome> tryOut() {
        constexpr int kHeldOut = 512;
        const at::NoGradGuard noGrad;
        const int side = settings_.picturesOfSide.rbegin()->first;
        double sum = 0.0;
        for (int first = 0; first < kHeldOut; first += settings_.batchSize) {
            if (stop_.stop_requested())
                return cancelled();
            const int count = std::min(settings_.batchSize, kHeldOut - first);
            const Batch batch = batches_.make(kHeldOutFrom + static_cast<std::uint64_t>(first), count, side);
            sum += count * accuracyOf(network_.logits(batch.pictures, false), batch.targets);
        }
        return ObjectTrainingOutcome{sum / kHeldOut, kHeldOut};
    }

    [[nodiscard]] std::vector<NamedTensor> tensors() const { return network_.tensors(); }

private:
    // The next batch of this side, drawn on another thread; no future after the last.
    std::future<Batch> drawAhead(int side, int end) {
        const int count = std::min(settings_.batchSize, end - seen_);
        // A batch of one has no variance to normalise by.
        if (count < 2)
            return {};
        const auto first = static_cast<std::uint64_t>(seen_);
        return std::async(std::launch::async, [this, first, count, side] { return batches_.make(first, count, side); });
    }

    // `done`: how much of the pictures of this side was seen.
    void step(const Batch &batch, double done) {
        const double rate = settings_.learningRate * 0.5 * (1.0 + std::cos(std::numbers::pi * done));
        for (auto &group : optimiser_.param_groups())
            static_cast<torch::optim::AdamWOptions &>(group.options()).lr(rate);
        optimiser_.zero_grad();
        const at::Tensor logits = network_.logits(batch.pictures, true);
        const at::Tensor loss =
            at::cross_entropy_loss(logits, batch.targets, {}, at::Reduction::Mean, -100, settings_.labelSmoothing);
        loss.backward();
        optimiser_.step();
        if (report_)
            report_({seen_, all_, loss.item<double>(), accuracyOf(logits.detach(), batch.targets)});
    }

    const ObjectTrainingSettings &settings_;
    Batches batches_;
    const std::function<void(const ObjectTrainingReport &)> &report_;
    std::stop_token stop_;
    InceptionTraining network_;
    torch::optim::AdamW optimiser_;
    int all_ = 0;
    int seen_ = 0;
};

} // namespace

Result<ObjectTrainingOutcome> trainObjects(const ObjectTrainingSettings &settings,
                                           const std::function<ObjectExample(std::uint64_t number, int side)> &draw,
                                           const std::filesystem::path &file,
                                           std::map<std::string, std::string> metadata,
                                           const std::function<void(const ObjectTrainingReport &)> &report,
                                           std::stop_token stop) {
    if (settings.width <= 0.0 || settings.width > 1.0 || settings.batchSize < 2 || settings.picturesOfSide.empty() ||
        settings.picturesOfSide.begin()->first < 75)
        return fail(Error::Kind::Inconsistent, "training.object_network_options");
    return caught("Training the object network", [&]() -> Result<ObjectTrainingOutcome> {
        ObjectTraining training(settings, draw, report, stop);
        TAGSCOPE_TRY(training.learn());
        ObjectTrainingOutcome outcome = TAGSCOPE_TRY(training.tryOut());
        char line[96];
        std::snprintf(line, sizeof line, "%.1f %% of %d examples that it was not trained on",
                      100.0 * outcome.heldOutAccuracy, outcome.heldOut);
        metadata["tagscope.accuracy"] = line;
        TAGSCOPE_TRY(writeSafetensors(file, training.tensors(), metadata, TensorType::F16));
        return outcome;
    });
}

} // namespace tagscope
