// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ds3_kernels.h"
#include "tests/support/qt_test.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace tagscope;

class TestDs3Kernels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreClippedAtALevel() {
        const std::array<float, 16> c{5.0F, 3.0F, 1.0F, -2.0F};
        std::array<float, 16> u{};
        std::array<float, 16> y{};
        // (5 - tau) + (3 - tau) = 4 at tau = 2; start far on either side of it.
        for (float tau : {0.0F, 2.0F, 100.0F}) {
            u.fill(0.0F);
            ds3Kernels().rowStepInfinity(c.data(), u.data(), y.data(), c.size(), 4.0F, 1.0F, tau);
            QVERIFY(std::abs(tau - 2.0F) < 1e-5F);
            QVERIFY(std::abs(u[0] - 2.0F) < 1e-5F && std::abs(u[1] - 2.0F) < 1e-5F);
            QCOMPARE(u[2], 1.0F);
            QCOMPARE(u[3], 0.0F);
        }
        float tau = 1.0F;
        u.fill(0.0F);
        ds3Kernels().rowStepInfinity(c.data(), u.data(), y.data(), c.size(), 9.0F, 1.0F, tau);
        QVERIFY(std::all_of(u.begin(), u.end(), [](float value) { return value == 0.0F; }));
    }

    void rowsAreShortened() {
        const std::array<float, 16> c{3.0F, 4.0F};
        std::array<float, 16> u{};
        std::array<float, 16> y{};
        const float change = ds3Kernels().rowStepTwo(c.data(), u.data(), y.data(), c.size(), 2.5F, 1.0F);
        QCOMPARE(u[0], 1.5F);
        QCOMPARE(u[1], 2.0F);
        QCOMPARE(change, 6.25F);
    }

    void columnsSumToOne_data() {
        QTest::addColumn<float>("start");
        QTest::newRow("below") << -50.0F;
        QTest::newRow("near") << 0.0F;
        QTest::newRow("above everything") << 50.0F;
    }

    void columnsSumToOne() {
        QFETCH(float, start);
        constexpr std::size_t kRows = 37;
        std::vector<float> t(kRows * kDs3Block);
        for (std::size_t at = 0; at < t.size(); ++at)
            t[at] = static_cast<float>((at * 7919) % 101) / 17.0F;
        const std::vector<float> cost(t.size(), 0.25F);
        std::vector<float> c(t.size());
        std::vector<float> u = t;
        std::vector<float> theta(kDs3Block, start);
        std::vector<float> scratch(t.size());
        ds3Kernels().columnStep(c.data(), u.data(), cost.data(), kRows, kDs3Block, kDs3Block, theta.data(),
                                scratch.data());
        for (std::size_t column = 0; column < kDs3Block; ++column) {
            double sum = 0.0;
            for (std::size_t row = 0; row < kRows; ++row) {
                const std::size_t at = row * kDs3Block + column;
                QVERIFY(c[at] >= 0.0F);
                QCOMPARE(c[at], std::max(t[at] - 0.25F - theta[column], 0.0F));
                QCOMPARE(u[at], t[at] - c[at]);
                sum += static_cast<double>(c[at]);
            }
            QVERIFY(std::abs(sum - 1.0) < 1e-5);
        }
    }
};

TAGSCOPE_PLAIN_TEST(TestDs3Kernels)
#include "tst_ds3_kernels.moc"
