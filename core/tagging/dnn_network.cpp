// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/dnn_network.h"

#include "core/base/try.h"
#include "core/tagging/child_trial.h"
#include "core/tagging/onnx_outline.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <opencv2/core/utility.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/dnn/dnn.hpp>
#include <utility>

namespace tagscope {
namespace {

constexpr std::chrono::seconds kPatience{120};       // with a graph of a GiB on a busy machine
constexpr const char *kImportedLayer = "onnx_node!"; // before the names of a graph's nodes, from OpenCV 4.5 on
constexpr const char *kUsualEmbedding = "embedding";

// Once: OpenCV prints each error where it is thrown, before anybody could catch it.
void quietOpenCv() {
    static std::once_flag once;
    std::call_once(once, [] {
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        cv::redirectError([](int, const char *, const char *, const char *, int, void *) { return 0; });
        cv::setNumThreads(1);
    });
}

cv::dnn::Net loadedNet(const std::filesystem::path &file) {
    cv::dnn::Net net = cv::dnn::readNetFromONNX(file.string());
    net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    return net;
}

// In the form of rows x columns, where it is one.
std::optional<Matrix> matrixOf(const cv::Mat &output) {
    if (output.type() != CV_32F || output.dims < 1 || output.empty() || !output.isContinuous())
        return std::nullopt;
    const int columns = output.size[output.dims - 1];
    const std::size_t total = output.total();
    if (columns <= 0)
        return std::nullopt;
    Matrix matrix(total / static_cast<std::size_t>(columns), static_cast<std::size_t>(columns));
    std::copy_n(output.ptr<float>(), total, matrix.values.begin());
    return matrix;
}

// The first line of what OpenCV says, without the place in its sources.
std::string gist(const std::string &words) {
    const std::size_t start = words.find("error: ");
    const std::string rest = start == std::string::npos ? words : words.substr(start + 7);
    return rest.substr(0, std::min(rest.find('\n'), std::size_t{300}));
}

// How the embedding's layer is called in the net; empty where there is none.
std::string embeddingLayer(const cv::dnn::Net &net, const std::string &asked) {
    const std::vector<cv::String> names = net.getLayerNames();
    const std::string name = asked.empty() ? kUsualEmbedding : asked;
    for (const std::string &candidate : {name, kImportedLayer + name})
        if (std::ranges::find(names, candidate) != names.end())
            return candidate;
    return {};
}

std::string shapeText(const std::vector<int> &shape) {
    std::string text;
    for (const int size : shape)
        text += (text.empty() ? "" : " x ") + std::to_string(size);
    return text;
}

bool isOfNumbers(const Matrix &matrix) {
    return std::ranges::all_of(matrix.values, [](float value) { return std::isfinite(value); });
}

} // namespace

struct DnnNetwork::State {
    Plan plan;
    std::string embeddingLayer;
    std::mutex mutex;
    std::vector<cv::dnn::Net> idle; // those that no thread runs

    // The output of a layer for the values.
    Result<Matrix> forward(std::span<const float> values, const std::vector<int> &shape, const std::string &layer) {
        try {
            cv::dnn::Net net = taken();
            const cv::Mat input(static_cast<int>(shape.size()), shape.data(), CV_32F,
                                const_cast<float *>(values.data())); // OpenCV has no view of constants; it only reads
            net.setInput(input, plan.input);
            std::optional<Matrix> output = matrixOf(net.forward(layer));
            {
                const std::lock_guard lock(mutex);
                idle.push_back(std::move(net));
            }
            if (!output)
                return fail(Error::Kind::Inconsistent, {"tagging.output_shape", plan.file, layer});
            if (!isOfNumbers(*output))
                return fail(Error::Kind::Inconsistent, {"tagging.output_not_numbers", plan.file});
            return *std::move(output);
        } catch (const std::exception &exception) {
            return fail(Error::Kind::Internal, {"tagging.network_failed", plan.file, gist(exception.what())},
                        exception.what());
        }
    }

    cv::dnn::Net taken() {
        {
            const std::lock_guard lock(mutex);
            if (!idle.empty()) {
                cv::dnn::Net net = std::move(idle.back());
                idle.pop_back();
                return net;
            }
        }
        return loadedNet(plan.file);
    }
};

DnnNetwork::DnnNetwork(std::unique_ptr<State> state) : state_(std::move(state)) {}
DnnNetwork::DnnNetwork(DnnNetwork &&) noexcept = default;
DnnNetwork &DnnNetwork::operator=(DnnNetwork &&) noexcept = default;
DnnNetwork::~DnnNetwork() = default;

Result<DnnNetwork> DnnNetwork::open(const Plan &plan) {
    const OnnxOutline outline = TAGSCOPE_TRY(readOnnxOutline(plan.file));
    if (Message why = whyOpenCvRefuses(outline); !why.empty())
        return fail(Error::Kind::Unsupported, {"base.within", plan.file, why});
    const auto has = [](const std::vector<OnnxOutline::Value> &values, const std::string &name) {
        return std::ranges::find(values, name, &OnnxOutline::Value::name) != values.end();
    };
    if (!has(outline.inputs, plan.input))
        return fail(Error::Kind::Inconsistent, {"tagging.no_such_input", plan.file, plan.input});
    if (!has(outline.outputs, plan.output))
        return fail(Error::Kind::Inconsistent, {"tagging.no_such_output", plan.file, plan.output});

    quietOpenCv();
    std::vector<float> zeros(1);
    for (const int size : plan.trialShape)
        zeros.resize(zeros.size() * static_cast<std::size_t>(size));
    const auto attempt = [&]() -> Result<DnnNetwork> {
        auto state = std::make_unique<State>();
        state->plan = plan;
        try {
            cv::dnn::Net net = loadedNet(plan.file);
            state->embeddingLayer = embeddingLayer(net, plan.embedding);
            state->idle.push_back(std::move(net));
        } catch (const std::exception &exception) {
            return fail(Error::Kind::Unsupported, {"tagging.opencv_cannot_load", plan.file, gist(exception.what())},
                        exception.what());
        }
        return DnnNetwork(std::move(state));
    };
    // What the copy of this process finds wrong is found again here, where it becomes an Error.
    const ChildTrial trial = tryInChild(
        [&] {
            const Result<DnnNetwork> network = attempt();
            if (network)
                static_cast<void>(network->run(zeros, plan.trialShape));
            return std::string("done");
        },
        kPatience);
    if (trial.end == ChildTrial::End::Crashed)
        return fail(Error::Kind::Unsupported, {"tagging.opencv_crashes", plan.file});
    if (trial.end == ChildTrial::End::TimedOut)
        return fail(Error::Kind::Unsupported, {"tagging.opencv_hangs", plan.file, kPatience.count()});
    DnnNetwork network = TAGSCOPE_TRY(attempt());
    const Result<Matrix> tried = network.run(zeros, plan.trialShape);
    if (!tried && tried.error().kind == Error::Kind::Internal)
        return fail(Error::Kind::Inconsistent, {"tagging.trial_shape", plan.file, shapeText(plan.trialShape)},
                    tried.error().cause);
    TAGSCOPE_TRY(tried);
    return network;
}

Result<Matrix> DnnNetwork::run(std::span<const float> values, const std::vector<int> &shape) const {
    Matrix output = TAGSCOPE_TRY(state_->forward(values, shape, state_->plan.output));
    if (output.columns != state_->plan.classes)
        return fail(Error::Kind::Inconsistent,
                    {"tagging.output_columns", state_->plan.file, output.columns, state_->plan.classes});
    return output;
}

bool DnnNetwork::hasEmbedding() const {
    return !state_->embeddingLayer.empty();
}

Result<Matrix> DnnNetwork::embed(std::span<const float> values, const std::vector<int> &shape) const {
    if (!hasEmbedding())
        return fail(Error::Kind::Unsupported, {"tagging.no_embedding", state_->plan.file});
    return state_->forward(values, shape, state_->embeddingLayer);
}

} // namespace tagscope
