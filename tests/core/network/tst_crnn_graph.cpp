// SPDX-License-Identifier: GPL-3.0-or-later
// LibTorch before Qt: Qt's headers may define words that LibTorch uses.
#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include "core/network/crnn_description.h"
#include "core/network/crnn_graph.h"
#include "core/network/crnn_initialisation.h"
#include "core/network/torch_bridge.h"
#include "tests/support/qt_test.h"

using namespace tagscope;

namespace {

CrnnLayout graphLayout() {
    CrnnLayout layout;
    layout.bands = 12;
    layout.blocks = {{4, 3, 2, 2}, {6, 3, 2, 3}};
    layout.gruUnits = 7;
    layout.events = {"a", "b", "c"};
    return layout;
}

std::vector<at::Tensor> parameters(const CrnnLayout &layout) {
    std::vector<at::Tensor> tensors;
    for (const NamedTensor &parameter : crnnInitialParameters(layout, 5))
        tensors.push_back(tensorOf(parameter.values, parameter.shape).requires_grad_());
    return tensors;
}

// Two clips of numbers that look random and are always the same.
at::Tensor twoClips() {
    return (at::arange(2 * 40 * 12, at::kFloat) * 12.9898F).sin().view({2, 40, 12});
}

} // namespace

class TestCrnnGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The GRU has a way of its own where no gradients are wanted.
    void inferenceEqualsTheDifferentiableWay() {
        const CrnnLayout layout = graphLayout();
        const std::vector<at::Tensor> tensors = parameters(layout);
        const at::Tensor differentiable = crnnStepLogits(layout, tensors, twoClips(), false).detach();
        QVERIFY(differentiable.sizes() == at::IntArrayRef({2, 10, 3}));
        const at::NoGradGuard inferring;
        const at::Tensor plain = crnnStepLogits(layout, tensors, twoClips(), false);
        QVERIFY((plain - differentiable).abs().max().item<float>() < 1e-5F);
        QVERIFY(plain.abs().max().item<float>() > 1e-2F);
    }

    // A small step against the gradient lowers the sum of the logits by step x |gradient|^2.
    void gradientsReachEveryParameter() {
        const CrnnLayout layout = graphLayout();
        const std::vector<at::Tensor> tensors = parameters(layout);
        const at::Tensor sum = crnnStepLogits(layout, tensors, twoClips(), false).sum();
        sum.backward();
        const at::NoGradGuard changing;
        double squares = 0.0;
        for (const at::Tensor &tensor : tensors)
            squares += tensor.grad().square().sum().item<double>();
        const double step = 1e-3 / std::sqrt(squares);
        for (const at::Tensor &tensor : tensors) {
            QVERIFY(tensor.grad().abs().max().item<float>() > 0.0F);
            tensor.sub_(tensor.grad() * step);
        }
        const at::Tensor lower = crnnStepLogits(layout, tensors, twoClips(), false).sum();
        const double expected = step * squares;
        QVERIFY(std::abs((sum - lower).item<double>() - expected) < 0.05 * expected);
    }

    void dropoutOnlyInTraining() {
        const CrnnLayout layout = graphLayout();
        const std::vector<at::Tensor> tensors = parameters(layout);
        const at::Tensor plain = crnnStepLogits(layout, tensors, twoClips(), false);
        QVERIFY(plain.equal(crnnStepLogits(layout, tensors, twoClips(), false)));
        QVERIFY(!plain.equal(crnnStepLogits(layout, tensors, twoClips(), true)));
    }
};

TAGSCOPE_PLAIN_TEST(TestCrnnGraph)
#include "tst_crnn_graph.moc"
