// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ds3.h"
#include "tests/core/vision/ds3_cases.h"
#include "tests/support/qt_test.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace tagscope;
using tagscope::test::dissimilaritiesOf;
using tagscope::test::goldenValues;

namespace {

constexpr double kGapTolerance = 1e-5;

// The objective of z in double, from its definition.
double objectiveOf(const Matrix &z, const Matrix &d, double lambda, Ds3Norm norm,
                   const std::vector<float> &weights = {}) {
    double objective = 0.0;
    for (std::size_t row = 0; row < z.rows; ++row) {
        double largest = 0.0;
        double squares = 0.0;
        for (std::size_t column = 0; column < z.columns; ++column) {
            const auto value = static_cast<double>(z(row, column));
            const double weight = weights.empty() ? 1.0 : static_cast<double>(weights[column]);
            largest = std::max(largest, value);
            squares += value * value;
            objective += weight * static_cast<double>(d(row, column)) * value;
        }
        objective += lambda * (norm == Ds3Norm::Infinity ? largest : std::sqrt(squares));
    }
    return objective;
}

bool isFeasible(const Matrix &z) {
    for (std::size_t column = 0; column < z.columns; ++column) {
        double sum = 0.0;
        for (std::size_t row = 0; row < z.rows; ++row) {
            if (z(row, column) < 0.0F)
                return false;
            sum += static_cast<double>(z(row, column));
        }
        if (std::abs(sum - 1.0) > 1e-6)
            return false;
    }
    return true;
}

void compareWithOptimum(std::string_view kind, Ds3Norm norm, double goldenTolerance) {
    const auto goldens = goldenValues(kind);
    QCOMPARE(goldens.size(), std::size_t{15});
    for (const auto &golden : goldens) {
        const Matrix d = dissimilaritiesOf(golden.matrix);
        const auto solution = solveDs3(d, golden.parameter, {norm, kGapTolerance, 20000});
        QVERIFY(solution.has_value());
        const double slack = goldenTolerance * golden.value;
        QVERIFY2(solution->bound <= golden.value + slack, golden.matrix.c_str());
        QVERIFY2(solution->objective >= golden.value - slack, golden.matrix.c_str());
        QVERIFY2(solution->gap() <= kGapTolerance, golden.matrix.c_str());
        QVERIFY2(isFeasible(solution->z), golden.matrix.c_str());
        const double recomputed = objectiveOf(solution->z, d, golden.parameter, norm);
        QVERIFY2(std::abs(recomputed - solution->objective) <= 1e-6 * recomputed, golden.matrix.c_str());
    }
}

} // namespace

class TestDs3 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void infinityReachesTheLinearProgramsOptimum() { compareWithOptimum("infinity", Ds3Norm::Infinity, 1e-9); }

    // SLSQP stops at about 1e-8; its value is a dual's, so it errs to below.
    void twoReachesTheDualsOptimum() { compareWithOptimum("two", Ds3Norm::Two, 1e-6); }

    void weightsStandForRepeatedColumns() {
        // Each point twice: collapsed to weight 2, the optimum is the same (q = infinity).
        const Matrix twice = dissimilaritiesOf("duplicated");
        Matrix once(9, 9);
        for (std::size_t row = 0; row < 9; ++row)
            for (std::size_t column = 0; column < 9; ++column)
                once(row, column) = twice(2 * row, 2 * column);
        const std::vector<float> weights(9, 2.0F);
        const Ds3Options options{Ds3Norm::Infinity, kGapTolerance, 20000};
        const auto whole = solveDs3(twice, 1.0, options);
        const auto collapsed = solveDs3(once, 1.0, options, weights);
        QVERIFY(whole && collapsed);
        QVERIFY(std::abs(whole->objective - collapsed->objective) <= 2.0 * kGapTolerance * whole->objective);
        const double recomputed = objectiveOf(collapsed->z, once, 1.0, Ds3Norm::Infinity, weights);
        QVERIFY(std::abs(recomputed - collapsed->objective) <= 1e-6 * recomputed);
    }

    void unitsDoNotMatter() {
        Matrix d = dissimilaritiesOf("walk");
        const auto plain = solveDs3(d, 1.0);
        for (float &value : d.values)
            value *= 1048576.0F;
        const auto scaled = solveDs3(d, 1048576.0);
        QCOMPARE(scaled->iterations, plain->iterations);
        QVERIFY(plain->z == scaled->z);
    }

    void manyColumnsBeyondAWholeBlock_data() {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 15, 16, 17, 33})
            QTest::addRow("%d", size) << size;
    }

    void manyColumnsBeyondAWholeBlock() {
        QFETCH(int, size);
        test::Generator generator(9);
        Matrix d(static_cast<std::size_t>(size), static_cast<std::size_t>(size));
        for (float &value : d.values)
            value = 0.1F + generator.uniform();
        for (const Ds3Norm norm : {Ds3Norm::Infinity, Ds3Norm::Two}) {
            const auto solution = solveDs3(d, 0.5, {norm, 1e-4, 20000});
            QVERIFY(solution.has_value());
            QVERIFY(isFeasible(solution->z));
            QVERIFY(solution->gap() <= 1e-4);
            QVERIFY(solution->bound <= solution->objective * (1.0 + 1e-12));
        }
    }

    void extremeLambdas() {
        const Matrix d = dissimilaritiesOf("walk");
        const auto all = solveDs3(d, 1e-4); // every picture represents itself
        QVERIFY(all && all->gap() <= 1e-4);
        for (std::size_t picture = 0; picture < d.rows; ++picture)
            QVERIFY(all->z(picture, picture) > 0.99F);
        const auto one = solveDs3(d, 1e6);
        QVERIFY(one && one->gap() <= 1e-4);
    }

    void identicalPicturesNeedOneRow() {
        const auto infinity = solveDs3(Matrix(10, 10), 2.0);
        QVERIFY(isFeasible(infinity->z));
        QCOMPARE(infinity->objective, 2.0);
        QCOMPARE(infinity->gap(), 0.0);
        QCOMPARE(solveDs3(Matrix(9, 9), 2.0, {Ds3Norm::Two, 1e-4, 100})->objective, 6.0);
        QVERIFY(solveDs3(Matrix(), 1.0)->z.empty());
    }

    void iterationsEndAtTheirMaximum() {
        const auto solution = solveDs3(dissimilaritiesOf("walk"), 1.0, {Ds3Norm::Infinity, 0.0, 30});
        QCOMPARE(solution->iterations, 30);
        QVERIFY(solution->bound <= solution->objective);
    }

    void lambdaMaximumOfInfinityIsTheLinearPrograms() {
        for (const auto &golden : goldenValues("lambda_maximum")) {
            const double maximum = lambdaMaximum(dissimilaritiesOf(golden.matrix), Ds3Norm::Infinity);
            // The search ends within 2 %; its proof allows 1e-4 of the objective, lambda less in these cases.
            QVERIFY2(std::abs(maximum - golden.value) <= 0.03 * golden.value,
                     qPrintable(QString::fromStdString(golden.matrix) +
                                QStringLiteral(": %1 for %2").arg(maximum).arg(golden.value)));
        }
    }

    void lambdaMaximumOfTwoIsTheClosedForm() {
        // Medoid 1 (sum 4); v_0 = (-3, 3, 1), v_2 = (1, 3, -1) -> sqrt(3) max(19 / 2, 11 / 6).
        Matrix d(3, 3);
        d.values = {0.0F, 3.0F, 2.0F, 3.0F, 0.0F, 1.0F, 4.0F, 3.0F, 0.0F};
        QCOMPARE(lambdaMaximum(d, Ds3Norm::Two), std::sqrt(3.0) * 19.0 / 2.0);
        // Rows that tie with the medoid's are left out.
        QVERIFY(std::isfinite(lambdaMaximum(dissimilaritiesOf("duplicated"), Ds3Norm::Two)));
    }

    void lambdaMaximumOfEqualDissimilaritiesIsZero() {
        for (const Ds3Norm norm : {Ds3Norm::Infinity, Ds3Norm::Two}) {
            QCOMPARE(lambdaMaximum(Matrix(5, 5), norm), 0.0);
            QCOMPARE(lambdaMaximum(dissimilaritiesOf("constant"), norm), 0.0);
            QCOMPARE(lambdaMaximum(Matrix(), norm), 0.0);
        }
    }

    void badInputIsRefused() {
        const Matrix good(2, 2, 1.0F);
        const auto isRefused = [](const auto &result) {
            return !result && result.error().kind == Error::Kind::Inconsistent;
        };
        QVERIFY(isRefused(solveDs3(Matrix(2, 3, 1.0F), 1.0)));
        QVERIFY(isRefused(solveDs3(good, 0.0)));
        QVERIFY(isRefused(solveDs3(good, -1.0)));
        QVERIFY(isRefused(solveDs3(good, std::numeric_limits<double>::quiet_NaN())));
        const std::vector<float> oneWeight{1.0F};
        const std::vector<float> zeroWeight{1.0F, 0.0F};
        QVERIFY(isRefused(solveDs3(good, 1.0, {}, oneWeight)));
        QVERIFY(isRefused(solveDs3(good, 1.0, {}, zeroWeight)));
        for (const float bad :
             {-1.0F, std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
            Matrix d = good;
            d(0, 1) = bad;
            QVERIFY(isRefused(solveDs3(d, 1.0)));
        }
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        const auto solution = solveDs3(dissimilaritiesOf("walk"), 1.0, {}, {}, stop.get_token());
        QVERIFY(!solution && solution.error().isCancelled());
    }
};

TAGSCOPE_PLAIN_TEST(TestDs3)
#include "tst_ds3.moc"
