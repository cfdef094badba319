// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/head_trainer.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace tagscope {
namespace {

// Adam (Kingma and Ba, 2015), of a run of numbers.
class Adam {
public:
    Adam(std::size_t numbers, double rate) : first_(numbers), second_(numbers), rate_(rate) {}

    void step(std::vector<double> &values, const std::vector<double> &gradient) {
        constexpr double kFirst = 0.9;
        constexpr double kSecond = 0.999;
        constexpr double kTiny = 1e-8;
        firstPower_ *= kFirst;
        secondPower_ *= kSecond;
        for (std::size_t i = 0; i < values.size(); ++i) {
            first_[i] = kFirst * first_[i] + (1.0 - kFirst) * gradient[i];
            second_[i] = kSecond * second_[i] + (1.0 - kSecond) * gradient[i] * gradient[i];
            values[i] -=
                rate_ * (first_[i] / (1.0 - firstPower_)) / (std::sqrt(second_[i] / (1.0 - secondPower_)) + kTiny);
        }
    }

private:
    std::vector<double> first_;
    std::vector<double> second_;
    double rate_;
    double firstPower_ = 1.0;
    double secondPower_ = 1.0;
};

// Mean of each number over all steps, and one deviation for all of them.
struct EmbeddingScale {
    std::vector<double> mean;
    double deviation = 1.0;
};

EmbeddingScale scaleOf(std::span<const Matrix *const> clips) {
    const std::size_t numbers = clips.front()->columns;
    EmbeddingScale scale{std::vector<double>(numbers), 1.0};
    double steps = 0.0;
    double squares = 0.0;
    for (const Matrix *clip : clips) {
        for (std::size_t step = 0; step < clip->rows; ++step)
            for (std::size_t i = 0; i < numbers; ++i) {
                const double value = (*clip)(step, i);
                scale.mean[i] += value;
                squares += value * value;
            }
        steps += static_cast<double>(clip->rows);
    }
    double ofMeans = 0.0;
    for (double &mean : scale.mean) {
        mean /= steps;
        ofMeans += mean * mean;
    }
    const auto count = static_cast<double>(numbers);
    const double variance = squares / (steps * count) - ofMeans / count;
    if (variance > 0.0)
        scale.deviation = std::sqrt(variance);
    return scale;
}

class HeadRun {
public:
    HeadRun(std::span<const Matrix *const> clips, const BinaryTable &labels, const HeadSettings &settings)
        : clips_(clips), labels_(labels), settings_(settings), scale_(scaleOf(clips)), numbers_(clips.front()->columns),
          events_(labels.events), weights_(numbers_ * events_), bias_(events_),
          ofWeights_(weights_.size(), settings.learningRate), ofBias_(events_, settings.learningRate) {
        startAtBaseRates();
    }

    Result<HeadWeights> finish(const std::stop_token &stop) {
        for (int iteration = 0; iteration < settings_.iterations; ++iteration) {
            if (stop.stop_requested())
                return cancelled();
            step();
        }
        return folded();
    }

private:
    // A network that knows nothing answers each event's share of the clips.
    void startAtBaseRates() {
        const auto clips = static_cast<double>(labels_.clips);
        for (std::size_t k = 0; k < events_; ++k) {
            double positives = 0.5; // so that an event of none or all has a logit
            for (std::size_t clip = 0; clip < labels_.clips; ++clip)
                positives += labels_(clip, k) != 0 ? 1.0 : 0.0;
            bias_[k] = std::log(positives / (clips + 1.0 - positives));
        }
    }

    // What works on the embeddings as they are.
    [[nodiscard]] HeadWeights folded() const {
        HeadWeights head{Matrix(numbers_, events_), std::vector<float>(events_)};
        std::vector<double> bias = bias_;
        for (std::size_t i = 0; i < numbers_; ++i)
            for (std::size_t k = 0; k < events_; ++k) {
                const double weight = weights_[i * events_ + k] / scale_.deviation;
                head.weights(i, k) = static_cast<float>(weight);
                bias[k] -= scale_.mean[i] * weight;
            }
        std::ranges::transform(bias, head.bias.begin(), [](double value) { return static_cast<float>(value); });
        return head;
    }

    void step() {
        const HeadWeights head = folded();
        std::vector<double> raw(numbers_ * events_); // of embeddings as they are
        std::vector<double> ofBias(events_);
        for (std::size_t clip = 0; clip < clips_.size(); ++clip) {
            const Matrix logits = head.logits(*clips_[clip]);
            for (std::size_t k = 0; k < events_; ++k)
                addGradient(*clips_[clip], logits, clip, k, raw, ofBias);
        }
        for (std::size_t i = 0; i < numbers_; ++i)
            for (std::size_t k = 0; k < events_; ++k) {
                double &gradient = raw[i * events_ + k];
                gradient = (gradient - scale_.mean[i] * ofBias[k]) / scale_.deviation +
                           settings_.shrinkage * weights_[i * events_ + k];
            }
        ofWeights_.step(weights_, raw);
        ofBias_.step(bias_, ofBias);
    }

    // It reaches the first of the steps with the largest logit.
    void addGradient(const Matrix &embedding, const Matrix &logits, std::size_t clip, std::size_t event,
                     std::vector<double> &ofWeights, std::vector<double> &ofBias) const {
        std::size_t best = 0;
        for (std::size_t step = 1; step < logits.rows; ++step)
            if (logits(step, event) > logits(best, event))
                best = step;
        const double probability = 1.0 / (1.0 + std::exp(-static_cast<double>(logits(best, event))));
        const double wrong =
            (probability - static_cast<double>(labels_(clip, event))) / static_cast<double>(clips_.size());
        ofBias[event] += wrong;
        const float *row = embedding.row(best).data();
        for (std::size_t i = 0; i < numbers_; ++i)
            ofWeights[i * events_ + event] += wrong * static_cast<double>(row[i]);
    }

    std::span<const Matrix *const> clips_;
    const BinaryTable &labels_;
    HeadSettings settings_;
    EmbeddingScale scale_;
    std::size_t numbers_;
    std::size_t events_;
    std::vector<double> weights_; // numbers x events, of scaled embeddings
    std::vector<double> bias_;
    Adam ofWeights_;
    Adam ofBias_;
};

} // namespace

Result<HeadWeights> trainHead(std::span<const Matrix *const> clips, const BinaryTable &labels,
                              const HeadSettings &settings, const std::stop_token &stop) {
    if (clips.empty() || labels.clips != clips.size() || labels.events == 0)
        return fail(Error::Kind::Inconsistent, "training.nothing_to_train_on");
    for (const Matrix *clip : clips) {
        if (clip->empty() || clip->columns != clips.front()->columns)
            return fail(Error::Kind::Inconsistent, "training.embeddings_unlike");
        if (!std::ranges::all_of(clip->values, [](float value) { return std::isfinite(value); }))
            return fail(Error::Kind::Inconsistent, "training.embeddings_not_finite");
    }
    return HeadRun(clips, labels, settings).finish(stop);
}

} // namespace tagscope
