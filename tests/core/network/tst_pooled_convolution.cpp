// SPDX-License-Identifier: GPL-3.0-or-later
// LibTorch before Qt: Qt's headers may define words that LibTorch uses.
#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include "core/network/pooled_convolution.h"
#include "tests/support/qt_test.h"

#include <cmath>
#include <limits>

using namespace tagscope;

namespace {

struct Tensors {
    at::Tensor input; // clips x inputs x time x bands
    at::Tensor weight;
    at::Tensor bias;
};

// Numbers that look random and are always the same, some of them on either side of zero.
Tensors tensorsFor(const CrnnBlock &block, std::int64_t inputs, at::ScalarType type) {
    const auto waves = [type](at::IntArrayRef sizes, double phase) {
        std::int64_t count = 1;
        for (const std::int64_t size : sizes)
            count *= size;
        return (at::arange(count, at::kDouble) * 12.9898 + phase).sin().view(sizes).to(type).requires_grad_();
    };
    return {waves({3, inputs, 13, 11}, 0.3), waves({block.channels, inputs, block.kernel, block.kernel}, 0.7),
            waves({block.channels}, 1.1)};
}

at::Tensor asOperations(const CrnnBlock &block, const Tensors &tensors) {
    const int padding = block.kernel / 2;
    return at::max_pool2d(at::conv2d(tensors.input, tensors.weight, tensors.bias, {1, 1}, {padding, padding}).relu(),
                          {block.poolTime, block.poolBands});
}

double difference(const at::Tensor &a, const at::Tensor &b) {
    return a.sizes() == b.sizes() ? (a - b).abs().max().item<double>() : INFINITY;
}

// A weight for each number, so that no two of them can be exchanged unseen.
at::Tensor weighted(const at::Tensor &output) {
    return (output * at::arange(output.numel(), output.options()).view_as(output).cos()).sum();
}

} // namespace

class TestPooledConvolution : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheOperations_data() {
        QTest::addColumn<int>("inputs");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("kernel");
        QTest::addColumn<int>("poolTime");
        QTest::addColumn<int>("poolBands");
        QTest::newRow("first") << 1 << 8 << 5 << 2 << 2;
        QTest::newRow("inner") << 4 << 6 << 3 << 5 << 3;
        QTest::newRow("no pooling") << 3 << 5 << 3 << 1 << 1;
        QTest::newRow("of a point") << 3 << 5 << 1 << 13 << 11;
    }

    void equalsTheOperations() {
        QFETCH(const int, inputs);
        QFETCH(const int, channels);
        QFETCH(const int, kernel);
        QFETCH(const int, poolTime);
        QFETCH(const int, poolBands);
        const CrnnBlock block{channels, kernel, poolTime, poolBands};
        const Tensors expected = tensorsFor(block, inputs, at::kDouble);
        const Tensors made = tensorsFor(block, inputs, at::kDouble);
        const at::Tensor plain = asOperations(block, expected);
        const at::Tensor pooled = pooledConvolution(block, made.weight, made.bias, made.input, 0.0);
        QVERIFY(difference(plain, pooled) < 1e-12);
        QVERIFY(plain.max().item<double>() > 0.1);
        weighted(plain).backward();
        weighted(pooled).backward();
        QVERIFY(difference(expected.input.grad(), made.input.grad()) < 1e-12);
        QVERIFY(difference(expected.weight.grad(), made.weight.grad()) < 1e-12);
        QVERIFY(difference(expected.bias.grad(), made.bias.grad()) < 1e-12);
    }

    void bfloat16IsNear() {
        const CrnnBlock block{8, 5, 2, 3};
        const Tensors exact = tensorsFor(block, 2, at::kFloat);
        const Tensors rounded = tensorsFor(block, 2, at::kBFloat16);
        const at::Tensor pooled = pooledConvolution(block, rounded.weight, rounded.bias, rounded.input, 0.0);
        QVERIFY(pooled.scalar_type() == at::kBFloat16);
        const at::Tensor plain = asOperations(block, exact);
        QVERIFY(difference(plain, pooled.to(at::kFloat)) < 0.02 * plain.max().item<double>());
    }

    // What is dropped is zero and has no gradient; what is kept is scaled so that the mean stays.
    void dropsAsOftenAsItSays() {
        const CrnnBlock block{64, 1, 1, 1};
        const at::Tensor input = at::ones({20, 1, 40, 10}).requires_grad_();
        const at::Tensor weight = at::ones({64, 1, 1, 1}).requires_grad_();
        const at::Tensor bias = at::zeros({64}).requires_grad_();
        const at::Tensor kept = pooledConvolution(block, weight, bias, input, 0.2);
        const double count = static_cast<double>(kept.numel());
        const double dropped = kept.eq(0.0).sum().item<double>() / count;
        QVERIFY2(std::abs(dropped - 0.2) < 4 * std::sqrt(0.2 * 0.8 / count), qPrintable(QString::number(dropped)));
        QVERIFY(std::abs(kept.max().item<double>() - 1.25) < 1e-4);
        // As often in each channel and each clip.
        QVERIFY(difference(kept.mean({0, 2, 3}), at::ones({64})) < 0.04);
        QVERIFY(difference(kept.mean({1, 2, 3}), at::ones({20})) < 0.02);
        kept.sum().backward();
        QVERIFY(difference(input.grad(), kept.detach().sum(1, true)) < 1e-4);
    }

    void dropsByTheGeneratorsSeed() {
        const CrnnBlock block{5, 3, 2, 2};
        const Tensors tensors = tensorsFor(block, 1, at::kFloat);
        const auto dropped = [&](std::uint64_t seed) {
            at::Generator generator = at::globalContext().defaultGenerator(at::kCPU);
            generator.set_current_seed(seed);
            return pooledConvolution(block, tensors.weight, tensors.bias, tensors.input, 0.5);
        };
        QVERIFY(dropped(1).equal(dropped(1)));
        QVERIFY(!dropped(1).equal(dropped(2)));
    }

    // ReLU and maximum must not hide that something went wrong.
    void keepsWhatIsNotANumber() {
        const CrnnBlock block{2, 1, 2, 2};
        const at::Tensor weight = at::full({2, 1, 1, 1}, -1.0).requires_grad_();
        const at::Tensor bias = at::zeros({2}).requires_grad_();
        for (int place = 0; place < 4; ++place) {
            const at::Tensor input = at::ones({1, 1, 2, 2});
            input.view(-1)[place] = std::numeric_limits<double>::quiet_NaN();
            QVERIFY(pooledConvolution(block, weight, bias, input, 0.0).isnan().all().item<bool>());
        }
    }

    void leavesHugeWindowsToOthers() {
        QVERIFY(isPooledConvolutionFor({2, 3, 127, 2}, at::ones({1})));
        QVERIFY(!isPooledConvolutionFor({2, 3, 128, 2}, at::ones({1})));
    }
};

TAGSCOPE_PLAIN_TEST(TestPooledConvolution)
#include "tst_pooled_convolution.moc"
