// SPDX-License-Identifier: GPL-3.0-or-later
// LibTorch before Qt: Qt's headers may define words that LibTorch uses.
#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include "core/network/crnn_description.h"
#include "core/network/crnn_graph.h"
#include "core/network/crnn_initialisation.h"
#include "core/network/torch_bridge.h"
#include "core/training/mil_loss.h"
#include "tests/support/qt_test.h"

#include <cmath>

using namespace tagscope;

namespace {

CrnnLayout smallLayout() {
    CrnnLayout layout;
    layout.bands = 6;
    layout.blocks = {{3, 3, 2, 2}, {4, 3, 2, 3}};
    layout.gruUnits = 4;
    layout.dropout = 0.0;
    layout.events = {"a", "b"};
    return layout;
}

// In double: of a sum of float roundings a difference would show little.
std::vector<at::Tensor> parameters(const CrnnLayout &layout) {
    std::vector<at::Tensor> tensors;
    for (const NamedTensor &parameter : crnnInitialParameters(layout, 5))
        tensors.push_back(tensorOf(parameter.values, parameter.shape).to(at::kDouble).contiguous().requires_grad_());
    return tensors;
}

at::Tensor features() {
    return (at::arange(3 * 24 * 6, at::kDouble) * 12.9898).sin().view({3, 24, 6}) * 2.0;
}

at::Tensor labels() {
    return at::tensor({1.0, 0.0, 0.0, 1.0, 1.0, 1.0}, at::kDouble).view({3, 2});
}

at::Tensor lossOf(const std::vector<at::Tensor> &tensors) {
    return summedCrossEntropy(clipLogits(crnnStepLogits(smallLayout(), tensors, features(), true)), labels());
}

} // namespace

class TestMilLoss : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Central differences against the gradient of the whole loss, for every number of every parameter.
    void gradientsAreWhatSmallChangesDo() {
        const std::vector<at::Tensor> tensors = parameters(smallLayout());
        lossOf(tensors).backward();
        const at::NoGradGuard changing;
        constexpr double kStep = 1e-6;
        double largest = 0.0;
        for (const at::Tensor &tensor : tensors) {
            const at::Tensor numbers = tensor.view(-1);
            const at::Tensor gradient = tensor.grad().contiguous().view(-1);
            for (std::int64_t i = 0; i < numbers.numel(); ++i) {
                const double before = numbers[i].item<double>();
                numbers[i] = before + kStep;
                const double above = lossOf(tensors).item<double>();
                numbers[i] = before - kStep;
                const double below = lossOf(tensors).item<double>();
                numbers[i] = before;
                largest = std::max(largest, std::abs((above - below) / (2 * kStep) - gradient[i].item<double>()));
            }
        }
        QVERIFY2(largest < 1e-7, qPrintable(QString::number(largest)));
    }

    void onlyTheMaximalStepLearns() {
        const at::Tensor steps = at::tensor({0.5, -1.0, 2.0, 0.0, 2.0, 3.0}, at::kDouble).view({1, 3, 2}).clone();
        steps.requires_grad_();
        const at::Tensor truth = at::tensor({1.0, 0.0}, at::kDouble).view({1, 2});
        summedCrossEntropy(clipLogits(steps), truth).backward();
        // Event 0 has its maximum, 2, twice: one of the two learns, and all of it. Event 1 has it in the last step.
        const at::Tensor gradient = steps.grad().view({3, 2});
        QCOMPARE(gradient.ne(0.0).sum().item<std::int64_t>(), 2);
        const double atTwo = 1.0 / (1.0 + std::exp(-2.0)) - 1.0;
        QCOMPARE(gradient.select(1, 0).sum().item<double>(), atTwo);
        QCOMPARE(gradient[2][1].item<double>(), 1.0 / (1.0 + std::exp(-3.0)));
    }

    void farLogitsDoNotOverflow() {
        const at::Tensor logits = at::tensor({800.0, -800.0}, at::kDouble).view({1, 2});
        const at::Tensor truth = at::tensor({0.0, 1.0}, at::kDouble).view({1, 2});
        QCOMPARE(summedCrossEntropy(logits, truth).item<double>(), 1600.0);
    }
};

TAGSCOPE_PLAIN_TEST(TestMilLoss)
#include "tst_mil_loss.moc"
