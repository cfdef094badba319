// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/objects.h"
#include "tests/support/qt_test.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace tagscope;

namespace {

double total(const std::vector<ObjectProbability> &objects) {
    return std::accumulate(objects.begin(), objects.end(), 0.0, [](double sum, const ObjectProbability &object) {
        return sum + static_cast<double>(object.probability);
    });
}

} // namespace

class TestObjects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void softmaxSurvivesLargeLogits() {
        const std::vector<float> logits{1000.0F, 1000.0F + std::log(3.0F), -1000.0F};
        const auto probabilities = softmax(logits);
        QVERIFY(std::abs(probabilities[0] - 0.25F) < 1e-4F);
        QVERIFY(std::abs(probabilities[1] - 0.75F) < 1e-4F);
        QCOMPARE(probabilities[2], 0.0F);
        QVERIFY(softmax({}).empty());
    }

    void rectifyKeepsTheMostProbable() {
        const std::vector<float> probabilities{0.1F, 0.2F, 0.3F, 0.2F, 0.2F};
        const auto objects = rectify(probabilities, 3);
        QCOMPARE(objects.size(), std::size_t{3});
        QCOMPARE(objects[0].index, 2);
        QCOMPARE(objects[1].index, 1); // of three equal ones the first two
        QCOMPARE(objects[2].index, 3);
        QVERIFY(std::abs(objects[0].probability - 0.3F / 0.7F) < 1e-6F);
        QVERIFY(std::abs(total(objects) - 1.0) < 1e-6);
    }

    void rectifyLeavesOutWhatIsImpossible() {
        const std::vector<float> probabilities{0.0F, 1.0F, 0.0F};
        QCOMPARE(rectify(probabilities), (std::vector<ObjectProbability>{{1, 1.0F}}));
        QVERIFY(rectify(std::vector<float>(5)).empty());
        QVERIFY(rectify({}).empty());
        QVERIFY(rectify(probabilities, 0).empty());
    }

    void combineSumsAndRectifies() {
        const std::vector<std::vector<ObjectProbability>> keyFrames{{{7, 0.6F}, {3, 0.4F}}, {{3, 0.5F}, {9, 0.5F}}};
        const auto objects = combineObjects(keyFrames, 2);
        QCOMPARE(objects.size(), std::size_t{2});
        QCOMPARE(objects[0].index, 3); // 0.9
        QCOMPARE(objects[1].index, 7); // 0.6
        QVERIFY(std::abs(objects[0].probability - 0.6F) < 1e-6F);
        QVERIFY(std::abs(total(objects) - 1.0) < 1e-6);
        QVERIFY(combineObjects({}).empty());
    }

    void tenAreKept() {
        const std::vector<float> even(1000, 0.001F);
        const auto objects = rectify(even);
        QCOMPARE(objects.size(), kObjectsKept);
        QCOMPARE(objects.back().index, 9);
        QVERIFY(std::abs(objects.back().probability - 0.1F) < 1e-6F);
    }
};

TAGSCOPE_PLAIN_TEST(TestObjects)
#include "tst_objects.moc"
