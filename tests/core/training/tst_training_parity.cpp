// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn_description.h"
#include "core/training/training_network.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

using namespace tagscope;

namespace {

constexpr std::size_t kBands = 8;
constexpr std::size_t kFrames = 40;
constexpr std::size_t kEvents = 3;
constexpr std::size_t kClips = 30;
constexpr std::size_t kBatch = 10;

// The numbers of tests/golden/training.py.
std::vector<float> formula(std::size_t count, double scale, double phase) {
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = static_cast<float>(scale * std::sin(static_cast<double>(i) * 12.9898 + phase));
    return values;
}

CrnnDescription description() {
    CrnnDescription made;
    made.layout.bands = kBands;
    made.layout.blocks = {{4, 3, 2, 2}, {6, 3, 2, 2}};
    made.layout.gruUnits = 5;
    made.layout.dropout = 0.0;
    made.layout.events = {"a", "b", "c"};
    made.bandMean.assign(kBands, 0.0F);
    made.bandDeviation.assign(kBands, 1.0F);
    return made;
}

struct ToySet {
    std::vector<float> features = formula(kClips * kFrames * kBands, 1.5, 0.5);
    std::vector<float> labels = formula(kClips * kEvents, 1.0, 3.0);

    ToySet() {
        for (float &label : labels)
            label = label > 0.3F ? 1.0F : 0.0F;
        for (std::size_t clip = 0; clip < kClips; ++clip) {
            raise(clip, 0, 10, 20, 1);
            raise(clip, 1, 20, 28, 4);
            raise(clip, 2, 5, 12, 6);
        }
    }

    [[nodiscard]] std::span<const float> featuresOf(std::size_t first, std::size_t clips) const {
        return std::span(features).subspan(first * kFrames * kBands, clips * kFrames * kBands);
    }
    [[nodiscard]] std::span<const float> labelsOf(std::size_t first, std::size_t clips) const {
        return std::span(labels).subspan(first * kEvents, clips * kEvents);
    }

private:
    void raise(std::size_t clip, std::size_t event, std::size_t from, std::size_t to, std::size_t band) {
        if (labels[clip * kEvents + event] == 0.0F)
            return;
        for (std::size_t frame = from; frame < to; ++frame)
            features[(clip * kFrames + frame) * kBands + band] += 3.0F;
    }
};

TrainingSettings settingsWith(GradientClipping clipping, double clipAt) {
    TrainingSettings settings;
    settings.device = "cpu";
    settings.clipping = clipping;
    settings.clipAt = clipAt;
    return settings;
}

TrainingNetwork networkWith(const TrainingSettings &settings) {
    TrainingNetwork network = TrainingNetwork::make(description(), settings).value();
    std::vector<NamedTensor> weights;
    std::vector<NamedTensor> momenta;
    for (const auto &[name, shape] : crnnParameterShapes(description().layout)) {
        std::int64_t count = 1;
        for (const std::int64_t size : shape)
            count *= size;
        weights.push_back(
            {name, shape, formula(static_cast<std::size_t>(count), 0.4, static_cast<double>(weights.size()))});
        momenta.push_back({name, shape, std::vector<float>(static_cast<std::size_t>(count))});
    }
    if (!network.restore(weights, momenta, network.squares(), network.statistics()))
        qFatal("the weights do not fit");
    return network;
}

// One step on a batch of ten clips, whose gradient is taken in groups; the mean loss.
double trainOn(TrainingNetwork &network, const ToySet &set, std::size_t batch, std::size_t groupSize = kBatch,
               double rate = 0.1, int step = 1) {
    double sum = 0.0;
    for (std::size_t first = 0; first < kBatch; first += groupSize) {
        const std::size_t clips = std::min(groupSize, kBatch - first);
        sum += network.addGradient(set.featuresOf(batch * kBatch + first, clips),
                                   set.labelsOf(batch * kBatch + first, clips), kBatch, 1);
    }
    network.step(rate, step);
    return sum / static_cast<double>(kBatch * kEvents);
}

QJsonObject golden() {
    QFile file(QString::fromStdString(tagscope::test::goldenFile("training.json").string()));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no golden values");
    return QJsonDocument::fromJson(file.readAll()).object();
}

double largestDifference(const std::vector<NamedTensor> &tensors, const QJsonArray &expected) {
    double largest = 0.0;
    qsizetype next = 0;
    for (const NamedTensor &tensor : tensors)
        for (const float value : tensor.values)
            largest = std::max(largest, std::abs(static_cast<double>(value) - expected[next++].toDouble()));
    return next == expected.size() ? largest : INFINITY;
}

double largestDifference(const TrainingNetwork &network, const QJsonArray &expected) {
    return largestDifference(network.weights(), expected);
}

} // namespace

// Against torch.optim.SGD, torch.nn.GRU and the rest of PyTorch 1.13.
class TestTrainingParity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneStep_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("clipping");
        QTest::addColumn<double>("clipAt");
        QTest::newRow("none") << "none" << static_cast<int>(GradientClipping::None) << 1.0;
        QTest::newRow("value") << "value" << static_cast<int>(GradientClipping::Value) << 1e-2;
        QTest::newRow("norm") << "norm" << static_cast<int>(GradientClipping::Norm) << 0.5;
    }

    void oneStep() {
        QFETCH(const QString, name);
        QFETCH(const int, clipping);
        QFETCH(const double, clipAt);
        const QJsonObject expected = golden()[name].toObject();
        TrainingNetwork network = networkWith(settingsWith(static_cast<GradientClipping>(clipping), clipAt));
        const double loss = trainOn(network, {}, 0);
        QVERIFY(std::abs(loss - expected[QStringLiteral("loss")].toDouble()) < 1e-6);
        const double difference = largestDifference(network, expected[QStringLiteral("weights")].toArray());
        QVERIFY2(difference < 1e-5, qPrintable(QString::number(difference)));
    }

    void momentumWithoutNesterov() {
        TrainingSettings settings = settingsWith(GradientClipping::None, 1.0);
        settings.isNesterov = false;
        TrainingNetwork network = networkWith(settings);
        trainOn(network, {}, 0);
        trainOn(network, {}, 1);
        QVERIFY(largestDifference(
                    network,
                    golden()[QStringLiteral("plain momentum")].toObject()[QStringLiteral("weights")].toArray()) < 1e-5);
    }

    void groupsAddUpToTheBatch() {
        TrainingNetwork network = networkWith(settingsWith(GradientClipping::None, 1.0));
        trainOn(network, {}, 0, 3);
        QVERIFY(largestDifference(
                    network, golden()[QStringLiteral("none")].toObject()[QStringLiteral("weights")].toArray()) < 1e-5);
    }

    // Normalised blocks and Adam with weight decay, against torch.nn.BatchNorm2d and torch.optim.AdamW.
    void meansForFewClips() {
        const QJsonObject expected = golden()[QStringLiteral("small data")].toObject();
        TrainingSettings settings = settingsWith(GradientClipping::None, 1.0);
        settings.optimiser = Optimiser::Adam;
        settings.weightDecay = 0.1;
        settings.normalises = true;
        TrainingNetwork network = networkWith(settings);
        const ToySet set;
        const QJsonArray losses = expected[QStringLiteral("losses")].toArray();
        for (int step = 0; step < losses.size(); ++step) {
            const double loss = trainOn(network, set, static_cast<std::size_t>(step % 3), kBatch, 0.01, step + 1);
            QVERIFY2(std::abs(loss - losses[step].toDouble()) < 1e-5, qPrintable(QString::number(step)));
        }
        // Adam divides by the gradient's own size, which makes rounding of small ones count.
        QVERIFY(largestDifference(network.weights(), expected[QStringLiteral("weights")].toArray()) < 1e-3);
        QVERIFY(largestDifference(network.statistics(), expected[QStringLiteral("statistics")].toArray()) < 1e-3);
        const Matrix logits = network.logits(set.featuresOf(0, kBatch), kBatch);
        const QJsonArray wanted = expected[QStringLiteral("logits")].toArray();
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QVERIFY(std::abs(static_cast<double>(logits.values[static_cast<std::size_t>(i)]) - wanted[i].toDouble()) <
                    2e-3);
    }

    // What is saved gives the same without knowing of normalisation; a group that is taken back leaves nothing.
    void normalisedBlocksFold() {
        TrainingSettings settings = settingsWith(GradientClipping::None, 1.0);
        settings.normalises = true;
        TrainingNetwork network = networkWith(settings);
        const ToySet set;
        for (std::size_t step = 0; step < 5; ++step)
            trainOn(network, set, step % 3);
        const Matrix before = network.logits(set.featuresOf(0, kBatch), kBatch);
        (void)network.addGradient(set.featuresOf(0, 4), set.labelsOf(0, 4), kBatch, 1);
        network.forgetGradient();
        QVERIFY(network.logits(set.featuresOf(0, kBatch), kBatch).values == before.values);

        TrainingSettings plain = settingsWith(GradientClipping::None, 1.0);
        TrainingNetwork folded = TrainingNetwork::make(description(), plain).value();
        QVERIFY_OK(folded.restore(network.crnnWeights(), network.momenta()));
        const Matrix after = folded.logits(set.featuresOf(0, kBatch), kBatch);
        QVERIFY(after.values == before.values);
    }

    void aShortTrainingFollowsPyTorch() {
        const QJsonArray curve = golden()[QStringLiteral("curve")].toArray();
        TrainingNetwork network = networkWith(settingsWith(GradientClipping::Norm, 0.5));
        const ToySet set;
        for (qsizetype step = 0; step < curve.size(); ++step) {
            const double loss = trainOn(network, set, static_cast<std::size_t>(step % 3));
            // Rounding grows as steps follow each other.
            const double tolerance = 1e-5 + 1e-4 * static_cast<double>(step);
            QVERIFY2(std::abs(loss - curve[step].toDouble()) < tolerance, qPrintable(QString::number(step)));
        }
    }
};

TAGSCOPE_PLAIN_TEST(TestTrainingParity)
#include "tst_training_parity.moc"
