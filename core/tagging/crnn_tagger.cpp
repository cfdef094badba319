// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn.h"
#include "core/tagging/taggers.h"

#include <cmath>
#include <utility>

namespace tagscope {
namespace {

// The paper's network, on the clip's log-mel features.
class CrnnTagger : public AudioTagger {
public:
    CrnnTagger(Crnn crnn, int sampleRate) : crnn_(std::move(crnn)) {
        const CrnnDescription &crnnSays = crnn_.description();
        description_.name = "CRNN";
        description_.origin = crnnSays.origin;
        description_.isTrained = crnnSays.isTrained;
        description_.classes = crnnSays.layout.events;
        description_.sampleRate = sampleRate;
        description_.hop = Seconds(crnnSays.frameHop) * crnnSays.layout.poolTime();
        description_.firstCentre = description_.hop / 2.0;
        description_.bandMean = crnnSays.bandMean;
        description_.bandDeviation = crnnSays.bandDeviation;
    }

    [[nodiscard]] const TaggerDescription &description() const override { return description_; }

    [[nodiscard]] Message whyUnfit(const LogMelOptions &features) const override {
        const CrnnDescription &made = crnn_.description();
        if (made.layout.bands != features.bands)
            return {"tagging.other_bands", made.layout.bands, features.bands};
        const double hop = static_cast<double>(features.hopSamples) / features.sampleRate;
        if (std::abs(made.frameHop - hop) > 1e-9)
            return "tagging.other_hop";
        return {};
    }

    [[nodiscard]] Result<Matrix> activations(const TaggerInput &sound, std::stop_token stop) const override {
        return crnn_.activations(sound.logMel, std::move(stop));
    }

    [[nodiscard]] Result<Attribution> attribution(const Matrix &logMel, const Matrix &baseline,
                                                  const AttributionTarget &target, const Progress &progress,
                                                  std::stop_token stop) const override {
        return crnn_.attribution(logMel, baseline, target, {}, progress, std::move(stop));
    }

private:
    Crnn crnn_;
    TaggerDescription description_;
};

} // namespace

TaggerKind crnnTagger() {
    const auto open = [](const std::filesystem::path &file) {
        return Crnn::load(file).map([](Crnn &&crnn) {
            return std::shared_ptr<const AudioTagger>(
                std::make_shared<const CrnnTagger>(std::move(crnn), LogMelOptions().sampleRate));
        });
    };
    return {"crnn", "CRNN", {".safetensors", ".pth", ".pt"}, open};
}

} // namespace tagscope
