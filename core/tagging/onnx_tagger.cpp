// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/mel_front_end.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/formats/npy_file.h"
#include "core/network/tensor_file.h"
#include "core/tagging/dnn_network.h"
#include "core/tagging/sidecar.h"
#include "core/tagging/sidecar_tagger.h"
#include "core/tagging/taggers.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace tagscope {
namespace {

constexpr std::size_t kStepsAtOnce = 64; // half a minute of YAMNet's; keeps the memory for an hour that of a clip
constexpr std::int64_t kNumbersAtOnce = std::int64_t{1} << 22; // fewer steps where each takes many

Result<MelFrontEnd> frontEndOf(const TaggerSidecar &sidecar) {
    const TaggerSidecar::FrontEnd &front = *sidecar.frontEnd;
    MelFrontEndOptions options;
    options.windowSamples = front.windowSamples;
    options.window = front.window == "hamming" ? MelFrontEndOptions::Window::Hamming : MelFrontEndOptions::Window::Hann;
    options.isPeriodic = front.isPeriodic;
    options.hopSamples = front.hopSamples;
    options.fftSamples = front.fftSamples;
    options.isPower = front.isPower;
    options.isCentred = front.isCentred;
    options.logScale = front.logScale;
    options.offset = front.offset;
    options.floor = front.floor;
    const auto bins = static_cast<std::size_t>(front.fftSamples) / 2 + 1;
    std::error_code error;
    if (!front.matrixFile.empty() && std::filesystem::exists(front.matrixFile, error)) {
        const TensorFile file = TAGSCOPE_TRY(TensorFile::open(front.matrixFile));
        options.mel = Matrix(bins, static_cast<std::size_t>(front.bands));
        std::vector<float> values = TAGSCOPE_TRY(file.floats(front.matrixTensor));
        if (values.size() != options.mel.values.size())
            return fail(Error::Kind::Inconsistent,
                        {"tagging.mel_matrix", front.matrixFile, values.size(), options.mel.values.size()});
        options.mel.values = std::move(values);
    } else {
        MelScale scale;
        scale.sampleRate = sidecar.sampleRate;
        scale.fftSamples = front.fftSamples;
        scale.bands = front.bands;
        scale.lowHz = front.lowHz;
        scale.highHz = front.highHz;
        scale.formula = front.formula == "htk" ? MelScale::Formula::Htk : MelScale::Formula::Slaney;
        scale.isLinearInMel = front.isLinearInMel;
        scale.norm = front.isSlaneyNormalised ? MelScale::Norm::Slaney : MelScale::Norm::None;
        options.mel = melMatrix(scale);
    }
    return MelFrontEnd::make(std::move(options));
}

// Somebody else's network, as its sidecar describes it.
class OnnxTagger : public AudioTagger {
public:
    OnnxTagger(TaggerSidecar sidecar, const TaggerSidecar::Network &network, DnnNetwork dnn,
               std::optional<MelFrontEnd> frontEnd)
        : network_(network), sidecar_(std::move(sidecar)), dnn_(std::move(dnn)), frontEnd_(std::move(frontEnd)) {
        description_.name = sidecar_.name;
        description_.origin = sidecar_.origin;
        description_.isTrained = true;
        for (const TaggerClass &one : sidecar_.classes) {
            description_.classes.push_back(one.name);
            description_.classIds.push_back(one.mid);
        }
        description_.sampleRate = sidecar_.sampleRate;
        description_.firstCentre = sidecar_.firstStart + sidecar_.centre;
        description_.hop = sidecar_.hop;
        description_.width = sidecar_.length;
        description_.takesSamples = true;
        description_.isForeign = true;
        description_.licence = sidecar_.licence;
    }

    [[nodiscard]] const TaggerDescription &description() const override { return description_; }
    // It makes its own features of the sound.
    [[nodiscard]] Message whyUnfit(const LogMelOptions &) const override { return {}; }

    [[nodiscard]] Result<Matrix> activations(const TaggerInput &sound, std::stop_token stop) const override {
        Matrix scores = TAGSCOPE_TRY(inPieces(sound.samples, false, stop));
        for (float &value : scores.values) {
            if (sidecar_.areLogits)
                value = static_cast<float>(1.0 / (1.0 + std::exp(-static_cast<double>(value))));
            // A sigmoid in single precision may pass 1 in its last digit.
            constexpr float kRounding = 1e-5F;
            if (!(value >= -kRounding && value <= 1.0F + kRounding))
                return fail(Error::Kind::Inconsistent, {"tagging.output_range", network_.file, std::to_string(value)});
            value = std::clamp(value, 0.0F, 1.0F);
        }
        return scores;
    }

    [[nodiscard]] Result<Matrix> embeddings(const TaggerInput &sound, std::stop_token stop) const override {
        return inPieces(sound.samples, true, stop);
    }

private:
    [[nodiscard]] std::size_t samplesOf(std::size_t steps) const {
        return static_cast<std::size_t>(firstSamples() + stepSamples() * (static_cast<std::int64_t>(steps) - 1));
    }
    [[nodiscard]] std::int64_t stepSamples() const {
        return network_.takesWaveform ? network_.step
                                      : std::int64_t{sidecar_.frontEnd->patchHop} * sidecar_.frontEnd->hopSamples;
    }
    [[nodiscard]] std::int64_t firstSamples() const {
        if (network_.takesWaveform)
            return network_.first;
        const TaggerSidecar::FrontEnd &front = *sidecar_.frontEnd;
        return std::int64_t{front.patchFrames - 1} * front.hopSamples + front.windowSamples;
    }

    [[nodiscard]] std::size_t stepsAtOnce() const {
        const std::int64_t each =
            std::max(stepSamples(), network_.takesWaveform
                                        ? std::int64_t{1}
                                        : std::int64_t{sidecar_.frontEnd->patchFrames} * sidecar_.frontEnd->bands);
        return std::clamp(static_cast<std::size_t>(kNumbersAtOnce / each), std::size_t{1}, kStepsAtOnce);
    }

    // All steps of the sound, the last of which is filled up with silence, some at a time.
    [[nodiscard]] Result<Matrix> inPieces(std::span<const float> samples, bool isEmbedding,
                                          const std::stop_token &stop) const {
        const auto hop = static_cast<std::size_t>(stepSamples());
        const auto first = static_cast<std::size_t>(firstSamples());
        const std::size_t steps = samples.size() <= first ? 1 : (samples.size() - first + hop - 1) / hop + 1;
        Matrix all;
        for (std::size_t done = 0; done < steps; done += stepsAtOnce()) {
            if (stop.stop_requested())
                return cancelled();
            const std::size_t count = std::min(stepsAtOnce(), steps - done);
            std::vector<float> piece(samplesOf(count), 0.0F);
            const std::size_t start = std::min(done * hop, samples.size());
            const std::size_t there = std::min(piece.size(), samples.size() - start);
            std::ranges::copy(samples.subspan(start, there), piece.begin());
            const Matrix rows = TAGSCOPE_TRY(ofPiece(piece, count, isEmbedding, stop));
            if (rows.rows != count)
                return fail(Error::Kind::Inconsistent,
                            {"tagging.output_steps", network_.file, rows.rows, piece.size(), count});
            all.columns = rows.columns;
            all.rows += rows.rows;
            all.values.insert(all.values.end(), rows.values.begin(), rows.values.end());
        }
        return all;
    }

    [[nodiscard]] Result<Matrix> ofPiece(const std::vector<float> &samples, std::size_t steps, bool isEmbedding,
                                         const std::stop_token &stop) const {
        if (network_.takesWaveform) {
            std::vector<int> shape(network_.inputShape.size(), 1);
            shape.back() = static_cast<int>(samples.size());
            return isEmbedding ? dnn_.embed(samples, shape) : dnn_.run(samples, shape);
        }
        const Matrix features = TAGSCOPE_TRY(frontEnd_->compute(samples, stop));
        const auto frames = static_cast<std::size_t>(sidecar_.frontEnd->patchFrames);
        const auto hop = static_cast<std::size_t>(sidecar_.frontEnd->patchHop);
        std::vector<float> patches;
        patches.reserve(steps * frames * features.columns);
        for (std::size_t patch = 0; patch < steps; ++patch)
            for (std::size_t frame = 0; frame < frames; ++frame) {
                const std::span<const float> row = features.row(patch * hop + frame);
                patches.insert(patches.end(), row.begin(), row.end());
            }
        const std::vector<int> shape{static_cast<int>(steps), 1, static_cast<int>(frames),
                                     static_cast<int>(features.columns)};
        return isEmbedding ? dnn_.embed(patches, shape) : dnn_.run(patches, shape);
    }

    TaggerSidecar::Network network_;
    TaggerSidecar sidecar_;
    DnnNetwork dnn_;
    std::optional<MelFrontEnd> frontEnd_;
    TaggerDescription description_;
};

DnnNetwork::Plan planOf(const TaggerSidecar &sidecar, const TaggerSidecar::Network &network) {
    DnnNetwork::Plan plan{network.file, network.input, network.output, network.embedding, {}, sidecar.classes.size()};
    if (network.takesWaveform) {
        plan.trialShape.assign(network.inputShape.size(), 1);
        plan.trialShape.back() = static_cast<int>(network.first);
    } else {
        plan.trialShape = {1, 1, sidecar.frontEnd->patchFrames, sidecar.frontEnd->bands};
    }
    return plan;
}

// The largest difference of two tables of steps x classes.
ReferenceCheck compared(const TaggerSidecar &sidecar, const TaggerSidecar::Network &network, const std::string &input,
                        const Matrix &given, const NpyArray &wanted, double tolerance) {
    ReferenceCheck check{network.file.filename().string(), input, 0.0, {}, tolerance};
    if (wanted.shape != std::vector<std::size_t>{given.rows, given.columns}) {
        check.worst = 1.0;
        check.where = "other shape";
        return check;
    }
    for (std::size_t i = 0; i < wanted.values.size(); ++i) {
        const double difference = std::abs(static_cast<double>(given.values[i]) - wanted.values[i]);
        if (difference > check.worst || std::isnan(difference)) {
            check.worst = std::isnan(difference) ? 1.0 : difference;
            check.where = "step " + std::to_string(i / given.columns) + ", " + sidecar.classes[i % given.columns].name;
        }
    }
    return check;
}

Result<ReferenceCheck> checkPatches(const TaggerSidecar &sidecar, const TaggerSidecar::Network &network,
                                    const DnnNetwork &dnn, const std::string &input, const NpyArray &patches,
                                    const NpyArray &scores) {
    const std::vector<float> values(patches.values.begin(), patches.values.end());
    // n x frames x bands, or with the channel that the network wants.
    const std::vector<int> shape{static_cast<int>(patches.shape.front()), 1, sidecar.frontEnd->patchFrames,
                                 sidecar.frontEnd->bands};
    std::size_t count = 1;
    for (const int size : shape)
        count *= static_cast<std::size_t>(size);
    if (count != values.size())
        return fail(Error::Kind::Inconsistent, {"tagging.no_references", sidecar.file});
    Matrix given = TAGSCOPE_TRY(dnn.run(values, shape));
    return compared(sidecar, network, input + ".patches", given, scores, sidecar.check->fromPatches);
}

Result<std::shared_ptr<const AudioTagger>> openSidecar(const std::filesystem::path &file) {
    TaggerSidecar sidecar = TAGSCOPE_TRY(readSidecar(file));
    const TaggerSidecar::Network *network = sidecar.preferred();
    if (network == nullptr)
        return fail(Error::Kind::Unreadable,
                    {"tagging.sidecar_without_file", file, sidecar.networks.front().file.filename()});
    return openSidecarNetwork(sidecar, *network);
}

} // namespace

Result<std::shared_ptr<const AudioTagger>> openSidecarNetwork(const TaggerSidecar &sidecar,
                                                              const TaggerSidecar::Network &network) {
    const std::string sha256 = TAGSCOPE_TRY(sha256OfFile(network.file));
    if (!network.sha256.empty() && network.sha256 != sha256)
        return fail(Error::Kind::Inconsistent, {"tagging.wrong_hash", network.file});
    std::optional<MelFrontEnd> frontEnd;
    if (!network.takesWaveform)
        frontEnd = TAGSCOPE_TRY(frontEndOf(sidecar));
    DnnNetwork dnn = TAGSCOPE_TRY(DnnNetwork::open(planOf(sidecar, network)));
    return std::shared_ptr<const AudioTagger>(
        std::make_shared<const OnnxTagger>(sidecar, network, std::move(dnn), std::move(frontEnd)));
}

Result<std::vector<ReferenceCheck>> checkReferences(const TaggerSidecar &sidecar) {
    if (!sidecar.check)
        return fail(Error::Kind::Inconsistent, {"tagging.no_references", sidecar.file});
    const std::map<std::string, NpyArray> arrays = TAGSCOPE_TRY(readNpz(sidecar.check->file));
    std::vector<ReferenceCheck> checks;
    std::error_code error;
    for (const TaggerSidecar::Network &network : sidecar.networks) {
        if (!std::filesystem::exists(network.file, error))
            continue;
        const std::shared_ptr<const AudioTagger> tagger = TAGSCOPE_TRY(openSidecarNetwork(sidecar, network));
        std::optional<DnnNetwork> dnn;
        if (!network.takesWaveform)
            dnn = TAGSCOPE_TRY(DnnNetwork::open(planOf(sidecar, network)));
        for (const auto &[name, scores] : arrays) {
            if (!name.ends_with(".scores"))
                continue;
            const std::string input = name.substr(0, name.size() - std::string_view(".scores").size());
            const auto patches = arrays.find(input + ".patches");
            if (dnn && patches != arrays.end() && !patches->second.shape.empty()) {
                ReferenceCheck check =
                    TAGSCOPE_TRY(checkPatches(sidecar, network, *dnn, input, patches->second, scores));
                checks.push_back(std::move(check));
            }
            const auto waveform = arrays.find(input + ".waveform");
            if (waveform == arrays.end())
                continue;
            const std::vector<float> samples(waveform->second.values.begin(), waveform->second.values.end());
            const Matrix none;
            const Matrix given = TAGSCOPE_TRY(tagger->activations({samples, none}));
            checks.push_back(compared(sidecar, network, input, given, scores, sidecar.check->fromWaveform));
        }
    }
    if (checks.empty())
        return fail(Error::Kind::Inconsistent, {"tagging.no_references", sidecar.file});
    return checks;
}

TaggerKind onnxTagger() {
    return {"tagger", "ONNX", {".json"}, openSidecar};
}

} // namespace tagscope
