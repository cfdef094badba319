// SPDX-License-Identifier: GPL-3.0-or-later
// How long the key frames of a clip of 240 pictures take, stage by stage. Run alone on a quiet machine.

#include "core/vision/ds3.h"
#include "core/vision/key_frames.h"
#include "core/vision/picture_features.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <limits>
#include <random>

namespace {

using tagscope::Matrix;

constexpr std::size_t kPictures = 240;
constexpr std::size_t kFeatures = 43264;

double milliseconds(const std::function<void()> &work) {
    double best = std::numeric_limits<double>::infinity();
    for (int run = 0; run < 3; ++run) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - start;
        best = std::min(best, passed.count());
    }
    return best;
}

// Four scenes, each a smooth walk with noise: features of a clip with three cuts.
Matrix walk(std::size_t dimensions, bool hasCuts) {
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    Matrix features(kPictures, dimensions);
    std::vector<float> base(dimensions);
    std::vector<float> speed(dimensions);
    for (std::size_t picture = 0; picture < kPictures; ++picture) {
        const bool isCut = picture == 0 || (hasCuts && (picture == 60 || picture == 110 || picture == 190));
        for (std::size_t at = 0; at < dimensions; ++at) {
            if (isCut)
                base[at] = normal(random);
            speed[at] = 0.9F * (isCut ? normal(random) : speed[at]) + 0.45F * normal(random);
            base[at] += 0.05F * speed[at];
            features(picture, at) = base[at] + 0.01F * normal(random);
        }
    }
    return features;
}

void measureDs3(const Matrix &distances, tagscope::Ds3Norm norm, const char *name) {
    double maximum = 0.0;
    const double searching = milliseconds([&] { maximum = tagscope::lambdaMaximum(distances, norm); });
    tagscope::Ds3Options options;
    options.norm = norm;
    int iterations = 0;
    double gap = 0.0;
    const double solving = milliseconds([&] {
        const auto solution = tagscope::solveDs3(distances, 0.1 * maximum, options);
        iterations = solution->iterations;
        gap = solution->gap();
    });
    std::printf("  ds3 q=%s: lambda_max %.4g in %.1f ms; 0.1 of it: %d iterations, gap %.1e, %.1f ms (%.1f us each)\n",
                name, maximum, searching, iterations, gap, solving, 1e3 * solving / std::max(iterations, 1));
}

void measureSelection(const Matrix &distances, tagscope::KeyFrameMethod method, bool certify) {
    tagscope::KeyFrameOptions options;
    options.method = method;
    options.certify = certify;
    tagscope::KeyFrames keyFrames;
    const double passed = milliseconds([&] { keyFrames = *tagscope::selectKeyFrames(distances, options); });
    const std::string_view name = tagscope::nameOf(method);
    std::printf("  %-15.*s %s certificate: %7.2f ms, cost %.4f, bound %.4f (gap %.3f %%)\n",
                static_cast<int>(name.size()), name.data(), certify ? "with" : "no  ", passed, keyFrames.cost,
                keyFrames.costBound, 100.0 * keyFrames.gap());
}

void measureClip(const Matrix &distances) {
    measureDs3(distances, tagscope::Ds3Norm::Infinity, "inf");
    measureDs3(distances, tagscope::Ds3Norm::Two, "2");
    using tagscope::KeyFrameMethod;
    for (const auto method :
         {KeyFrameMethod::KMedian, KeyFrameMethod::Ds3, KeyFrameMethod::KMeans, KeyFrameMethod::EqualIntervals}) {
        measureSelection(distances, method, false);
        measureSelection(distances, method, true);
    }
}

} // namespace

int main() {
    const Matrix features = walk(kFeatures, true);
    Matrix distances;
    const double passed = milliseconds([&] { distances = *tagscope::pairwiseDistances(features); });
    std::printf("distances %zu x %zu: %.1f ms\n", kPictures, kFeatures, passed);
    std::printf("four scenes, %zu features\n", kFeatures);
    measureClip(distances);
    for (const bool hasCuts : {true, false}) {
        std::printf("%s, 64 features\n", hasCuts ? "four scenes" : "one scene");
        measureClip(*tagscope::pairwiseDistances(walk(64, hasCuts)));
    }
    return 0;
}
