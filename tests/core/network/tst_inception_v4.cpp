// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/image_networks.h"
#include "tests/core/network/formula_weights.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <array>
#include <cstring>
#include <memory>
#include <thread>
#include <zip.h>

using namespace tagscope;
using namespace tagscope::test;

namespace {

constexpr std::int64_t kSide = InceptionV4::kInputSide;

// An eighth of the published width: the structure is the same, and a picture takes milliseconds.
std::vector<NamedTensor> weights(std::int64_t classes = 10) {
    std::vector<NamedTensor> tensors;
    std::uint32_t array = 0;
    const auto add = [&](const std::string &name, const std::vector<std::int64_t> &shape, double scale,
                         double offset = 0.0) {
        tensors.push_back({name, shape, hashed(array++, shape, scale, offset)});
    };
    const QJsonDocument golden = goldenJson("networks_inception_v4.json");
    for (const auto &entry : golden[u"convolutions"].toArray()) {
        const std::string weight = entry.toArray()[0].toString().toStdString();
        const std::vector<std::int64_t> shape = shapeOf(entry.toArray()[1].toArray());
        const std::string norm = weight.substr(0, weight.size() - std::strlen("conv.weight")) + "bn.";
        add(weight, shape, std::sqrt(6.0 / fanIn(shape)));
        add(norm + "weight", {shape[0]}, 0.2, 1.0);
        add(norm + "bias", {shape[0]}, 0.1);
        add(norm + "running_mean", {shape[0]}, 0.1);
        add(norm + "running_var", {shape[0]}, 0.5, 1.0);
    }
    add("last_linear.weight", {classes, 192}, std::sqrt(6.0 / 192.0));
    add("last_linear.bias", {classes}, 0.1);
    return tensors;
}

std::vector<float> pictures(std::int64_t count) {
    return hashed(kInputArray, {count, 3, kSide, kSide});
}

// The numbers of a float32 array of NumPy inside an .npz; none where it is not such an array.
std::vector<float> floatsOfNpz(const std::filesystem::path &file, const char *member) {
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open(file.c_str(), ZIP_RDONLY, nullptr),
                                                                 &zip_discard);
    zip_stat_t about;
    if (!archive || zip_stat(archive.get(), member, 0, &about) != 0)
        return {};
    std::vector<char> bytes(about.size);
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> opened(zip_fopen(archive.get(), member, 0), &zip_fclose);
    if (!opened || zip_fread(opened.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()))
        return {};
    // Version 1.0: magic (6), version (2), the header's length (2), the header.
    std::uint16_t length = 0;
    std::memcpy(&length, bytes.data() + 8, sizeof length);
    const std::size_t start = std::size_t{10} + length;
    if (std::string(bytes.data() + 10, length).find("'<f4'") == std::string::npos)
        return {};
    std::vector<float> values((bytes.size() - start) / sizeof(float));
    std::memcpy(values.data(), bytes.data() + start, values.size() * sizeof(float));
    return values;
}

} // namespace

class TestInceptionV4 : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    Result<InceptionV4> loaded(const std::vector<NamedTensor> &tensors) {
        const std::filesystem::path file = directory_.filePath(QStringLiteral("inception.safetensors")).toStdString();
        return writeSafetensors(file, tensors, {{"origin", "formula"}}).and_then([&] {
            return InceptionV4::load(file);
        });
    }

private Q_SLOTS:
    void initTestCase() { tagscope::setNetworkThreads(1); }

    void equalsPyTorch() {
        const QJsonObject golden = goldenJson("networks_inception_v4.json").object();
        const InceptionV4 network = loaded(weights()).value();
        QCOMPARE(network.classes(), std::size_t{10});
        QCOMPARE(network.parameterCount(), golden[u"parameters"].toInteger());
        QCOMPARE(network.metadata().at("origin"), std::string("formula"));
        const Matrix logits = network.logits(pictures(2), 2).value();
        for (std::size_t row = 0; row < 2; ++row) {
            const QJsonArray expected = golden[u"logits"].toArray()[static_cast<qsizetype>(row)].toArray();
            QVERIFY(largestDifference(logits.row(row), expected) < 1e-4);
        }
    }

    void realWeightsGiveTheReferenceLogits() {
        TAGSCOPE_REQUIRE_SHARED(weightFile, "inception_v4/inception_v4_timm_fp16.safetensors");
        TAGSCOPE_REQUIRE_SHARED(reference, "inception_v4/reference_logits.npz");
        const InceptionV4 network = InceptionV4::load(weightFile).value();
        QCOMPARE(network.classes(), std::size_t{1000});
        QCOMPARE(network.parameterCount(), InceptionV4::kParameters);
        const std::vector<float> input = floatsOfNpz(reference, "input0.npy");
        const std::vector<float> expected = floatsOfNpz(reference, "logits.npy");
        QCOMPARE(expected.size(), std::size_t{16} * 1000);
        const Matrix logits = network.logits(input, 1).value();
        float largest = 0.0F;
        for (std::size_t i = 0; i < logits.columns; ++i)
            largest = std::max(largest, std::abs(logits(0, i) - expected[i]));
        QVERIFY2(largest < 0.05F, std::to_string(largest).c_str());
    }

    // More pictures than are computed at once.
    void picturesDoNotInfluenceEachOther() {
        const InceptionV4 network = loaded(weights(3)).value();
        const std::vector<float> many = pictures(5);
        const Matrix together = network.logits(many, 5).value();
        QCOMPARE(together.columns, std::size_t{3});
        const Matrix last = network.logits(std::span(many).subspan(many.size() / 5 * 4), 1).value();
        for (std::size_t i = 0; i < last.columns; ++i)
            QVERIFY(std::abs(last(0, i) - together(4, i)) < 1e-4F);
        QCOMPARE(network.logits({}, 0).value().rows, std::size_t{0});
    }

    void stepCountersAreAccepted() {
        std::vector<NamedTensor> tensors = weights();
        tensors.push_back({"features.0.bn.num_batches_tracked", {}, {1.0F}});
        QVERIFY(loaded(tensors).has_value());
    }

    void wrongWeightsAreNamed() {
        const std::vector<NamedTensor> right = weights();
        const std::string convolution = "features.19.branch1_1a.conv.weight";
        QVERIFY(
            isInconsistent(loaded(without(right, convolution)), {convolution, "up to 2048 x 48 x 1 x 3", "missing"}));
        QVERIFY(isInconsistent(loaded(withLonger(right, "features.6.branch2.1.bn.running_mean")),
                               {"features.6.branch2.1.bn.running_mean", "should be 12 and is 13"}));
        QVERIFY(isInconsistent(loaded(without(right, "last_linear.bias")), {"last_linear.bias", "10", "missing"}));
        std::vector<NamedTensor> more = right;
        more.push_back({"features.22.conv.weight", {1, 2}, std::vector<float>(2)});
        QVERIFY(isInconsistent(loaded(more), {"features.22.conv.weight", "1 x 2"}));
        std::vector<NamedTensor> negative = right;
        tensorCalled(negative, "features.1.bn.running_var").values[0] = -1.0F;
        QVERIFY(isInconsistent(loaded(negative), {"features.1.bn.running_var", "negative"}));
    }

    void inputOfAnotherSizeIsAnError() {
        const InceptionV4 network = loaded(weights()).value();
        QVERIFY(isInconsistent(network.logits(pictures(1), 2), {"3 x 299 x 299"}));
    }

    void stops() {
        const InceptionV4 network = loaded(weights()).value();
        QVERIFY(network.logits(pictures(1), 1, stopped()).error().isCancelled());
    }

    void threadsAgree() {
        const InceptionV4 network = loaded(weights()).value();
        const std::vector<float> input = pictures(2);
        const Matrix alone = network.logits(input, 2).value();
        std::array<Matrix, 2> made;
        std::thread first([&] { made[0] = network.logits(input, 2).value(); });
        std::thread second([&] { made[1] = network.logits(input, 2).value(); });
        first.join();
        second.join();
        QVERIFY(made[0] == alone);
        QVERIFY(made[1] == alone);
    }
};

TAGSCOPE_PLAIN_TEST(TestInceptionV4)
#include "tst_inception_v4.moc"
