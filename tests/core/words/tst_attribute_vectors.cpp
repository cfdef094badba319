// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/attribute_vectors.h"
#include "core/words/word_vectors.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numeric>

using namespace tagscope;

namespace {

double cosine(const std::vector<float> &a, const std::vector<float> &b) {
    const double product = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    const double lengths =
        std::inner_product(a.begin(), a.end(), a.begin(), 0.0) * std::inner_product(b.begin(), b.end(), b.begin(), 0.0);
    return product / std::sqrt(lengths);
}

} // namespace

class TestAttributeVectors : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    std::filesystem::path path_ = directory_.path().toStdString();
    std::filesystem::path text_ = path_ / "vectors.txt";

    Result<void> made(std::string_view table, const AttributeVectorOptions &options = {}) {
        std::ofstream(path_ / "words.tsv", std::ios::binary) << table;
        return makeWordVectors(path_ / "words.tsv", text_, options);
    }

    [[nodiscard]] std::string content() const {
        std::ifstream stream(text_, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

private Q_SLOTS:
    void cosinesAreThoseOfTheWeights() {
        QVERIFY_OK(made("word\tattributes\ncar\troad=3 wheels=4\nbus\troad=3 people=4\nrail\trail=1\n"));
        const std::filesystem::path compact = path_ / "compact";
        QVERIFY_OK(importWordVectors(text_, compact));
        const WordVectors vectors = WordVectors::open(compact).value();
        QCOMPARE(vectors.dimensions(), std::size_t{50});
        const std::vector<float> car = vectors.vector("car").value();
        QVERIFY(std::abs(cosine(car, vectors.vector("bus").value()) - 9.0 / 25.0) < 1e-5);
        QVERIFY(std::abs(cosine(car, vectors.vector("rail").value())) < 1e-5);
        QVERIFY(std::abs(std::inner_product(car.begin(), car.end(), car.begin(), 0.0) - 25.0) < 1e-4);
    }

    void theSeedDecides() {
        constexpr std::string_view kTable = "word\tattributes\ncar\troad=1\nbus\tpeople=2\n";
        QVERIFY_OK(made(kTable));
        const std::string first = content();
        QVERIFY_OK(made(kTable));
        QCOMPARE(content(), first);
        QVERIFY(made(kTable, {50, 2}));
        QVERIFY(content() != first);
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no weight") << "word\tattributes\ncar\troad\n"
                                   << "\"road\"";
        QTest::newRow("not finite") << "word\tattributes\ncar\troad=inf\n"
                                    << "\"road=inf\"";
        QTest::newRow("twice") << "word\tattributes\ncar\troad=1\ncar\troad=2\n"
                               << "twice";
        QTest::newRow("two words") << "word\tattributes\nfire engine\troad=1\n"
                                   << "more than one word";
        QTest::newRow("attributes") << "word\tattributes\ncar\ta=1 b=1 c=1 d=1\n"
                                    << "4 attributes";
    }
    void whatIsWrongIsNamed() {
        QFETCH(QString, table);
        QFETCH(QString, expected);
        const Result<void> result = made(table.toStdString(), {3, 1});
        QVERIFY(!result);
        QVERIFY2(result.error().what().find(expected.toStdString()) != std::string::npos,
                 result.error().what().c_str());
    }
};

TAGSCOPE_CORE_TEST(TestAttributeVectors)
#include "tst_attribute_vectors.moc"
