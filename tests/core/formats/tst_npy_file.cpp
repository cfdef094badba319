// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/half_float.h"
#include "core/formats/npy_file.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

using namespace tagscope;

class TestNpyFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void halvesAreThoseOfNumPy() {
        std::ifstream golden(test::goldenFile("features_half.csv"));
        std::string line;
        std::getline(golden, line);
        int compared = 0;
        while (std::getline(golden, line)) {
            const auto single = static_cast<std::uint32_t>(std::stoul(line.substr(0, 8), nullptr, 16));
            const auto half = static_cast<std::uint16_t>(std::stoul(line.substr(9, 4), nullptr, 16));
            QCOMPARE(QString::number(halfFromFloat(std::bit_cast<float>(single)), 16), QString::number(half, 16));
            ++compared;
        }
        QVERIFY(compared > 400);
    }

    void everyHalfGoesToFloatAndBack() {
        for (std::uint32_t bits = 0; bits < 0x10000U; ++bits) {
            const auto half = static_cast<std::uint16_t>(bits);
            const float value = floatFromHalf(half);
            if ((half & 0x7fffU) > 0x7c00U)
                QVERIFY(std::isnan(value) && std::isnan(floatFromHalf(halfFromFloat(value))));
            else
                QCOMPARE(halfFromFloat(value), half);
        }
        QCOMPARE(floatFromHalf(0x3555), 0.333251953125F);
        QCOMPARE(floatFromHalf(0x0001), 0x1p-24F);
        QCOMPARE(floatFromHalf(0xfc00), -std::numeric_limits<float>::infinity());
    }

    void readsWhatNumPySaved() {
        const std::string bytes = test::contentOf(test::goldenFile("features_float16.npy"));
        const Result<NpyHeader> header = parseNpyHeader(bytes, "golden");
        QVERIFY_OK(header);
        QVERIFY(header->type == NpyType::Float16);
        QCOMPARE(header->shape, (std::vector<std::size_t>{3, 10, 60}));
        QCOMPARE(npyFileBytes(*header), bytes.size());
        std::vector<float> values(3 * 10 * 60);
        npyToFloats(header->type, std::as_bytes(std::span(bytes)).subspan(header->dataOffset), values);
        QVERIFY(std::abs(values[0] - -40.0F) < 0.02F); // the formula of tests/golden/features.py at 0, 0, 0
        const double last = -40 + 15 * std::sin(1.7 * 2 + 0.9 * 9 + 0.31 * 59) - 0.2 * 59;
        QVERIFY(std::abs(values.back() - last) < 0.04);
    }

    void writesWhatNumPyWouldSave() {
        const std::string single = test::contentOf(test::goldenFile("features_float32.npy"));
        std::vector<float> values(10 * 60);
        npyToFloats(NpyType::Float32, std::as_bytes(std::span(single)).last(values.size() * 4), values);
        const std::vector<std::size_t> shape{1, 10, 60};
        std::string again = npyHeader(NpyType::Float32, shape);
        appendNpyValues(again, NpyType::Float32, values);
        QVERIFY(again == single);
        std::string halves;
        appendNpyValues(halves, NpyType::Float16, values);
        const std::string golden = test::contentOf(test::goldenFile("features_float16.npy"));
        QVERIFY(golden.substr(128).starts_with(halves));
    }

    void refusesOtherFiles_data() {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<bool>("isUnsupported");
        const auto array = [](const QByteArray &dictionary) {
            return QByteArray("\x93NUMPY\x01\x00", 8) + static_cast<char>(dictionary.size()) + '\0' + dictionary;
        };
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("text") << QByteArray("clip,event\n") << false;
        QTest::newRow("cut") << array("{'descr': '<f2', 'fortran_order': False, 'shape': (3,), }").left(40) << false;
        QTest::newRow("no shape") << array("{'descr': '<f2', 'fortran_order': False, }") << false;
        QTest::newRow("text in shape") << array("{'descr': '<f2', 'fortran_order': False, 'shape': (a,), }") << false;
        QTest::newRow("too large a number")
            << array("{'descr': '<f2', 'fortran_order': False, 'shape': (99999999999999999999999,), }") << false;
        QTest::newRow("doubles") << array("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }") << true;
        QTest::newRow("big-endian") << array("{'descr': '>f4', 'fortran_order': False, 'shape': (3,), }") << true;
        QTest::newRow("Fortran") << array("{'descr': '<f2', 'fortran_order': True, 'shape': (3,), }") << true;
        QTest::newRow("version 2") << QByteArray("\x93NUMPY\x02\x00\x10\x00\x00\x00", 12) << true;
    }

    void refusesOtherFiles() {
        QFETCH(QByteArray, start);
        QFETCH(bool, isUnsupported);
        const Result<NpyHeader> header = parseNpyHeader(start.toStdString(), "some.npy");
        QVERIFY(!header);
        QVERIFY(header.error().kind == (isUnsupported ? Error::Kind::Unsupported : Error::Kind::Malformed));
        QVERIFY(header.error().what().starts_with("some.npy"));
    }

    void aShapeThatNoFileCanHaveIsNoSize() {
        const NpyHeader header{NpyType::Float32, {std::size_t{1} << 40U, std::size_t{1} << 40U}, 128};
        QCOMPARE(npyFileBytes(header), std::size_t{0});
    }
};

TAGSCOPE_CORE_TEST(TestNpyFile)
#include "tst_npy_file.moc"
