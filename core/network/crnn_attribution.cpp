// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn_attribution.h"

#include "core/base/try.h"
#include "core/network/crnn_graph.h"
#include "core/network/crnn_state.h"
#include "core/network/torch_bridge.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <torch/csrc/autograd/autograd.h>
#include <utility>

namespace tagscope {

namespace {

constexpr std::size_t kAttributionBatch = 4; // points of the way at once; a pass back keeps some 40 MB for each
// Logits. Errors below it are not worth more parts: a probability moves by no more than a quarter of it.
constexpr double kNegligible = 1e-4;
// How much of the errors of single parts may cancel each other out.
constexpr double kCancelling = 4.0;

// The network along the straight way from baseline to input, as a function of the share of the way.
class Way {
public:
    Way(const CrnnLayout &layout, std::vector<at::Tensor> parameters, at::Tensor input, at::Tensor baseline,
        const AttributionTarget &target)
        : layout_(layout), parameters_(std::move(parameters)), baseline_(std::move(baseline)),
          change_(input - baseline_), target_(target) {}

    [[nodiscard]] const at::Tensor &change() const { return change_; }

    // The outputs at these points; with `gradients`, also each one's by the input.
    std::vector<double> outputs(std::span<const double> points, std::vector<at::Tensor> *gradients) const {
        const c10::AutoGradMode mode(gradients != nullptr);
        const auto count = static_cast<std::int64_t>(points.size());
        const at::Tensor shares = at::empty({count, 1, 1}, baseline_.options());
        std::transform(points.begin(), points.end(), shares.data_ptr<float>(),
                       [](double share) { return static_cast<float>(share); });
        at::Tensor inputs = baseline_.unsqueeze(0) + shares * change_.unsqueeze(0);
        inputs.set_requires_grad(gradients != nullptr);
        constexpr bool kIsTraining = false;
        const at::Tensor logits = crnnStepLogits(layout_, parameters_, inputs, kIsTraining)
                                      .select(1, static_cast<std::int64_t>(target_.step))
                                      .select(1, static_cast<std::int64_t>(target_.event));
        if (gradients != nullptr) {
            const at::Tensor made = torch::autograd::grad({logits.sum()}, {inputs}).front();
            for (std::int64_t i = 0; i < count; ++i)
                gradients->push_back(made[i].contiguous());
        }
        const at::Tensor values = logits.detach().contiguous();
        return {values.data_ptr<float>(), values.data_ptr<float>() + count};
    }

private:
    const CrnnLayout &layout_;
    std::vector<at::Tensor> parameters_;
    at::Tensor baseline_; // frames x bands, normalised
    at::Tensor change_;
    AttributionTarget target_;
};

struct Part {
    double from = 0.0; // shares of the way
    double to = 1.0;
    double outputFrom = 0.0;
    double outputTo = 0.0;
    double outputMiddle = 0.0;
    at::Tensor gradient; // in the middle

    [[nodiscard]] double middle() const { return (from + to) / 2.0; }
};

class Integration {
public:
    Integration(const Way &way, const AttributionOptions &options, const Progress &progress,
                const std::stop_token &stop)
        : way_(way), options_(options), progress_(progress), stop_(stop) {}

    // Answers false where it was stopped.
    bool run() {
        if (!begin())
            return false;
        while (true) {
            const std::vector<std::size_t> halved = partsToHalve();
            if (halved.empty())
                return true;
            if (!halve(halved))
                return false;
        }
    }

    [[nodiscard]] const std::vector<Part> &parts() const { return parts_; }

private:
    bool begin() {
        const auto count = static_cast<std::size_t>(std::max(1, options_.firstParts));
        std::vector<double> ends(count + 1);
        for (std::size_t i = 0; i <= count; ++i)
            ends[i] = static_cast<double>(i) / static_cast<double>(count);
        std::vector<double> outputs;
        for (std::size_t first = 0; first < ends.size(); first += kAttributionBatch) {
            if (stop_.stop_requested())
                return false;
            const auto points = std::span(ends).subspan(first, std::min(kAttributionBatch, ends.size() - first));
            const std::vector<double> made = way_.outputs(points, nullptr);
            outputs.insert(outputs.end(), made.begin(), made.end());
        }
        parts_.resize(count);
        std::vector<std::size_t> all(count);
        std::iota(all.begin(), all.end(), std::size_t{0});
        for (const std::size_t i : all)
            parts_[i] = {ends[i], ends[i + 1], outputs[i], outputs[i + 1], 0.0, {}};
        return differentiate(all);
    }

    // Takes the gradients in the middle of these parts.
    bool differentiate(const std::vector<std::size_t> &chosen) {
        for (std::size_t first = 0; first < chosen.size(); first += kAttributionBatch) {
            if (stop_.stop_requested())
                return false;
            const auto some = std::span(chosen).subspan(first, std::min(kAttributionBatch, chosen.size() - first));
            std::vector<double> points;
            for (const std::size_t i : some)
                points.push_back(parts_[i].middle());
            std::vector<at::Tensor> gradients;
            const std::vector<double> outputs = way_.outputs(points, &gradients);
            for (std::size_t j = 0; j < some.size(); ++j) {
                parts_[some[j]].outputMiddle = outputs[j];
                parts_[some[j]].gradient = gradients[j];
            }
            if (progress_)
                progress_(shareDone(), "attribution");
        }
        return true;
    }

    [[nodiscard]] double errorOf(const Part &part) const {
        const double integral = (part.gradient * way_.change()).sum(at::kDouble).item<double>() * (part.to - part.from);
        return integral - (part.outputTo - part.outputFrom);
    }

    // Those of the largest errors, without which the rest is well within the tolerance; none where all parts are.
    [[nodiscard]] std::vector<std::size_t> partsToHalve() {
        std::vector<std::pair<double, std::size_t>> errors;
        double sum = 0.0;
        double ofSum = 0.0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const double error = errorOf(parts_[i]);
            errors.emplace_back(std::abs(error), i);
            sum += std::abs(error);
            ofSum += error;
        }
        const double whole = std::abs(parts_.back().outputTo - parts_.front().outputFrom);
        const double allowed = std::max(options_.tolerance * whole, kNegligible);
        excess_ = std::max(std::abs(ofSum), sum / kCancelling) / allowed;
        std::vector<std::size_t> halved;
        if (excess_ <= 1.0)
            return halved;
        const auto room = static_cast<std::size_t>(
            std::max<std::ptrdiff_t>(0, options_.mostParts - static_cast<std::ptrdiff_t>(parts_.size())));
        std::ranges::sort(errors, [](const auto &a, const auto &b) { return a.first > b.first; });
        const double left = std::min(sum / 2.0, kCancelling * allowed / 2.0);
        for (const auto &[error, index] : errors) {
            if (sum <= left || halved.size() == room)
                break;
            halved.push_back(index);
            sum -= error;
        }
        std::ranges::sort(halved);
        return halved;
    }

    bool halve(const std::vector<std::size_t> &chosen) {
        std::vector<Part> made;
        std::vector<std::size_t> fresh;
        auto next = chosen.begin();
        std::size_t end = 0; // of the way along parts_; both halves keep the order, which the sums rely on
        for (Part &part : parts_) {
            if (next == chosen.end() || end != *next) {
                made.push_back(std::move(part));
            } else {
                const double middle = part.middle();
                fresh.push_back(made.size());
                made.push_back({part.from, middle, part.outputFrom, part.outputMiddle, 0.0, {}});
                fresh.push_back(made.size());
                made.push_back({middle, part.to, part.outputMiddle, part.outputTo, 0.0, {}});
                ++next;
            }
            ++end;
        }
        parts_ = std::move(made);
        return differentiate(fresh);
    }

    // A guess: nobody knows how many parts it takes.
    [[nodiscard]] double shareDone() {
        const double made = static_cast<double>(++batches_);
        return made / (made + 4.0 + 4.0 * std::min(excess_, 4.0));
    }

    const Way &way_;
    const AttributionOptions &options_;
    const Progress &progress_;
    const std::stop_token &stop_;
    std::vector<Part> parts_; // in the order of the way
    double excess_ = 4.0;     // the parts' errors, in what is allowed of them
    int batches_ = 0;
};

// frames x bands, normalised; of the frames that fill a step.
at::Tensor normalisedInput(const Matrix &logMel, std::size_t frames, const CrnnDescription &description) {
    const at::Tensor values =
        at::empty({static_cast<std::int64_t>(frames), static_cast<std::int64_t>(logMel.columns)}, at::kFloat);
    float *next = values.data_ptr<float>();
    for (std::size_t frame = 0; frame < frames; ++frame)
        for (std::size_t band = 0; band < logMel.columns; ++band)
            *next++ = (logMel(frame, band) - description.bandMean[band]) / description.bandDeviation[band];
    return values;
}

Result<void> checkAttribution(const CrnnLayout &layout, const Matrix &logMel, const Matrix &baseline,
                              const AttributionTarget &target) {
    if (logMel.columns != static_cast<std::size_t>(layout.bands))
        return fail(Error::Kind::Inconsistent, {"network.other_bands", layout.bands, logMel.columns});
    if (baseline.rows != logMel.rows || baseline.columns != logMel.columns)
        return fail(Error::Kind::Inconsistent, "network.baseline_shape");
    if (target.event >= layout.events.size() ||
        target.step >= logMel.rows / static_cast<std::size_t>(layout.poolTime()))
        return fail(Error::Kind::Inconsistent, {"network.nothing_to_explain", target.step, target.event});
    return {};
}

} // namespace

Result<Attribution> Crnn::attribution(const Matrix &logMel, const Matrix &baseline, const AttributionTarget &target,
                                      const AttributionOptions &options, const Progress &progress,
                                      std::stop_token stop) const {
    const CrnnDescription &description = state_->description;
    TAGSCOPE_TRY(checkAttribution(description.layout, logMel, baseline, target));
    const auto framesOfStep = static_cast<std::size_t>(description.layout.poolTime());
    const std::size_t frames = logMel.rows / framesOfStep * framesOfStep;
    return caught("The attribution", [&]() -> Result<Attribution> {
        std::vector<at::Tensor> parameters; // copies, for those for inference cannot be part of a pass back
        for (const at::Tensor &parameter : state_->parameters)
            parameters.push_back(parameter.clone());
        const Way way(description.layout, std::move(parameters), normalisedInput(logMel, frames, description),
                      normalisedInput(baseline, frames, description), target);
        Integration integration(way, options, progress, stop);
        if (!integration.run())
            return cancelled();

        const std::vector<Part> &parts = integration.parts();
        at::Tensor sum = at::zeros_like(way.change(), at::kDouble);
        for (const Part &part : parts)
            sum += part.gradient.to(at::kDouble) * (part.to - part.from);
        const at::Tensor values = (sum * way.change()).to(at::kFloat).contiguous();
        Attribution made;
        made.values = Matrix(logMel.rows, logMel.columns);
        std::copy_n(values.data_ptr<float>(), values.numel(), made.values.values.begin());
        made.output = parts.back().outputTo;
        made.baselineOutput = parts.front().outputFrom;
        made.sum = std::accumulate(made.values.values.begin(), made.values.values.end(), 0.0);
        made.parts = static_cast<int>(parts.size());
        return made;
    });
}

} // namespace tagscope
