// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/mapping.h"
#include "tests/core/words/temporary_vectors.h"
#include "tests/support/qt_test.h"

#include <array>
#include <cmath>
#include <limits>

using namespace tagscope;
using tagscope::test::TemporaryVectors;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr double kTolerance = 1e-6;

bool isNear(float a, double b) {
    return std::abs(static_cast<double>(a) - b) < kTolerance;
}

Matrix matrixOf(std::size_t rows, std::size_t columns, std::vector<float> values) {
    Matrix matrix(rows, columns);
    matrix.values = std::move(values);
    return matrix;
}

// Three objects, three events; nothing is known of object 2, and event 1 has a vector for object 1 only by a hair.
Matrix cosines() {
    return matrixOf(3, 3, {0.2F, 0.9F, 0.9F, -0.5F, kNaN, -0.6F, kNaN, kNaN, kNaN});
}

constexpr std::array kObjects{0, 1, 2};
constexpr std::array kProbabilities{0.5F, 0.3F, 0.2F};

bool isInconsistent(const Result<MappedObjects> &result) {
    return !result && result.error().kind == Error::Kind::Inconsistent;
}

} // namespace

class TestMapping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBestPairOfSynonymsCounts() {
        const TemporaryVectors file("car 1 0\ntruck 0 2\nvan 3 4\nnothing 0 0\n");
        QVERIFY_OK(file.import());
        const Result<WordVectors> vectors = file.open();
        QVERIFY_OK(vectors);
        const std::vector<ObjectClass> objects{
            {0, "n0", {"van", "car"}}, {1, "n1", {"trolleybus"}}, {2, "n2", {"nothing"}}, {3, "n3", {"Car truck"}}};
        const std::vector<EventClass> events{
            {"Car", "", {"unknown", "car"}, 0.5, 0.5}, {"Truck", "", {"truck"}, 0.5, 0.5}, {"Moo", "", {"moo"}, 0, 0}};
        const Similarities found = computeSimilarities(*vectors, objects, events);
        QCOMPARE(found.cosine.rows, std::size_t{4});
        QCOMPARE(found.cosine.columns, std::size_t{3});
        QVERIFY(isNear(found.cosine(0, 0), 1.0)); // car with car, not van with car (0.6)
        QVERIFY(isNear(found.cosine(0, 1), 0.8)); // van with truck
        QVERIFY(std::isnan(found.cosine(0, 2)));
        QVERIFY(std::isnan(found.cosine(1, 0)));
        QVERIFY(std::isnan(found.cosine(2, 0)));                   // zeros have no direction
        QVERIFY(isNear(found.cosine(3, 0), 1.0 / std::sqrt(5.0))); // mean (0.5, 1)
        QVERIFY(isNear(found.cosine(3, 1), 2.0 / std::sqrt(5.0)));
        QVERIFY(found.objectsWithoutVector == std::vector<std::string>({"trolleybus", "nothing"}));
        QVERIFY(found.eventsWithoutVector == std::vector<std::string>({"Moo"}));
    }

    void mostSimilarTakesAllAndTiesGoToTheFirst() {
        const Result<MappedObjects> mapped = mapObjects(cosines(), kObjects, kProbabilities);
        QVERIFY_OK(mapped);
        QVERIFY(mapped->eventProbabilities == std::vector<float>({0.3F, 0.5F, 0.0F}));
        QCOMPARE(mapped->objects.size(), std::size_t{3});
        QVERIFY(mapped->objects[0].event == 1);
        QCOMPARE(mapped->objects[0].cosine, 0.9F);
        QVERIFY(mapped->objects[1].event == 0);
        QCOMPARE(mapped->objects[1].cosine, -0.5F);
        QVERIFY(!mapped->objects[2].event);
        QVERIFY(std::isnan(mapped->objects[2].cosine));
        QCOMPARE(mapped->objects[2].probability, 0.2F);
    }

    void belowTheCutOffAnObjectSaysNothing() {
        MappingOptions options;
        options.cutOff = 0.0;
        const Result<MappedObjects> mapped = mapObjects(cosines(), kObjects, kProbabilities, options);
        QVERIFY_OK(mapped);
        QVERIFY(mapped->eventProbabilities == std::vector<float>({0.0F, 0.5F, 0.0F}));
        QVERIFY(!mapped->objects[1].event);
        options.cutOff = static_cast<double>(0.9F); // the cosine itself is not below
        QVERIFY(mapObjects(cosines(), kObjects, kProbabilities, options)->objects[0].event == 1);
    }

    void softmaxSpreads() {
        MappingOptions options;
        options.rule = MappingRule::Softmax;
        options.temperature = 0.1;
        const Result<MappedObjects> mapped = mapObjects(cosines(), kObjects, kProbabilities, options);
        QVERIFY_OK(mapped);
        // softmax(2, 9, 9) and softmax(-5, -6), by hand.
        const double first = std::exp(-7.0) / (std::exp(-7.0) + 2.0);
        const double second = 1.0 / (1.0 + std::exp(-1.0));
        QVERIFY(isNear(mapped->eventProbabilities[0], 0.5 * first + 0.3 * second));
        QVERIFY(isNear(mapped->eventProbabilities[1], 0.5 * (1.0 - first) / 2.0));
        QVERIFY(isNear(mapped->eventProbabilities[2], 0.5 * (1.0 - first) / 2.0 + 0.3 * (1.0 - second)));
        QVERIFY(mapped->objects[0].event == 1);
        options.temperature = 1e-6; // nearly MostSimilar, without overflow
        QVERIFY(isNear(mapObjects(cosines(), kObjects, kProbabilities, options)->eventProbabilities[0], 0.3));
        options.temperature = 0.0;
        QVERIFY(isInconsistent(mapObjects(cosines(), kObjects, kProbabilities, options)));
    }

    void tableIsUsedAsItStands() {
        MappingOptions options;
        options.rule = MappingRule::Table;
        options.table = matrixOf(3, 3, {0, 0.25F, 0.5F, 1, 1, 0, 0, 0, 0});
        const Result<MappedObjects> mapped = mapObjects(cosines(), kObjects, kProbabilities, options);
        QVERIFY_OK(mapped);
        QVERIFY(isNear(mapped->eventProbabilities[0], 0.3));
        QVERIFY(isNear(mapped->eventProbabilities[1], 0.125 + 0.3));
        QVERIFY(isNear(mapped->eventProbabilities[2], 0.25));
        QVERIFY(mapped->objects[0].event == 2);
        QCOMPARE(mapped->objects[0].cosine, 0.9F);
        QVERIFY(!mapped->objects[2].event);

        const Result<MappedObjects> withoutVectors = mapObjects({}, kObjects, kProbabilities, options);
        QVERIFY_OK(withoutVectors);
        QVERIFY(withoutVectors->eventProbabilities == mapped->eventProbabilities);
        QVERIFY(std::isnan(withoutVectors->objects[0].cosine));

        options.table = matrixOf(3, 2, std::vector<float>(6));
        QVERIFY(isInconsistent(mapObjects(cosines(), kObjects, kProbabilities, options)));
        for (const float share : {-0.1F, 1.1F, kNaN}) {
            options.table = matrixOf(3, 3, std::vector<float>(9, share));
            QVERIFY(isInconsistent(mapObjects(cosines(), kObjects, kProbabilities, options)));
        }
    }

    void whatDoesNotFitIsAnError() {
        QVERIFY(isInconsistent(mapObjects(cosines(), std::array{3}, std::array{1.0F})));
        QVERIFY(isInconsistent(mapObjects(cosines(), std::array{-1}, std::array{1.0F})));
        QVERIFY(isInconsistent(mapObjects(cosines(), std::array{0, 1}, std::array{1.0F})));
        QVERIFY(isInconsistent(mapObjects({}, std::array{0}, std::array{1.0F})));
        const Result<MappedObjects> none = mapObjects(cosines(), {}, {});
        QVERIFY_OK(none);
        QVERIFY(none->eventProbabilities == std::vector<float>(3, 0.0F));
    }
};

TAGSCOPE_PLAIN_TEST(TestMapping)
#include "tst_mapping.moc"
