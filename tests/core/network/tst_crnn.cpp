// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn.h"
#include "core/network/image_networks.h"
#include "tests/core/network/formula_weights.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <array>
#include <limits>
#include <thread>

using namespace tagscope;
using namespace tagscope::test;

namespace {

CrnnDescription describe(const CrnnLayout &layout) {
    CrnnDescription description;
    description.layout = layout;
    description.origin = "a test \"with quotes\" and ümlauts";
    const std::vector<std::int64_t> bands{layout.bands};
    description.bandMean = hashed(kInputArray + 1, bands, 10.0, -40.0);
    description.bandDeviation = hashed(kInputArray + 2, bands, 3.0, 12.0);
    return description;
}

CrnnLayout smallLayout() {
    CrnnLayout layout;
    layout.bands = 13;
    layout.blocks = {{4, 3, 2, 2}, {6, 1, 1, 3}};
    layout.gruUnits = 5;
    layout.events = {"Bus", "Train, far", "Car"};
    return layout;
}

Matrix features(std::size_t frames, const CrnnLayout &layout) {
    Matrix logMel(frames, static_cast<std::size_t>(layout.bands));
    logMel.values = hashed(kInputArray, {static_cast<std::int64_t>(frames), layout.bands}, 30.0, -40.0);
    return logMel;
}

CrnnLayout layoutOf(const QJsonObject &golden) {
    CrnnLayout layout;
    layout.bands = golden[u"bands"].toInt();
    layout.blocks.clear();
    for (const auto &block : golden[u"blocks"].toArray())
        layout.blocks.push_back({block[0].toInt(), block[1].toInt(), block[2].toInt(), block[3].toInt()});
    layout.gruUnits = golden[u"units"].toInt();
    for (int event = 0; event < golden[u"events"].toInt(); ++event)
        layout.events.push_back("event " + std::to_string(event));
    return layout;
}

// Three orthogonal matrices, one above the other.
void verifyOrthogonalGates(const NamedTensor &tensor, std::size_t units) {
    for (std::size_t a = 0; a < 3 * units; ++a) {
        for (std::size_t b = a / units * units; b <= a; ++b) {
            double product = 0.0;
            for (std::size_t i = 0; i < units; ++i)
                product += tensor.values[a * units + i] * tensor.values[b * units + i];
            QVERIFY(std::abs(product - (a == b ? 1.0 : 0.0)) < 1e-5);
        }
    }
}

} // namespace

class TestCrnn : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    std::filesystem::path file_ = directory_.filePath(QStringLiteral("crnn.safetensors")).toStdString();

    struct Content {
        std::vector<NamedTensor> tensors;
        std::map<std::string, std::string> metadata;
    };

    // What a saved network's file holds, to be changed and written again.
    Content saved(const CrnnDescription &description) {
        [[maybe_unused]] const Result<void> done = Crnn::makeSeeded(description, 1).value().save(file_);
        const TensorFile file = TensorFile::open(file_).value();
        Content content{{}, file.metadata()};
        for (const TensorInfo &info : file.tensors())
            content.tensors.push_back({info.name, info.shape, file.floats(info.name).value()});
        return content;
    }

    Result<Crnn> loaded(const Content &content) {
        return writeSafetensors(file_, content.tensors, content.metadata).and_then([&] { return Crnn::load(file_); });
    }

    Result<Crnn> loadedWith(const char *key, const std::string &value) {
        Content content = saved(describe(smallLayout()));
        content.metadata[key] = value;
        return loaded(content);
    }

private Q_SLOTS:
    void initTestCase() { tagscope::setNetworkThreads(1); }

    void equalsPyTorch() {
        const QJsonArray cases = goldenJson("networks_crnn.json").array();
        QCOMPARE(cases.size(), 2);
        for (const auto &entry : cases) {
            const QJsonObject golden = entry.toObject();
            const CrnnLayout layout = layoutOf(golden);
            Content content = saved(describe(layout));
            std::uint32_t array = 0;
            for (NamedTensor &tensor : content.tensors) {
                if (tensor.name.starts_with("input."))
                    continue;
                const double scale = tensor.shape.size() > 1 ? std::sqrt(3.0 / fanIn(tensor.shape)) : 0.1;
                tensor.values = hashed(array++, tensor.shape, scale);
            }
            const Crnn network = loaded(content).value();
            QCOMPARE(network.parameterCount(), golden[u"parameters"].toInteger());
            const auto frames = static_cast<std::size_t>(golden[u"frames"].toInt());
            const Matrix made = network.activations(features(frames, layout)).value();
            QCOMPARE(made.rows, static_cast<std::size_t>(golden[u"steps"].toInt()));
            QCOMPARE(made.columns, layout.events.size());
            QVERIFY(largestDifference(made.values, golden[u"activations"].toArray()) < 1e-5);
        }
    }

    // As Keras counts, with one bias a gate, there are 705,041.
    void parametersOfThePaper() {
        CrnnLayout layout;
        for (int event = 0; event < 17; ++event)
            layout.events.push_back("event " + std::to_string(event));
        QCOMPARE(layout.poolTime(), 20);
        const std::int64_t secondGruBiases = std::int64_t{2} * 3 * 100;
        QCOMPARE(Crnn::makeSeeded(describe(layout), 1).value().parameterCount(), 705041 + secondGruBiases);
    }

    void comesBackFromItsFile() {
        CrnnDescription description = describe(smallLayout());
        description.isTrained = true;
        description.frameHop = 0.1 / 3.0;
        const Crnn network = Crnn::makeSeeded(description, 3).value();
        QVERIFY(network.save(file_).has_value());
        const Crnn again = Crnn::load(file_).value();
        QVERIFY(again.description().layout == description.layout);
        QCOMPARE(again.description().frameHop, description.frameHop);
        QCOMPARE(again.description().origin, description.origin);
        QCOMPARE(again.description().isTrained, true);
        QVERIFY(again.description().bandMean == description.bandMean);
        QVERIFY(again.description().bandDeviation == description.bandDeviation);
        const Matrix logMel = features(30, description.layout);
        QVERIFY(network.activations(logMel).value() == again.activations(logMel).value());
    }

    void seedsDecide() {
        const CrnnDescription description = describe(smallLayout());
        const Matrix logMel = features(30, description.layout);
        const auto activations = [&](std::uint64_t seed) {
            return Crnn::makeSeeded(description, seed).value().activations(logMel).value();
        };
        QVERIFY(activations(1) == activations(1));
        QVERIFY(activations(1) != activations(2));
    }

    void firstWeightsAreAsKerasMakesThem() {
        CrnnDescription description = describe(smallLayout());
        description.layout.gruUnits = 40;
        for (const NamedTensor &tensor : saved(description).tensors) {
            if (tensor.name.find("bias") != std::string::npos)
                QVERIFY(std::all_of(tensor.values.begin(), tensor.values.end(), [](float v) { return v == 0.0F; }));
            if (tensor.name == "conv.1.weight") { // 6 x 4 x 1 x 1: both fans, 10 in all
                const auto [low, high] = std::minmax_element(tensor.values.begin(), tensor.values.end());
                const auto bound = static_cast<float>(std::sqrt(6.0 / 10.0));
                QVERIFY(*low >= -bound && *high <= bound && *high - *low > bound);
            }
            if (tensor.name == "gru.weight_hh_l0_reverse")
                verifyOrthogonalGates(tensor, 40);
        }
    }

    void framesThatFillNoStepAreDropped() {
        const CrnnDescription description = describe(smallLayout());
        const Crnn network = Crnn::makeSeeded(description, 1).value();
        const Matrix whole = network.activations(features(10, description.layout)).value();
        const Matrix more = network.activations(features(11, description.layout)).value();
        QCOMPARE(whole.rows, std::size_t{5});
        QVERIFY(whole == more);
        const Matrix none = network.activations(features(1, description.layout)).value();
        QCOMPARE(none.rows, std::size_t{0});
        QCOMPARE(none.columns, std::size_t{3});
    }

    void wrongBandsAreAnError() {
        const Crnn network = Crnn::makeSeeded(describe(smallLayout()), 1).value();
        QVERIFY(isInconsistent(network.activations(Matrix(40, 60)), {"13 bands", "60"}));
    }

    void whatIsNotFiniteIsNoActivation() {
        const CrnnDescription description = describe(smallLayout());
        const Crnn network = Crnn::makeSeeded(description, 1).value();
        Matrix damaged = features(10, description.layout);
        damaged(4, 3) = std::numeric_limits<float>::quiet_NaN();
        QVERIFY_FAILS(network.activations(damaged), Error::Kind::Malformed, "no finite numbers");
    }

    void impossibleLayoutsAreErrors() {
        const auto fails = [](void (*change)(CrnnDescription &), const std::string &part) {
            CrnnDescription description = describe(smallLayout());
            change(description);
            return isInconsistent(Crnn::makeSeeded(description, 1), {part});
        };
        QVERIFY(fails([](CrnnDescription &d) { d.layout.events.clear(); }, "no events"));
        QVERIFY(fails([](CrnnDescription &d) { d.layout.events[0] = "Car"; }, "\"Car\""));
        QVERIFY(fails([](CrnnDescription &d) { d.layout.blocks[1].poolBands = 7; }, "none of its 13 bands"));
        QVERIFY(fails([](CrnnDescription &d) { d.layout.blocks[0].kernel = 4; }, "odd kernel"));
        QVERIFY(fails([](CrnnDescription &d) { d.layout.blocks[0].channels = 0; }, "channels"));
        QVERIFY(fails([](CrnnDescription &d) { d.layout.blocks.clear(); }, "convolutions"));
        QVERIFY(fails([](CrnnDescription &d) { d.layout.gruUnits = 1000000; }, "GRU"));
        QVERIFY(fails([](CrnnDescription &d) { d.layout.dropout = 1.0; }, "dropout"));
        QVERIFY(fails([](CrnnDescription &d) { d.bandDeviation[3] = 0.0F; }, "deviation"));
        QVERIFY(fails([](CrnnDescription &d) { d.bandMean.pop_back(); }, "13 bands"));
        QVERIFY(fails([](CrnnDescription &d) { d.frameHop = 0.0; }, "0 s"));
        QVERIFY(fails(
            [](CrnnDescription &d) {
                d.layout.bands = 4000;
                d.layout.blocks[0].channels = 20;
            },
            "memory"));
        QVERIFY(fails([](CrnnDescription &d) { d.layout.blocks.assign(3, {2000, 63, 1, 1}); }, "parameters"));
    }

    void wrongWeightsAreNamed() {
        const Content right = saved(describe(smallLayout()));
        const auto with = [&](std::vector<NamedTensor> tensors) {
            return loaded({std::move(tensors), right.metadata});
        };
        QVERIFY(isInconsistent(with(without(right.tensors, "gru.bias_hh_l0")), {"gru.bias_hh_l0", "15", "missing"}));
        QVERIFY(isInconsistent(with(without(right.tensors, "input.mean")), {"input.mean", "13", "missing"}));
        QVERIFY(isInconsistent(with(withLonger(right.tensors, "linear.weight")),
                               {"linear.weight", "should be 3 x 10 and is 4 x 10"}));
        std::vector<NamedTensor> more = right.tensors;
        more.push_back({"conv.2.weight", {1}, {0.0F}});
        QVERIFY(isInconsistent(with(more), {"conv.2.weight"}));
    }

    void wrongMetadataIsAnError() {
        const auto kind = [&](const char *key, const std::string &value) {
            return loadedWith(key, value).error().kind;
        };
        QVERIFY(kind("tagscope.kind", "other") == Error::Kind::Inconsistent);
        QVERIFY(kind("tagscope.version", "2") == Error::Kind::Unsupported);
        QVERIFY(kind("tagscope.frameHop", "fast") == Error::Kind::Malformed);
        QVERIFY(kind("tagscope.frameHop", "-1") == Error::Kind::Inconsistent);
        QVERIFY(kind("tagscope.isTrained", "perhaps") == Error::Kind::Malformed);
        for (const char *layout :
             {"", "{", "[]", "{}", "7", R"({"bands":13,"blocks":4})", R"({"bands":13,"blocks":[7]})"})
            QVERIFY(kind("tagscope.layout", layout) == Error::Kind::Malformed);
        const std::string rest = R"(,"blocks":[],"gruUnits":5,"dropout":0.2,"events":["a"]})";
        for (const char *bands : {"1e3", "-4", "99999999999999999999", "\"60\"", "null"})
            QVERIFY(kind("tagscope.layout", R"({"bands":)" + std::string(bands) + rest) == Error::Kind::Inconsistent);
    }

    void stops() {
        const CrnnDescription description = describe(smallLayout());
        const Crnn network = Crnn::makeSeeded(description, 1).value();
        QVERIFY(network.activations(features(40, description.layout), stopped()).error().isCancelled());
    }

    void threadsAgree() {
        const CrnnDescription description = describe(smallLayout());
        const Crnn network = Crnn::makeSeeded(description, 1).value();
        const Matrix logMel = features(400, description.layout);
        const Matrix alone = network.activations(logMel).value();
        std::array<Matrix, 2> made;
        std::thread first([&] { made[0] = network.activations(logMel).value(); });
        std::thread second([&] { made[1] = network.activations(logMel).value(); });
        first.join();
        second.join();
        QVERIFY(made[0] == alone);
        QVERIFY(made[1] == alone);
    }
};

TAGSCOPE_PLAIN_TEST(TestCrnn)
#include "tst_crnn.moc"
