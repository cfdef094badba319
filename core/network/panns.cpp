// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/panns.h"

#include "core/base/try.h"
#include "core/network/tensor_file.h"
#include "core/network/torch_bridge.h"
#include "core/network/weight_reader.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace tagscope {
namespace {

constexpr const char *kPannsName = "PANNs";
constexpr int kPannsBlocks = 6;
constexpr double kPannsEpsilon = 1e-5; // PyTorch's default of batch normalisation

// Batch normalisation as a factor and a term a channel.
struct PannsNorm {
    at::Tensor factor;
    at::Tensor term;
};

struct PannsConvolution {
    at::Tensor weight; // with the normalisation that follows folded in
    at::Tensor bias;
};

struct PannsLinear {
    at::Tensor weight;
    at::Tensor bias;
};

class PannsReader {
public:
    explicit PannsReader(const TensorFile &file) : reader_(file, kPannsName) {
        // A checkpoint's weights may stand below its key.
        for (const TensorInfo &tensor : file.tensors())
            if (tensor.name == "model.bn0.weight")
                prefix_ = "model.";
    }

    Result<PannsNorm> norm(const std::string &name, std::int64_t channels) {
        const auto weight = TAGSCOPE_TRY(vector(name + ".weight", channels));
        const auto bias = TAGSCOPE_TRY(vector(name + ".bias", channels));
        const auto mean = TAGSCOPE_TRY(vector(name + ".running_mean", channels));
        const auto variance = TAGSCOPE_TRY(vector(name + ".running_var", channels));
        const at::Tensor factor = weight / at::sqrt(variance + kPannsEpsilon);
        return PannsNorm{factor, bias - mean * factor};
    }

    Result<PannsConvolution> convolution(const std::string &block, int number, std::int64_t inputs) {
        const std::string name = prefix_ + block + ".conv" + std::to_string(number) + ".weight";
        const TensorShape shape = TAGSCOPE_TRY(reader_.shape(name, {kAnyWidth, inputs, 3, 3}));
        const std::vector<float> values = TAGSCOPE_TRY(reader_.values(name, shape));
        const PannsNorm norm_ = TAGSCOPE_TRY(norm(block + ".bn" + std::to_string(number), shape.front()));
        const at::Tensor weight = tensorOf(values, shape) * norm_.factor.view({-1, 1, 1, 1});
        return PannsConvolution{weight.contiguous(at::MemoryFormat::ChannelsLast), norm_.term};
    }

    Result<PannsLinear> linear(const std::string &name, std::int64_t inputs) {
        const TensorShape shape = TAGSCOPE_TRY(reader_.shape(prefix_ + name + ".weight", {kAnySize, inputs}));
        const std::vector<float> values = TAGSCOPE_TRY(reader_.values(prefix_ + name + ".weight", shape));
        const at::Tensor bias = TAGSCOPE_TRY(vector(name + ".bias", shape.front()));
        return PannsLinear{tensorOf(values, shape), bias};
    }

    // Of the front end; empty where there is none of the name.
    Result<Matrix> matrix(const TensorFile &file, const std::string &name) {
        const auto &tensors = file.tensors();
        const auto found = std::ranges::find(tensors, prefix_ + name, &TensorInfo::name);
        if (found == tensors.end())
            return Matrix();
        const std::vector<float> values = TAGSCOPE_TRY(reader_.values(found->name, found->shape));
        Matrix matrix;
        matrix.rows = static_cast<std::size_t>(found->shape.front());
        matrix.columns = matrix.rows > 0 ? values.size() / matrix.rows : 0;
        matrix.values = values;
        return matrix;
    }

    [[nodiscard]] const std::string &prefix() const { return prefix_; }

private:
    Result<at::Tensor> vector(const std::string &name, std::int64_t size) {
        return reader_.values(prefix_ + name, {size}).map([size](const std::vector<float> &values) {
            return tensorOf(values, {size});
        });
    }

    WeightReader reader_;
    std::string prefix_;
};

std::string blockName(int block) {
    return "conv_block" + std::to_string(block + 1);
}

} // namespace

struct PannsNetwork::State {
    PannsNorm bandNorm;
    std::array<std::array<PannsConvolution, 2>, kPannsBlocks> blocks;
    PannsLinear hidden;
    PannsLinear classes;
    Matrix mel;
    Matrix cosines;
};

PannsNetwork::PannsNetwork(std::unique_ptr<State> state) : state_(std::move(state)) {}
PannsNetwork::PannsNetwork(PannsNetwork &&) noexcept = default;
PannsNetwork &PannsNetwork::operator=(PannsNetwork &&) noexcept = default;
PannsNetwork::~PannsNetwork() = default;

bool PannsNetwork::isOne(const std::filesystem::path &file) {
    const Result<TensorFile> opened = TensorFile::open(file);
    return opened && std::ranges::any_of(opened->tensors(), [](const TensorInfo &tensor) {
               return tensor.name == "fc_audioset.weight" || tensor.name == "model.fc_audioset.weight";
           });
}

Result<PannsNetwork> PannsNetwork::load(const std::filesystem::path &path) {
    const TensorFile file = TAGSCOPE_TRY(TensorFile::open(path));
    return caught(kPannsName, [&]() -> Result<PannsNetwork> {
        PannsReader reader(file);
        auto state = std::make_unique<State>();
        std::int64_t bands = 0;
        for (const TensorInfo &tensor : file.tensors())
            if (tensor.name == reader.prefix() + "bn0.weight" && tensor.shape.size() == 1)
                bands = tensor.shape.front();
        state->bandNorm = TAGSCOPE_TRY(reader.norm("bn0", bands));
        std::int64_t inputs = 1;
        for (int block = 0; block < kPannsBlocks; ++block)
            for (int number = 1; number <= 2; ++number) {
                PannsConvolution one = TAGSCOPE_TRY(reader.convolution(blockName(block), number, inputs));
                inputs = one.weight.size(0);
                state->blocks[static_cast<std::size_t>(block)][static_cast<std::size_t>(number - 1)] = std::move(one);
            }
        state->hidden = TAGSCOPE_TRY(reader.linear("fc1", inputs));
        state->classes = TAGSCOPE_TRY(reader.linear("fc_audioset", state->hidden.weight.size(0)));
        state->mel = TAGSCOPE_TRY(reader.matrix(file, "logmel_extractor.melW"));
        state->cosines = TAGSCOPE_TRY(reader.matrix(file, "spectrogram_extractor.stft.conv_real.weight"));
        return PannsNetwork(std::move(state));
    });
}

std::size_t PannsNetwork::bands() const {
    return static_cast<std::size_t>(state_->bandNorm.factor.size(0));
}

std::size_t PannsNetwork::classes() const {
    return static_cast<std::size_t>(state_->classes.weight.size(0));
}

const Matrix &PannsNetwork::melMatrix() const {
    return state_->mel;
}

const Matrix &PannsNetwork::cosines() const {
    return state_->cosines;
}

Result<PannsNetwork::Output> PannsNetwork::run(const Matrix &logMel, std::stop_token stop) const {
    if (logMel.columns != bands() || logMel.rows < kFramesPerStep)
        return fail(Error::Kind::Inconsistent, {"network.panns_features", logMel.rows, logMel.columns, bands()});
    return caught(kPannsName, [&]() -> Result<Output> {
        const at::NoGradGuard guard;
        const auto frames = static_cast<std::int64_t>(logMel.rows);
        at::Tensor x = tensorOf(logMel.values, {frames, static_cast<std::int64_t>(logMel.columns)});
        x = (x * state_->bandNorm.factor + state_->bandNorm.term).view({1, 1, frames, -1}); // clip, channel, time, band
        for (std::size_t block = 0; block < state_->blocks.size(); ++block) {
            if (stop.stop_requested())
                return cancelled();
            for (const PannsConvolution &one : state_->blocks[block])
                x = convolve(x, one.weight, one.bias, {{1, 1}, {1, 1}}).relu_();
            if (block + 1 < state_->blocks.size())
                x = at::avg_pool2d(x, {2, 2});
        }
        x = x.mean(3); // over the bands: clip, channel, time
        x = at::max_pool1d(x, 3, 1, 1) + at::avg_pool1d(x, 3, 1, 1);
        const at::Tensor rows = x.squeeze(0).transpose(0, 1).contiguous();
        const at::Tensor embedding = multiply(rows, state_->hidden.weight, state_->hidden.bias).relu();
        const at::Tensor scores =
            multiply(embedding, state_->classes.weight, state_->classes.bias).sigmoid().contiguous();
        const auto matrixOf = [](const at::Tensor &tensor) {
            Matrix matrix(static_cast<std::size_t>(tensor.size(0)), static_cast<std::size_t>(tensor.size(1)));
            std::copy_n(tensor.contiguous().data_ptr<float>(), matrix.values.size(), matrix.values.begin());
            return matrix;
        };
        return Output{matrixOf(scores), matrixOf(embedding)};
    });
}

} // namespace tagscope
