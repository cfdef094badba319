// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/picture_features.h"
#include "tests/core/vision/ds3_cases.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

using namespace tagscope;

namespace {

// The picture of tests/golden/vision_resample.py.
RgbImage formulaPicture(int width, int height) {
    RgbImage picture(width, height);
    std::size_t at = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c) {
                const int smooth = 128 + (x * (c + 3) + y * 2) % 97;
                const int edges = ((x / 7 + y / 5 + c) % 2) * 255;
                picture.pixels[at++] = static_cast<std::uint8_t>((x + y) % 3 == 0 ? edges : smooth);
            }
    return picture;
}

double directDistance(const Matrix &features, std::size_t left, std::size_t right) {
    double sum = 0.0;
    for (std::size_t column = 0; column < features.columns; ++column) {
        const double difference =
            static_cast<double>(features(left, column)) - static_cast<double>(features(right, column));
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

// Rows far from zero in groups, so that distances within a group are small beside norms and other distances.
Matrix groupedFeatures(std::size_t rows, std::size_t columns, float offset, float noise) {
    test::Generator generator(6);
    Matrix features(rows, columns);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column)
            features(row, column) =
                offset + static_cast<float>((row / 5 * 31 + column) % 7) + noise * generator.uniform();
    return features;
}

} // namespace

class TestPictureFeatures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distancesAreThoseComputedDirectly_data() {
        QTest::addColumn<float>("offset");
        QTest::addColumn<float>("noise");
        QTest::newRow("plain") << 0.0F << 1.0F;
        QTest::newRow("far from zero") << 1000.0F << 1.0F;
        QTest::newRow("groups of near-duplicates") << 10.0F << 0.001F;
    }

    void distancesAreThoseComputedDirectly() {
        QFETCH(float, offset);
        QFETCH(float, noise);
        const Matrix features = groupedFeatures(23, 5000, offset, noise);
        const auto distances = pairwiseDistances(features);
        QVERIFY_OK(distances);
        for (std::size_t left = 0; left < features.rows; ++left) {
            QCOMPARE((*distances)(left, left), 0.0F);
            for (std::size_t right = 0; right < left; ++right) {
                const double expected = directDistance(features, left, right);
                const auto distance = static_cast<double>((*distances)(left, right));
                QVERIFY2(std::abs(distance - expected) <= 2e-4 * expected,
                         qPrintable(QStringLiteral("%1 for %2").arg(distance).arg(expected)));
                QCOMPARE((*distances)(right, left), (*distances)(left, right));
            }
        }
    }

    void identicalRowsAreAtZero() {
        Matrix features = groupedFeatures(12, 3000, 5.0F, 1.0F);
        std::copy_n(features.row(3).begin(), features.columns, features.row(10).begin());
        QCOMPARE((*pairwiseDistances(features))(3, 10), 0.0F);
        const Matrix same(9, 3000, 0.1F);
        QVERIFY(*pairwiseDistances(same) == Matrix(9, 9));
    }

    void distancesOfNothing() {
        QVERIFY(pairwiseDistances(Matrix())->empty());
        QVERIFY(*pairwiseDistances(Matrix(1, 4, 2.0F)) == Matrix(1, 1));
        QVERIFY(*pairwiseDistances(Matrix(3, 0)) == Matrix(3, 3));
    }

    void distancesStopWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        const auto distances = pairwiseDistances(Matrix(3, 3), stop.get_token());
        QVERIFY(!distances && distances.error().isCancelled());
    }

    void alexNetInputIsNormalisedInPlanes() {
        RgbImage picture(224, 224);
        picture.pixels[0] = 255;                                 // red of the first pixel
        picture.pixels[(std::size_t{224} * 3 + 2) * 3 + 2] = 51; // blue of row 3, column 2
        const auto input = alexNetInput(picture);
        const std::size_t plane = std::size_t{224} * 224;
        QCOMPARE(input.size(), 3 * plane);
        QVERIFY(std::abs(input[0] - (1.0F - 0.485F) / 0.229F) < 1e-5F);
        QVERIFY(std::abs(input[plane] + 0.456F / 0.224F) < 1e-5F);
        QVERIFY(std::abs(input[2 * plane + 224 * 3 + 2] - (0.2F - 0.406F) / 0.225F) < 1e-5F);
    }

    void inceptionInputIsPillowsAndTorchvisions() {
        std::ifstream file(test::goldenFile("vision_resample.csv"));
        std::string line;
        std::getline(file, line);
        std::map<std::pair<int, int>, std::vector<float>> inputs;
        int compared = 0;
        while (std::getline(file, line)) {
            std::istringstream fields(line);
            std::array<int, 6> value{}; // width, height, channel, row, column, pixel
            char comma = 0;
            for (int &field : value) {
                fields >> field;
                fields >> comma;
            }
            auto &input = inputs[{value[0], value[1]}];
            if (input.empty())
                input = inceptionInput(formulaPicture(value[0], value[1]));
            QCOMPARE(input.size(), std::size_t{3} * 299 * 299);
            const auto at = static_cast<std::size_t>((value[2] * 299 + value[3]) * 299 + value[4]);
            const float expected = static_cast<float>(value[5]) / 127.5F - 1.0F;
            QVERIFY2(std::abs(input[at] - expected) < 1e-6F, line.c_str()); // bit for bit, but for the last division
            ++compared;
        }
        QCOMPARE(compared, 5 * 3 * 36);
    }

    void inceptionInputOfStrips() {
        for (const auto &[width, height] : {std::pair{1, 1}, {1, 4000}, {4000, 1}, {2, 3}}) {
            RgbImage picture(width, height);
            std::fill(picture.pixels.begin(), picture.pixels.end(), std::uint8_t{255});
            const auto input = inceptionInput(picture);
            QCOMPARE(input.size(), std::size_t{3} * 299 * 299);
            QVERIFY(
                std::all_of(input.begin(), input.end(), [](float value) { return std::abs(value - 1.0F) < 1e-6F; }));
        }
    }
};

TAGSCOPE_PLAIN_TEST(TestPictureFeatures)
#include "tst_picture_features.moc"
