// SPDX-License-Identifier: GPL-3.0-or-later
// LibTorch before Qt: Qt's headers may define words that LibTorch uses.
#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include "core/network/image_networks.h"
#include "core/network/inception_training.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>

using namespace tagscope;

namespace {

constexpr std::size_t kClasses = 5;

at::Tensor trainingPictures(std::int64_t count, std::int64_t side) {
    return (at::arange(count * 3 * side * side, at::kFloat) * 12.9898F).sin().view({count, 3, side, side});
}

} // namespace

class TestInceptionTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What is trained here is what InceptionV4 computes: the same plan, with batch normalisation folded in.
    void theFileComputesTheSame() {
        InceptionTraining trained(0.02, kClasses, 3);
        for (int batch = 0; batch < 3; ++batch) // moves the running means away from their beginning
            (void)trained.logits(trainingPictures(4, 75) * (1.0 + batch), true);
        const at::NoGradGuard noGrad;
        const at::Tensor input = trainingPictures(2, InceptionV4::kInputSide);
        const at::Tensor expected = trained.logits(input, false);

        const QTemporaryDir directory;
        const std::filesystem::path file = std::filesystem::path(directory.path().toStdString()) / "x.safetensors";
        QVERIFY(writeSafetensors(file, trained.tensors(), {}));
        const InceptionV4 loaded = InceptionV4::load(file).value();
        const float *values = input.data_ptr<float>();
        const Matrix found = loaded.logits({values, static_cast<std::size_t>(input.numel())}, 2).value();
        const double scale = expected.abs().max().item<double>();
        for (std::int64_t picture = 0; picture < 2; ++picture)
            for (std::int64_t k = 0; k < static_cast<std::int64_t>(kClasses); ++k) {
                const double difference =
                    expected[picture][k].item<double>() -
                    static_cast<double>(found(static_cast<std::size_t>(picture), static_cast<std::size_t>(k)));
                QVERIFY2(std::abs(difference) < 1e-4 * scale, qPrintable(QString::number(difference)));
            }

        QVERIFY(writeSafetensors(file, trained.tensors(), {}, TensorType::F16));
        const Matrix rounded =
            InceptionV4::load(file).value().logits({values, static_cast<std::size_t>(input.numel())}, 2).value();
        for (std::size_t i = 0; i < rounded.values.size(); ++i)
            QVERIFY(std::abs(static_cast<double>(rounded.values[i] - found.values[i])) < 0.05 * scale);
    }

    void gradientsReachEveryParameter() {
        InceptionTraining network(0.02, kClasses, 3);
        network.logits(trainingPictures(4, 75), true).square().sum().backward();
        for (const at::Tensor &parameter : network.parameters())
            QVERIFY(parameter.grad().defined() && parameter.grad().abs().max().item<float>() > 0.0F);
    }

    void theFullWidthIsThePublishedNetwork() {
        std::int64_t count = 0;
        for (const at::Tensor &parameter : InceptionTraining(1.0, 1000, 1).parameters())
            count += parameter.numel();
        QCOMPARE(count, InceptionV4::kParameters);
    }
};

TAGSCOPE_PLAIN_TEST(TestInceptionTraining)
#include "tst_inception_training.moc"
