// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include "core/base/atomic_file.h"
#include "core/base/try.h"
#include "core/fusion/threshold_tuner.h"
#include "core/network/crnn.h"
#include "core/network/crnn_description.h"
#include "core/network/torch_bridge.h"
#include "core/training/augmentation.h"
#include "core/training/batch_loader.h"
#include "core/training/batch_order.h"
#include "core/training/checkpoint.h"
#include "core/training/epoch_log.h"
#include "core/training/kept_epochs.h"
#include "core/training/rate_schedule.h"
#include "core/training/training_network.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <thread>
#include <utility>

namespace tagscope {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// Binary cross entropy of a logit z against y, in the form that does not overflow.
double crossEntropy(double z, bool y) {
    return std::max(z, 0.0) - (y ? z : 0.0) + std::log1p(std::exp(-std::abs(z)));
}

// One training run from its checkpoint, or its beginning, to its end.
class Run {
public:
    Run(const TrainingData &data, const TrainingSettings &settings, const TrainingPaths &paths,
        const TrainingObserver &observer, TrainingControl *control, std::stop_token stop, TrainingNetwork network)
        : data_(data), settings_(settings), paths_(paths), observer_(observer), control_(control),
          stop_(std::move(stop)), network_(std::move(network)) {
        progress_.identity = identityOf(data, settings);
        progress_.schedule.learningRate = settings.learningRate;
    }

    Result<TrainingOutcome> finish() {
        TAGSCOPE_TRY(resume());
        while (progress_.epoch < settings_.epochs) {
            const Result<void> trained = trainEpoch();
            if (!trained && trained.error().isCancelled())
                TAGSCOPE_TRY(keep());
            TAGSCOPE_TRY(trained);
            TAGSCOPE_TRY(endEpoch());
        }
        return outcome();
    }

private:
    Result<void> resume() {
        Result<std::optional<Checkpoint>> read = readCheckpoint(paths_.checkpoint(), progress_.identity);
        if (!read && read.error().kind == Error::Kind::Inconsistent)
            if (auto earlier = readCheckpoint(paths_.checkpoint(), earlierIdentityOf(data_, settings_)))
                read = std::move(earlier);
        std::optional<Checkpoint> found = TAGSCOPE_TRY(std::move(read));
        TAGSCOPE_TRY(writeFileAtomically(paths_.settings(), trainingSettingsToJson(settings_)));
        if (!found)
            return {};
        TAGSCOPE_TRY(network_.restore(found->weights, found->momenta, found->squares, found->statistics));
        found->identity = progress_.identity;
        progress_ = std::move(*found);
        progress_.weights.clear();
        progress_.momenta.clear();
        progress_.squares.clear();
        progress_.statistics.clear();
        return writeEpochLog(paths_, progress_.epochs, data_.network.layout.events);
    }

    Result<void> keep() {
        Checkpoint checkpoint = progress_;
        checkpoint.weights = network_.weights();
        checkpoint.momenta = network_.momenta();
        checkpoint.squares = network_.squares();
        checkpoint.statistics = network_.statistics();
        return writeCheckpoint(paths_.checkpoint(), checkpoint);
    }

    [[nodiscard]] int batches() const {
        const auto size = static_cast<std::size_t>(settings_.batchSize);
        return static_cast<int>((data_.trainingClips + size - 1) / size);
    }

    // Steps that were taken, of the whole run.
    [[nodiscard]] int step() const { return progress_.epoch * batches() + progress_.batch; }

    [[nodiscard]] double learningRate(int atStep) const {
        return learningRateAt(settings_, progress_.schedule, atStep, settings_.epochs * batches());
    }

    [[nodiscard]] std::size_t clipsOfBatch(int batch) const {
        const auto size = static_cast<std::size_t>(settings_.batchSize);
        return std::min(size, data_.trainingClips - static_cast<std::size_t>(batch) * size);
    }

    // From the batch that comes next to the end of the epoch.
    Result<void> trainEpoch() {
        const auto batchSize = static_cast<std::size_t>(settings_.batchSize);
        const std::vector<std::size_t> order =
            epochOrder(data_.labels, data_.trainingClips, settings_.order, settings_.seed, progress_.epoch);
        const auto left = std::span(order).subspan(static_cast<std::size_t>(progress_.batch) * batchSize);
        BatchLoader loader(data_, groupsOf(left, batchSize, network_.groupSize(data_.frames)));
        while (progress_.batch < batches()) {
            const Clock::time_point start = Clock::now();
            const double loss = TAGSCOPE_TRY(trainBatch(loader));
            const std::size_t clips = clipsOfBatch(progress_.batch);
            const double seconds = secondsSince(start);
            progress_.lossSum += loss * static_cast<double>(clips);
            progress_.secondsSpent += seconds;
            if (observer_.batch)
                observer_.batch({progress_.epoch, progress_.batch, batches(), loss, learningRate(step()),
                                 static_cast<double>(clips) / seconds, network_.deviceBytes()});
            ++progress_.batch;
            const bool isDue = progress_.batch % settings_.checkpointBatches == 0 && progress_.batch < batches();
            if (isDue)
                TAGSCOPE_TRY(keep());
        }
        return {};
    }

    // Forward and backward of a batch, group by group, then one step. The batch's mean loss.
    Result<double> trainBatch(BatchLoader &loader) {
        const std::size_t clips = clipsOfBatch(progress_.batch);
        double sum = 0.0;
        for (std::size_t done = 0; done < clips;) {
            if (control_ != nullptr)
                control_->waitWhilePaused(stop_);
            if (stop_.stop_requested()) {
                network_.forgetGradient();
                return cancelled();
            }
            const ClipGroup &group = loader.nextGroup();
            const std::size_t size = group.size();
            std::vector<float> labels = labelsOf(group);
            const std::span<const float> features = TAGSCOPE_TRY(loader.next());
            sum += isAugmented(settings_)
                       ? addAugmented({features.begin(), features.end()}, std::move(labels), clips, done)
                       : network_.addGradient(features, labels, clips, seedOfGroup(done));
            done += size;
        }
        const double loss = sum / static_cast<double>(clips * data_.labels.events);
        if (!std::isfinite(loss))
            return fail(Error::Kind::Internal, {"training.loss_not_finite", progress_.epoch + 1, progress_.batch + 1});
        if (const std::string name = network_.nonFiniteGradient(); !name.empty())
            return fail(Error::Kind::Internal,
                        {"training.gradient_not_finite", progress_.epoch + 1, progress_.batch + 1, name});
        network_.step(learningRate(step()), step() + 1);
        return loss;
    }

    // The loss of a group's clips as they were changed.
    double addAugmented(std::vector<float> features, std::vector<float> labels, std::size_t clips,
                        std::size_t clipsBefore) {
        const CrnnDescription &network = data_.network;
        const std::uint64_t seed = seedOfGroup(clipsBefore);
        LearntClips group{data_.frames, network.bandDeviation.size(), network.layout.events.size(), std::move(features),
                          std::move(labels)};
        augment(group, network.bandDeviation, settings_, batchSeed(seed, 0, 1)); // apart from dropout's
        return network_.addGradient(group.features, group.labels, clips, seed);
    }

    [[nodiscard]] std::vector<float> labelsOf(const ClipGroup &group) const {
        std::vector<float> labels;
        for (const std::size_t clip : group)
            for (std::size_t k = 0; k < data_.labels.events; ++k)
                labels.push_back(static_cast<float>(data_.labels(clip, k)));
        return labels;
    }

    [[nodiscard]] std::uint64_t seedOfGroup(std::size_t clipsBefore) const {
        return batchSeed(batchSeed(settings_.seed, progress_.epoch, progress_.batch), 0, static_cast<int>(clipsBefore));
    }

    Result<void> endEpoch() {
        const Clock::time_point start = Clock::now();
        EpochReport epoch;
        epoch.epoch = progress_.epoch;
        epoch.learningRate = learningRate(step() - 1);
        epoch.trainingLoss = progress_.lossSum / static_cast<double>(data_.trainingClips);
        TAGSCOPE_TRY(validate(epoch));
        epoch.clipsPerSecond = static_cast<double>(data_.trainingClips) / progress_.secondsSpent;
        epoch.seconds = progress_.secondsSpent + secondsSince(start);
        epoch.deviceBytes = network_.deviceBytes();
        epoch.isBest = best().second < 0 || epoch.microF1 > best().first;
        if (epoch.isBest)
            TAGSCOPE_TRY(saveNetwork(paths_.best(), epoch));
        if (isEpochKept(settings_, epoch.epoch))
            TAGSCOPE_TRY(saveNetwork(paths_.ofEpoch(epoch.epoch), epoch, TensorType::F16));
        progress_.epochs.push_back(epoch);
        TAGSCOPE_TRY(writeEpochLog(paths_, progress_.epochs, data_.network.layout.events));
        progress_.schedule.observe(epoch.validationLoss, settings_);
        ++progress_.epoch;
        progress_.batch = 0;
        progress_.lossSum = 0.0;
        progress_.secondsSpent = 0.0;
        TAGSCOPE_TRY(keep());
        if (observer_.epoch)
            observer_.epoch(epoch);
        return {};
    }

    // Loss, tuned thresholds and the figures that they give on the validation clips.
    Result<void> validate(EpochReport &epoch) {
        std::vector<std::size_t> clips(data_.labels.clips - data_.trainingClips);
        std::iota(clips.begin(), clips.end(), data_.trainingClips);
        BinaryTable truth(clips.size(), data_.labels.events);
        std::copy_n(data_.labels.values.end() - static_cast<std::ptrdiff_t>(truth.values.size()), truth.values.size(),
                    truth.values.begin());
        Matrix scores(truth.clips, truth.events);
        float *next = scores.values.data();
        const std::size_t atOnce = network_.inferenceGroupSize(data_.frames);
        BatchLoader loader(data_, groupsOf(clips, atOnce, atOnce));
        while (!loader.atEnd()) {
            if (stop_.stop_requested())
                return cancelled();
            const std::size_t count = loader.nextGroup().size();
            const std::span<const float> features = TAGSCOPE_TRY(loader.next());
            next = std::ranges::copy(network_.logits(features, count).values, next).out;
        }
        double loss = 0.0;
        for (std::size_t i = 0; i < scores.values.size(); ++i) {
            const double logit = static_cast<double>(scores.values[i]);
            loss += crossEntropy(logit, truth.values[i] != 0);
            scores.values[i] = static_cast<float>(1.0 / (1.0 + std::exp(-logit)));
        }
        epoch.validationLoss = scores.values.empty() ? 0.0 : loss / static_cast<double>(scores.values.size());
        const TunedThresholds tuned = TAGSCOPE_TRY(tuneThresholdsAsPaper(scores, truth, settings_.seed, {}, stop_));
        epoch.microF1 = tuned.microF1;
        epoch.thresholds = tuned.threshold;
        for (const Counts &counts : tuned.counts)
            epoch.classF1.push_back(counts.f1());
        return {};
    }

    // Micro F1 and number of the best epoch so far; -1 before the first.
    [[nodiscard]] std::pair<double, int> best() const {
        std::pair<double, int> best{0.0, -1};
        for (const EpochReport &epoch : progress_.epochs)
            if (epoch.isBest)
                best = {epoch.microF1, epoch.epoch};
        return best;
    }

    Result<void> saveNetwork(const std::filesystem::path &file, const EpochReport &epoch,
                             TensorType type = TensorType::F32) const {
        CrnnDescription description = data_.network;
        description.isTrained = true;
        std::array<char, 160> line{};
        std::snprintf(line.data(), line.size(), "run %s, epoch %d, micro F1 %.4f on %zu validation clips, seed %llu",
                      paths_.directory.filename().c_str(), epoch.epoch + 1, epoch.microF1,
                      data_.labels.clips - data_.trainingClips, static_cast<unsigned long long>(settings_.seed));
        description.origin = line.data();
        return saveCrnn(file, description, network_.crnnWeights(), type);
    }

    [[nodiscard]] TrainingOutcome outcome() const {
        const auto [microF1, epoch] = best();
        return {progress_.epochs, epoch, microF1};
    }

    const TrainingData &data_;
    const TrainingSettings &settings_;
    const TrainingPaths &paths_;
    const TrainingObserver &observer_;
    TrainingControl *control_;
    std::stop_token stop_;
    TrainingNetwork network_;
    Checkpoint progress_; // without weights and momenta, which are the network's
};

Result<void> checkData(const TrainingData &data) {
    const CrnnLayout &layout = data.network.layout;
    TAGSCOPE_TRY(checkCrnnDescription(data.network));
    if (data.labels.events != layout.events.size() || data.trainingClips > data.labels.clips)
        return fail(Error::Kind::Inconsistent, "training.labels_do_not_fit");
    if (data.trainingClips == 0)
        return fail(Error::Kind::Inconsistent, "training.nothing_to_train_on");
    if (data.trainingClips == data.labels.clips)
        return fail(Error::Kind::Inconsistent, "training.nothing_to_validate_on");
    if (data.frames < static_cast<std::size_t>(layout.poolTime()))
        return fail(Error::Kind::Inconsistent, "training.clips_too_short");
    return {};
}

} // namespace

constexpr std::chrono::milliseconds kPauseBetweenLooks(20);

void TrainingControl::pause() {
    paused_ = true;
}

void TrainingControl::resume() {
    paused_ = false;
}

bool TrainingControl::isPaused() const {
    return paused_;
}

void TrainingControl::waitWhilePaused(const std::stop_token &stop) {
    // A wish to stop does not change what is waited for, so it is looked for now and then.
    while (paused_ && !stop.stop_requested())
        std::this_thread::sleep_for(kPauseBetweenLooks);
}

Result<TrainingOutcome> train(const TrainingData &data, const TrainingSettings &settings, const TrainingPaths &paths,
                              const TrainingObserver &observer, TrainingControl *control, std::stop_token stop) {
    TAGSCOPE_TRY(checkTrainingSettings(settings));
    TAGSCOPE_TRY(checkData(data));
    return caught("Training", [&]() -> Result<TrainingOutcome> {
        TrainingNetwork network = TAGSCOPE_TRY(TrainingNetwork::make(data.network, settings));
        return Run(data, settings, paths, observer, control, std::move(stop), std::move(network)).finish();
    });
}

} // namespace tagscope
