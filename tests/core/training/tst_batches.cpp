// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_loader.h"
#include "core/training/batch_order.h"
#include "core/training/plateau_schedule.h"
#include "core/training/training_settings.h"
#include "tests/core/training/toy_training.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <map>
#include <set>

using namespace tagscope;
using namespace tagscope::test;

class TestBatches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shuffledVisitsEachClipOnce() {
        const BinaryTable labels(50, 3);
        const std::vector<std::size_t> order = epochOrder(labels, 40, BatchOrder::Shuffled, 1, 0);
        QCOMPARE(order.size(), 40U);
        const std::set<std::size_t> visited(order.begin(), order.end());
        QCOMPARE(visited.size(), 40U);
        QCOMPARE(*visited.rbegin(), 39U);
        QVERIFY(!std::ranges::is_sorted(order));
        QVERIFY(epochOrder(labels, 40, BatchOrder::Shuffled, 1, 0) == order);
        QVERIFY(epochOrder(labels, 40, BatchOrder::Shuffled, 1, 1) != order);
        QVERIFY(epochOrder(labels, 40, BatchOrder::Shuffled, 2, 0) != order);
    }

    // 90 clips of event 0, 9 of event 1, one without a label: a third of the places each.
    void balancedMakesEventsEquallyFrequent() {
        BinaryTable labels(100, 3);
        for (std::size_t clip = 0; clip < 99; ++clip)
            labels(clip, clip < 90 ? 0 : 1) = 1;
        const std::vector<std::size_t> order = epochOrder(labels, 100, BatchOrder::Balanced, 1, 0);
        QCOMPARE(order.size(), 100U);
        std::map<int, int> places;
        std::set<std::size_t> ofFirst;
        for (const std::size_t clip : order) {
            ++places[clip < 90 ? 0 : clip < 99 ? 1 : 2];
            if (clip < 90)
                ofFirst.insert(clip);
        }
        for (const auto &[event, count] : places)
            QVERIFY(count == 33 || count == 34);
        QCOMPARE(static_cast<int>(ofFirst.size()), places[0]); // none twice before all were had
    }

    void seedsOfNeighboursHaveNothingInCommon() {
        std::set<std::uint64_t> seeds;
        for (int epoch = 0; epoch < 20; ++epoch)
            for (int batch = 0; batch < 20; ++batch)
                seeds.insert(batchSeed(1, epoch, batch));
        QCOMPARE(seeds.size(), 400U);
    }

    void groupsDoNotCrossBatches() {
        const std::vector<std::size_t> order{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        const std::vector<ClipGroup> groups = groupsOf(order, 5, 3);
        const std::vector<ClipGroup> expected{{0, 1, 2}, {3, 4}, {5, 6, 7}, {8, 9}, {10}};
        QVERIFY(groups == expected);
    }

    void loaderReadsWhatItSays() {
        const TrainingData data = toyTraining(20);
        BatchLoader loader(data, groupsOf(std::vector<std::size_t>{3, 17, 0, 5, 9}, 5, 2));
        std::vector<std::size_t> clips;
        while (!loader.atEnd()) {
            const ClipGroup group = loader.nextGroup();
            const std::span<const float> features = loader.next().value();
            std::vector<float> expected(features.size());
            QVERIFY(data.read(group, expected));
            QVERIFY(std::ranges::equal(features, expected));
            clips.insert(clips.end(), group.begin(), group.end());
        }
        QVERIFY((clips == std::vector<std::size_t>{3, 17, 0, 5, 9}));
    }

    void rateFallsAfterEpochsWithoutImprovement() {
        TrainingSettings settings;
        PlateauSchedule schedule;
        schedule.learningRate = 1.0;
        std::vector<double> rates;
        for (const double loss : {0.9, 0.8, 0.8, 0.85, 0.8, 0.9, 0.9, 0.7, 0.8, 0.8, 0.8}) {
            schedule.observe(loss, settings);
            rates.push_back(schedule.learningRate);
        }
        const std::vector<double> expected{1.0, 1.0, 1.0, 1.0, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8 * 0.8};
        QVERIFY(rates == expected);
    }

    void settingsRoundTrip() {
        TrainingSettings settings;
        settings.batchSize = 7;
        settings.learningRate = 0.123456789012345678;
        settings.clipping = GradientClipping::Norm;
        settings.order = BatchOrder::Balanced;
        settings.truth = Truth::Audited;
        settings.precision = TrainingPrecision::BFloat16;
        settings.device = "cuda:1";
        settings.seed = 18446744073709551615U;
        settings.channels = {8, 16};
        QVERIFY(trainingSettingsFromJson(trainingSettingsToJson(settings)).value() == settings);
        QVERIFY(trainingSettingsFromJson("{}").value() == TrainingSettings());
        QVERIFY(TrainingSettings().truth == Truth::Weak); // as runs of earlier versions, which do not say
    }

    void badSettingsAreNamed_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("no object") << "[]"
                                   << "object";
        QTest::newRow("type") << R"({"batchSize": "many"})"
                              << "batchSize";
        QTest::newRow("name") << R"({"clipping": "hard"})"
                              << "clipping";
        QTest::newRow("truth") << R"({"truth": "audible"})"
                               << "truth";
        QTest::newRow("unknown") << R"({"batchsize": 3})"
                                 << "does not know";
        QTest::newRow("range") << R"({"momentum": 1})"
                               << "momentum";
        QTest::newRow("negative") << R"({"learningRate": -1})"
                                  << "learning rate";
        QTest::newRow("channels") << R"({"channels": []})"
                                  << "convolution";
        QTest::newRow("dropout") << R"({"dropout": 1})"
                                 << "dropout";
    }

    void badSettingsAreNamed() {
        QFETCH(const QString, json);
        QFETCH(const QString, named);
        const auto settings = trainingSettingsFromJson(json.toStdString());
        QVERIFY(!settings);
        QVERIFY2(settings.error().what().find(named.toStdString()) != std::string::npos,
                 settings.error().what().c_str());
    }
};

TAGSCOPE_PLAIN_TEST(TestBatches)
#include "tst_batches.moc"
