// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/removal_scorer.h"

#include "core/audio/clip_log_mel.h"
#include "core/base/try.h"
#include "core/jobs/worker_pool.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <utility>

namespace tagscope {
namespace {

// The stretch of a tagger whose steps depend on the whole clip: what lies around the step.
constexpr Seconds kStretchOfMany{1.0};

} // namespace

double logitOf(double probability) {
    constexpr double kLeast = 1e-7; // single precision near 1
    const double p = std::clamp(probability, kLeast, 1.0 - kLeast);
    return std::log(p / (1.0 - p));
}

Result<ClipScorer> ClipScorer::make(const AudioTagger &tagger, const RemovalSound &sound, std::size_t event) {
    if (event >= sound.settings.events.size() || sound.samples.empty())
        return fail(Error::Kind::Inconsistent, "analysis.nothing_to_remove");
    ClipScorer scorer;
    scorer.tagger_ = &tagger;
    scorer.settings_ = &sound.settings;
    scorer.samples_ = sound.samples;
    scorer.map_ = classMapFor(tagger.description(), {sound.settings.events[event]}, sound.settings.taggerClasses);
    if (scorer.map_.isEmpty())
        return fail(Error::Kind::Inconsistent,
                    {"analysis.tagger_without_event", tagger.description().name, sound.settings.events[event].name});
    if (!tagger.description().takesSamples) {
        LogMel logMel = TAGSCOPE_TRY(LogMel::make(sound.settings.logMel));
        scorer.logMel_ = std::make_shared<const LogMel>(std::move(logMel));
    }
    return scorer;
}

ClipScorer ClipScorer::withSamples(std::span<const float> samples) const {
    ClipScorer other = *this;
    other.samples_ = samples;
    return other;
}

Result<std::vector<double>> ClipScorer::activations(std::span<const float> samples, const std::stop_token &stop) const {
    Matrix features;
    if (logMel_) {
        ClipLogMel made = TAGSCOPE_TRY(clipLogMel(*logMel_, samples, settings_->clipDuration, stop));
        features = std::move(made.values);
    }
    const Matrix all = TAGSCOPE_TRY(tagger_->activations({samples, features}, stop));
    const Matrix own = map_.applied(all);
    if (own.values.empty())
        return fail(Error::Kind::Inconsistent, "analysis.nothing_to_remove");
    return std::vector<double>(own.values.begin(), own.values.end());
}

MomentScorer::MomentScorer(const ClipScorer &clip, int step) : clip_(clip), step_(step) {
    const TaggerDescription &says = clip.tagger().description();
    const auto samplesOf = [&says](Seconds time) {
        return static_cast<std::int64_t>(std::llround(time.count() * says.sampleRate));
    };
    const auto all = static_cast<std::int64_t>(clip.samples().size());
    seesStretchAlone_ = says.takesSamples && says.width > Seconds(0);
    const Seconds width = seesStretchAlone_ ? says.width : kStretchOfMany;
    const Seconds centre = says.firstCentre + says.hop * static_cast<double>(step);
    const std::int64_t length = std::min(samplesOf(width), all);
    const std::int64_t start = std::clamp(samplesOf(centre - width / 2.0), std::int64_t{0}, all - length);
    // A step that sees silence behind the clip's end is not that of the stretch alone.
    seesStretchAlone_ = seesStretchAlone_ && start == samplesOf(centre - width / 2.0);
    first_ = static_cast<std::size_t>(start);
    count_ = static_cast<std::size_t>(length);
}

Result<double> MomentScorer::probability(const std::vector<float> &stretch, const std::stop_token &stop) const {
    if (seesStretchAlone_) {
        const std::vector<double> steps = TAGSCOPE_TRY(clip_.activations(stretch, stop));
        return steps.front();
    }
    std::vector<float> whole(clip_.samples().begin(), clip_.samples().end());
    std::ranges::copy(stretch, whole.begin() + static_cast<std::ptrdiff_t>(first_));
    const std::vector<double> steps = TAGSCOPE_TRY(clip_.activations(whole, stop));
    return steps[std::min(static_cast<std::size_t>(step_), steps.size() - 1)];
}

Result<std::vector<double>> MomentScorer::probabilities(const std::vector<std::vector<float>> &stretches,
                                                        unsigned threads, const std::stop_token &stop) const {
    std::vector<double> found(stretches.size(), 0.0);
    std::mutex mutex;
    std::optional<Error> failure;
    {
        WorkerPool pool(std::max(1U, threads));
        for (std::size_t i = 0; i < stretches.size(); ++i)
            pool.run([&, i](const std::stop_token &) {
                if (stop.stop_requested())
                    return;
                const Result<double> one = probability(stretches[i], stop);
                if (one) {
                    found[i] = *one;
                    return;
                }
                const std::lock_guard lock(mutex);
                failure = one.error();
            });
        pool.waitUntilIdle();
    }
    if (stop.stop_requested())
        return cancelled();
    if (failure)
        return tl::unexpected(*failure);
    return found;
}

} // namespace tagscope
