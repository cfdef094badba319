// SPDX-License-Identifier: GPL-3.0-or-later
// LibTorch before Qt: Qt's headers may define words that LibTorch uses.
#include <ATen/ATen.h>
#include <ATen/record_function.h>
#include <c10/util/Exception.h>

#include "core/network/crnn_description.h"
#include "core/network/crnn_graph.h"
#include "core/network/general_path.h"
#include "core/training/device_memory.h"
#include "core/training/in_halves.h"
#include "core/training/mil_loss.h"
#include "core/training/training_network.h"
#include "tests/support/qt_test.h"

#include <atomic>
#include <cmath>
#include <cstring>

using namespace tagscope;

namespace {

CrnnDescription pathDescription() {
    CrnnDescription description;
    description.layout.bands = 12;
    description.layout.blocks = {{4, 3, 2, 2}, {6, 3, 2, 3}};
    description.layout.gruUnits = 7;
    description.layout.dropout = 0.0; // drawn differently on each path
    description.layout.events = {"a", "b", "c"};
    description.bandMean.assign(12, 0.0F);
    description.bandDeviation.assign(12, 1.0F);
    return description;
}

TrainingSettings pathSettings() {
    TrainingSettings settings;
    settings.device = "cpu";
    settings.clipping = GradientClipping::Norm;
    settings.clipAt = 0.5;
    return settings;
}

constexpr std::size_t kPathClips = 6;
constexpr std::size_t kPathFrames = 40;

std::vector<float> madeFeatures() {
    std::vector<float> features;
    for (std::size_t i = 0; i < kPathClips * kPathFrames * 12; ++i)
        features.push_back(std::sin(static_cast<float>(i) * 12.9898F));
    return features;
}

std::vector<float> madeLabels() {
    std::vector<float> labels;
    for (std::size_t i = 0; i < kPathClips * 3; ++i)
        labels.push_back(i % 3 == i % 2 ? 1.0F : 0.0F);
    return labels;
}

std::vector<NamedTensor> afterFiveSteps() {
    TrainingNetwork network = TrainingNetwork::make(pathDescription(), pathSettings()).value();
    for (std::uint64_t step = 0; step < 5; ++step) {
        (void)network.addGradient(madeFeatures(), madeLabels(), kPathClips, step);
        network.step(0.05);
    }
    return network.weights();
}

std::atomic<int> waits = 0;

} // namespace

class TestGeneralPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsEqualThoseOfTheOwnKernels() {
        const std::vector<NamedTensor> own = afterFiveSteps();
        std::vector<NamedTensor> general;
        {
            const GeneralPath path;
            QVERIFY(!hasOwnKernels(at::zeros({1})));
            general = afterFiveSteps();
        }
        QVERIFY(hasOwnKernels(at::zeros({1})));
        const std::vector<NamedTensor> first =
            TrainingNetwork::make(pathDescription(), pathSettings()).value().weights();
        for (std::size_t i = 0; i < own.size(); ++i) {
            float moved = 0.0F;
            for (std::size_t j = 0; j < own[i].values.size(); ++j) {
                QVERIFY2(std::abs(own[i].values[j] - general[i].values[j]) < 1e-6F, own[i].name.c_str());
                moved = std::max(moved, std::abs(own[i].values[j] - first[i].values[j]));
            }
            QVERIFY2(moved > 1e-4F, own[i].name.c_str());
        }
    }

    // On the meta device tensors have shapes and no memory: whatever reads or writes it by itself fails there.
    void touchesNoMemoryItself() {
        const CrnnLayout layout = CrnnDescription().layout;
        CrnnLayout whole = layout;
        whole.events.assign(17, "event");
        std::vector<at::Tensor> parameters;
        const auto onMeta = at::TensorOptions().device(at::kMeta).dtype(at::kFloat);
        for (const NamedShape &parameter : crnnParameterShapes(whole))
            parameters.push_back(at::empty(parameter.shape, onMeta).requires_grad_(true));
        try {
            const at::Tensor input = at::empty({95, 2000, whole.bands}, onMeta);
            const at::Tensor logits = clipLogits(crnnStepLogits(whole, parameters, input, true));
            QVERIFY(logits.sizes() == at::IntArrayRef({95, 17}));
            summedCrossEntropy(logits, at::empty({95, 17}, onMeta)).backward();
        } catch (const c10::NotImplementedError &) {
            QSKIP("this LibTorch (1.13) has no convolution on the meta device");
        }
        for (const at::Tensor &parameter : parameters)
            QVERIFY(parameter.grad().defined() && parameter.grad().sizes() == parameter.sizes());
    }

    // Each number that the program asks of a device is a wait for it.
    void waitsTwiceAStep() {
        const GeneralPath path;
        TrainingSettings settings = pathSettings();
        settings.clipping = GradientClipping::Value;
        TrainingNetwork network = TrainingNetwork::make(pathDescription(), settings).value();
        const auto count = [](const at::RecordFunction &function) -> std::unique_ptr<at::ObserverContext> {
            waits += std::strcmp(function.name(), "aten::_local_scalar_dense") == 0 ? 1 : 0;
            return nullptr;
        };
        const auto handle = at::addGlobalCallback(at::RecordFunctionCallback(count));
        (void)network.addGradient(madeFeatures(), madeLabels(), kPathClips, 1);
        QVERIFY(network.nonFiniteGradient().empty());
        network.step(0.05);
        at::removeCallback(handle);
        QVERIFY2(waits == 2, std::to_string(waits).c_str());
    }

    void takesLessAtOnceWhereMemoryIsShort() {
        struct Short {};
        std::size_t atOnce = 512;
        std::vector<std::pair<std::size_t, std::size_t>> done;
        const auto fitsTen = [&](std::size_t first, std::size_t count) {
            if (count > 10)
                throw Short();
            done.emplace_back(first, count);
        };
        QVERIFY(inHalvesWhereMemoryIsShort<Short>(25, atOnce, fitsTen));
        QCOMPARE(atOnce, std::size_t{7});
        QVERIFY((done == std::vector<std::pair<std::size_t, std::size_t>>{{0, 7}, {7, 7}, {14, 7}, {21, 4}}));
        QVERIFY(!inHalvesWhereMemoryIsShort<Short>(7, atOnce, fitsTen));
        QVERIFY_EXCEPTION_THROWN(
            inHalvesWhereMemoryIsShort<Short>(3, atOnce, [](std::size_t, std::size_t) { throw Short(); }), Short);
    }

    void halvesHaveTheSameGradient() {
        TrainingNetwork whole = TrainingNetwork::make(pathDescription(), pathSettings()).value();
        TrainingNetwork parts = TrainingNetwork::make(pathDescription(), pathSettings()).value();
        const std::vector<float> features = madeFeatures();
        const std::vector<float> labels = madeLabels();
        const double sum = whole.addGradient(features, labels, kPathClips, 1);
        const std::size_t half = kPathClips / 2;
        double sums = 0.0;
        for (std::size_t part = 0; part < 2; ++part)
            sums += parts.addGradient(std::span(features).subspan(part * features.size() / 2, features.size() / 2),
                                      std::span(labels).subspan(part * half * 3, half * 3), kPathClips, 1);
        QVERIFY(std::abs(sum - sums) < 1e-4);
        whole.step(0.1);
        parts.step(0.1);
        for (std::size_t i = 0; i < whole.weights().size(); ++i)
            for (std::size_t j = 0; j < whole.weights()[i].values.size(); ++j)
                QVERIFY(std::abs(whole.weights()[i].values[j] - parts.weights()[i].values[j]) < 1e-6F);
    }

    void saysNothingOfADeviceThatIsNotThere() {
        if (at::hasCUDA())
            QSKIP("there is a device");
        QVERIFY(!cudaMemory());
    }
};

TAGSCOPE_CORE_TEST(TestGeneralPath)
#include "tst_general_path.moc"
