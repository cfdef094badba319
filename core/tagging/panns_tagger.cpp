// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/mel_front_end.h"
#include "core/base/paths.h"
#include "core/base/try.h"
#include "core/network/panns.h"
#include "core/tagging/taggers.h"
#include "core/words/class_lists.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace tagscope {
namespace {

// Section IV-A of the paper: Hann windows of 1,024 samples every 320 at 32 kHz, 64 mel bands from 50 Hz to 14 kHz; the
// files for 16 kHz have half of all but the bands, up to 8 kHz. In detail as librosa: windows centred and periodic,
// Slaney's mel scale and normalisation, 10 log10 of the power, of at least 1e-10.
struct PannsRate {
    int sampleRate;
    int windowSamples;
    int hopSamples;
    double highHz;
};
constexpr PannsRate kPannsRates[] = {{32000, 1024, 320, 14000.0}, {16000, 512, 160, 8000.0}};
constexpr double kPannsLowHz = 50.0;
constexpr double kPannsFloor = 1e-10;
constexpr std::size_t kPannsStepsAtOnce = 64; // 20 s
constexpr std::size_t kPannsContext = 4;      // steps on either side, over which its convolutions reach

Result<MelFrontEnd> pannsFrontEnd(const PannsRate &rate, std::size_t bands) {
    MelFrontEndOptions options;
    options.windowSamples = rate.windowSamples;
    options.hopSamples = rate.hopSamples;
    options.fftSamples = rate.windowSamples;
    options.isPower = true;
    options.isCentred = true;
    options.logScale = 10.0 / std::log(10.0);
    options.floor = kPannsFloor;
    MelScale scale;
    scale.sampleRate = rate.sampleRate;
    scale.fftSamples = rate.windowSamples;
    scale.bands = static_cast<int>(bands);
    scale.lowHz = kPannsLowHz;
    scale.highHz = rate.highHz;
    scale.formula = MelScale::Formula::Slaney;
    scale.isLinearInMel = false;
    scale.norm = MelScale::Norm::Slaney;
    options.mel = melMatrix(scale);
    return MelFrontEnd::make(std::move(options));
}

// What the file holds of its front end must be ours, or it was trained with another one.
bool isSameMel(const Matrix &ours, const Matrix &theirs) {
    if (theirs.empty())
        return true;
    if (ours.rows != theirs.rows || ours.columns != theirs.columns)
        return false;
    const float largest = *std::ranges::max_element(ours.values);
    for (std::size_t i = 0; i < ours.values.size(); ++i)
        if (!(std::abs(ours.values[i] - theirs.values[i]) < 1e-4F * largest))
            return false;
    return true;
}

bool isSameWindow(const PannsRate &rate, const Matrix &cosines) {
    if (cosines.empty())
        return true;
    if (cosines.columns != static_cast<std::size_t>(rate.windowSamples))
        return false;
    for (std::size_t i = 0; i < cosines.columns; ++i) { // bin 0: the window itself
        const double hann = 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * static_cast<double>(i) / rate.windowSamples);
        if (std::abs(static_cast<double>(cosines(0, i)) - hann) > 1e-4)
            return false;
    }
    return true;
}

class PannsTagger : public AudioTagger {
public:
    PannsTagger(PannsNetwork network, MelFrontEnd frontEnd, const PannsRate &rate,
                const std::vector<EventClass> &classes)
        : network_(std::move(network)), frontEnd_(std::move(frontEnd)), rate_(rate) {
        description_.name = "PANNs";
        description_.origin = "Cnn14_DecisionLevelMax, trained on AudioSet";
        description_.licence = "CC-BY-4.0";
        description_.isTrained = true;
        for (std::size_t i = 0; i < network_.classes(); ++i) {
            const bool isNamed = network_.classes() == classes.size();
            description_.classes.push_back(isNamed ? classes[i].name : "class " + std::to_string(i));
            description_.classIds.push_back(isNamed ? classes[i].mid : std::string());
        }
        description_.sampleRate = rate.sampleRate;
        description_.hop =
            Seconds(static_cast<double>(PannsNetwork::kFramesPerStep) * rate.hopSamples / rate.sampleRate);
        description_.firstCentre = description_.hop / 2.0;
        description_.takesSamples = true;
        description_.isForeign = true;
    }

    [[nodiscard]] const TaggerDescription &description() const override { return description_; }
    [[nodiscard]] Message whyUnfit(const LogMelOptions &) const override { return {}; }

    [[nodiscard]] Result<Matrix> activations(const TaggerInput &sound, std::stop_token stop) const override {
        return inPieces(sound.samples, &PannsNetwork::Output::scores, stop);
    }
    [[nodiscard]] Result<Matrix> embeddings(const TaggerInput &sound, std::stop_token stop) const override {
        return inPieces(sound.samples, &PannsNetwork::Output::embeddings, stop);
    }

private:
    // Whole steps of the sound, at least one, each piece with what its convolutions see beside it.
    [[nodiscard]] Result<Matrix> inPieces(std::span<const float> samples, Matrix PannsNetwork::Output::*which,
                                          const std::stop_token &stop) const {
        std::vector<float> padded(samples.begin(), samples.end());
        const std::size_t step = PannsNetwork::kFramesPerStep * static_cast<std::size_t>(rate_.hopSamples);
        padded.resize(std::max(padded.size(), step), 0.0F);
        const Matrix features = TAGSCOPE_TRY(frontEnd_.compute(padded, stop));
        const std::size_t steps = features.rows / PannsNetwork::kFramesPerStep;
        Matrix all;
        for (std::size_t done = 0; done < steps; done += kPannsStepsAtOnce) {
            const std::size_t count = std::min(kPannsStepsAtOnce, steps - done);
            const std::size_t from = done - std::min(done, kPannsContext);
            const bool isLast = done + count + kPannsContext >= steps;
            const std::size_t endFrame =
                isLast ? features.rows : (done + count + kPannsContext) * PannsNetwork::kFramesPerStep;
            const std::size_t firstFrame = from * PannsNetwork::kFramesPerStep;
            Matrix piece(endFrame - firstFrame, features.columns);
            std::copy_n(features.row(firstFrame).begin(), piece.values.size(), piece.values.begin());
            const PannsNetwork::Output output = TAGSCOPE_TRY(network_.run(piece, stop));
            const Matrix &rows = output.*which;
            all.columns = rows.columns;
            all.rows += count;
            const auto start = rows.values.begin() + static_cast<std::ptrdiff_t>((done - from) * rows.columns);
            all.values.insert(all.values.end(), start, start + static_cast<std::ptrdiff_t>(count * rows.columns));
        }
        return all;
    }

    PannsNetwork network_;
    MelFrontEnd frontEnd_;
    PannsRate rate_;
    TaggerDescription description_;
};

Result<std::shared_ptr<const AudioTagger>> openPanns(const std::filesystem::path &file) {
    PannsNetwork network = TAGSCOPE_TRY(PannsNetwork::load(file));
    const std::filesystem::path list = TAGSCOPE_TRY(resourceFile("classes/audioset.tsv"));
    const std::vector<EventClass> classes = TAGSCOPE_TRY(readEventClasses(list));
    for (const PannsRate &rate : kPannsRates) {
        const bool isOfFile =
            network.melMatrix().empty()
                ? rate.sampleRate == (file.filename().string().find("16k") == std::string::npos ? 32000 : 16000)
                : network.melMatrix().rows == static_cast<std::size_t>(rate.windowSamples) / 2 + 1;
        if (!isOfFile)
            continue;
        MelFrontEnd frontEnd = TAGSCOPE_TRY(pannsFrontEnd(rate, network.bands()));
        if (!isSameMel(frontEnd.options().mel, network.melMatrix()) || !isSameWindow(rate, network.cosines()))
            return fail(Error::Kind::Inconsistent, {"tagging.panns_front_end", file});
        return std::shared_ptr<const AudioTagger>(
            std::make_shared<const PannsTagger>(std::move(network), std::move(frontEnd), rate, classes));
    }
    return fail(Error::Kind::Inconsistent, {"tagging.panns_front_end", file});
}

} // namespace

TaggerKind pannsTagger() {
    return {"panns", "PANNs", {}, openPanns, PannsNetwork::isOne};
}

} // namespace tagscope
