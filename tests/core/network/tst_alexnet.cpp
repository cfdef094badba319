// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/image_networks.h"
#include "tests/core/network/formula_weights.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <array>
#include <numeric>
#include <thread>

using namespace tagscope;
using namespace tagscope::test;

namespace {

constexpr std::int64_t kAlexNetSide = AlexNetFeatures::kInputSide;
constexpr std::size_t kPictureValues = std::size_t{3} * 224 * 224;

// conv5's channels can be chosen, to have a narrower network too.
std::vector<NamedTensor> alexNetWeights(const std::vector<std::int64_t> &channels) {
    const std::vector<std::string> names{"features.0", "features.3", "features.6", "features.8", "features.10"};
    const std::vector<std::int64_t> kernels{11, 5, 3, 3, 3};
    std::vector<NamedTensor> tensors;
    std::int64_t inputs = 3;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::vector<std::int64_t> shape{channels[i], inputs, kernels[i], kernels[i]};
        const auto array = static_cast<std::uint32_t>(2 * i);
        tensors.push_back({names[i] + ".weight", shape, hashed(array, shape, std::sqrt(6.0 / fanIn(shape)))});
        tensors.push_back({names[i] + ".bias", {channels[i]}, hashed(array + 1, {channels[i]}, 0.1)});
        inputs = channels[i];
    }
    return tensors;
}

const std::vector<std::int64_t> kNarrow{4, 6, 8, 8, 5};

std::vector<float> alexNetPictures(std::int64_t count) {
    return hashed(kInputArray, {count, 3, kAlexNetSide, kAlexNetSide}, 2.0);
}

} // namespace

class TestAlexNet : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    Result<AlexNetFeatures> loaded(const std::vector<NamedTensor> &tensors) {
        const std::filesystem::path file = directory_.filePath(QStringLiteral("alexnet.safetensors")).toStdString();
        return writeSafetensors(file, tensors, {{"origin", "formula"}}).and_then([&] {
            return AlexNetFeatures::load(file);
        });
    }

private Q_SLOTS:
    void initTestCase() { tagscope::setNetworkThreads(1); }

    void equalsTorchvision() {
        const QJsonObject golden = goldenJson("networks_alexnet.json").object();
        const AlexNetFeatures network = loaded(alexNetWeights({64, 192, 384, 256, 256})).value();
        const Matrix features = network.conv5(alexNetPictures(2), 2).value();
        QCOMPARE(features.rows, std::size_t{2});
        QCOMPARE(features.columns, AlexNetFeatures::kFeatures);
        const auto stride = static_cast<std::size_t>(golden[u"stride"].toInt());
        std::vector<double> means;
        std::vector<double> norms;
        for (std::size_t row = 0; row < 2; ++row) {
            const auto values = features.row(row);
            std::vector<float> samples;
            for (std::size_t i = 0; i < values.size(); i += stride)
                samples.push_back(values[i]);
            const QJsonArray expected = golden[u"samples"].toArray()[static_cast<qsizetype>(row)].toArray();
            QVERIFY(largestDifference(samples, expected) < 1e-4);
            means.push_back(std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size()));
            norms.push_back(std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0)));
        }
        QVERIFY(largestDifference(means, golden[u"means"].toArray()) < 1e-4);
        QVERIFY(largestDifference(norms, golden[u"norms"].toArray()) < 1e-4);
        QCOMPARE(network.metadata().at("origin"), std::string("formula"));
    }

    // More pictures than are computed at once.
    void picturesDoNotInfluenceEachOther() {
        const AlexNetFeatures network = loaded(alexNetWeights(kNarrow)).value();
        const std::vector<float> many = alexNetPictures(27);
        const Matrix together = network.conv5(many, 27).value();
        QCOMPARE(together.columns, std::size_t{5} * 13 * 13);
        for (const std::size_t picture : std::vector<std::size_t>{0, 7, 8, 26}) {
            const std::span<const float> one = std::span(many).subspan(picture * kPictureValues, kPictureValues);
            const Matrix alone = network.conv5(one, 1).value();
            for (std::size_t i = 0; i < alone.columns; ++i)
                QVERIFY(std::abs(alone(0, i) - together(picture, i)) < 1e-4F);
        }
        QCOMPARE(network.conv5({}, 0).value().rows, std::size_t{0});
    }

    void seedsDecide() {
        const std::vector<float> picture = alexNetPictures(1);
        const Matrix first = AlexNetFeatures::makeSeeded(7).conv5(picture, 1).value();
        QVERIFY(first == AlexNetFeatures::makeSeeded(7).conv5(picture, 1).value());
        QVERIFY(first != AlexNetFeatures::makeSeeded(8).conv5(picture, 1).value());
        QVERIFY(*std::max_element(first.values.begin(), first.values.end()) > 0.0F);
    }

    void comesBackFromItsFile() {
        const std::filesystem::path file = directory_.filePath(QStringLiteral("saved.safetensors")).toStdString();
        const AlexNetFeatures network = AlexNetFeatures::makeSeeded(7);
        QVERIFY(network.metadata().empty());
        QVERIFY(network.save(file, {{"seed", "7"}}));
        const AlexNetFeatures again = AlexNetFeatures::load(file).value();
        QCOMPARE(again.metadata().at("seed"), std::string("7"));
        const std::vector<float> picture = alexNetPictures(1);
        QVERIFY(network.conv5(picture, 1).value() == again.conv5(picture, 1).value());
    }

    void classifierIsAccepted() {
        std::vector<NamedTensor> tensors = alexNetWeights(kNarrow);
        tensors.push_back({"classifier.1.weight", {2, 3}, std::vector<float>(6)});
        QVERIFY(loaded(tensors).has_value());
    }

    void wrongWeightsAreNamed() {
        const std::vector<NamedTensor> right = alexNetWeights(kNarrow);
        QVERIFY(isInconsistent(loaded(without(right, "features.6.bias")), {"\"features.6.bias\"", "missing"}));
        QVERIFY(isInconsistent(loaded(without(right, "features.0.weight")),
                               {"features.0.weight", "up to 2048 x 3 x 11 x 11"}));
        QVERIFY(isInconsistent(loaded(withLonger(right, "features.8.bias")),
                               {"\"features.8.bias\"", "should be 8 and is 9"}));
        std::vector<NamedTensor> more = right;
        more.push_back({"features.12.weight", {2, 3}, std::vector<float>(6)});
        QVERIFY(isInconsistent(loaded(more), {"\"features.12.weight\"", "2 x 3"}));
        std::vector<NamedTensor> broken = right;
        tensorCalled(broken, "features.3.weight").values[5] = NAN;
        QVERIFY(isInconsistent(loaded(broken), {"features.3.weight", "finite"}));
    }

    void inputOfAnotherSizeIsAnError() {
        const AlexNetFeatures network = loaded(alexNetWeights(kNarrow)).value();
        const std::vector<float> picture = alexNetPictures(1);
        QVERIFY(isInconsistent(network.conv5(picture, 2), {"3 x 224 x 224"}));
        QVERIFY(isInconsistent(network.conv5(std::span(picture).first(100), 1), {"100 values"}));
    }

    void stops() {
        const AlexNetFeatures network = loaded(alexNetWeights(kNarrow)).value();
        QVERIFY(network.conv5(alexNetPictures(1), 1, stopped()).error().isCancelled());
    }

    void threadsAgree() {
        const AlexNetFeatures network = loaded(alexNetWeights(kNarrow)).value();
        const std::vector<float> input = alexNetPictures(3);
        const Matrix alone = network.conv5(input, 3).value();
        std::array<Matrix, 2> made;
        std::thread first([&] { made[0] = network.conv5(input, 3).value(); });
        std::thread second([&] { made[1] = network.conv5(input, 3).value(); });
        first.join();
        second.join();
        QVERIFY(made[0] == alone);
        QVERIFY(made[1] == alone);
    }
};

TAGSCOPE_PLAIN_TEST(TestAlexNet)
#include "tst_alexnet.moc"
