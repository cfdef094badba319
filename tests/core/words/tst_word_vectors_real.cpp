// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"
#include "core/words/mapping.h"
#include "tests/core/words/temporary_vectors.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

using namespace tagscope;
using tagscope::test::TemporaryVectors;

namespace {

// The golden values are NumPy's in float64 from the same text, printed with 6 decimals; ours are kept as float32.
constexpr double kRealTolerance = 2e-6;

std::vector<float> numbersIn(std::istream &stream) {
    std::vector<float> numbers;
    for (std::string field; stream >> field;)
        numbers.push_back(std::stof(field));
    return numbers;
}

double realCosine(const std::vector<float> &a, const std::vector<float> &b) {
    double ab = 0.0;
    double aa = 0.0;
    double bb = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += static_cast<double>(a[i]) * static_cast<double>(b[i]);
        aa += static_cast<double>(a[i]) * static_cast<double>(a[i]);
        bb += static_cast<double>(b[i]) * static_cast<double>(b[i]);
    }
    return ab / std::sqrt(aa * bb);
}

} // namespace

// With 5,287 real vectors of GloVe 6B, 300 dimensions.
class TestWordVectorsReal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        TAGSCOPE_REQUIRE_SHARED(text, "glove/glove.6B.300d.subset.txt");
        text_ = text;
        QVERIFY_OK(importWordVectors(text, file_.compact()));
        Result<WordVectors> opened = file_.open();
        QVERIFY_OK(opened);
        vectors_ = std::make_unique<WordVectors>(std::move(*opened));
        events_ = readEventClasses(resourceFile("classes/dcase2017-task4.tsv").value()).value();
        objects_ = readObjectClasses(resourceFile("classes/imagenet-1k.tsv").value()).value();
        similarities_ = computeSimilarities(*vectors_, objects_, events_);
    }

    void everyVectorEqualsTheText() {
        QCOMPARE(vectors_->size(), std::uint64_t{5287});
        QCOMPARE(vectors_->dimensions(), std::size_t{300});
        std::ifstream stream(text_);
        std::size_t lines = 0;
        for (std::string line; std::getline(stream, line); ++lines) {
            const std::size_t blank = line.find(' ');
            std::istringstream fields(line.substr(blank));
            QVERIFY2(vectors_->vector(line.substr(0, blank)) == numbersIn(fields), line.c_str());
        }
        QCOMPARE(lines, std::size_t{5287});
    }

    // The shared means take every word of an event's name; ours leave "(siren)" out and keep synonyms apart.
    void eventVectorsAgreeWhereTheRuleIsTheSame() {
        TAGSCOPE_REQUIRE_SHARED(file, "glove/dcase17_event_vectors.tsv");
        std::ifstream stream(file);
        std::size_t events = 0;
        for (std::string line; std::getline(stream, line); ++events) {
            const std::size_t tab = line.find('\t');
            std::string name = line.substr(0, tab);
            std::erase_if(name, [](char c) { return c == ',' || c == '(' || c == ')'; });
            std::istringstream fields(line.substr(tab));
            const std::vector<float> expected = numbersIn(fields);
            const std::optional<std::vector<float>> found = vectors_->vectorOfName(name);
            QVERIFY2(found, name.c_str());
            QCOMPARE(found->size(), expected.size());
            if (name == "Civil defense siren")
                continue; // made of another spelling, since "defense" is not among these vectors
            for (std::size_t i = 0; i < expected.size(); ++i)
                QVERIFY2(std::abs((*found)[i] - expected[i]) < 1e-6F, name.c_str());
        }
        QCOMPARE(events, std::size_t{17});
    }

    void steamLocomotivesLookLikeFireEngines() {
        const auto vectorOf = [&](std::string_view name) { return vectors_->vectorOfName(name).value(); };
        QVERIFY(std::abs(realCosine(vectorOf("steam locomotive"), vectorOf("fire engine")) - 0.480569) <
                kRealTolerance);
        QVERIFY(std::abs(realCosine(vectorOf("steam locomotive"), vectorOf("train")) - 0.425302) < kRealTolerance);
        constexpr int kSteamLocomotive = 820;
        const Result<MappedObjects> mapped =
            mapObjects(similarities_.cosine, std::array{kSteamLocomotive}, std::array{1.0F});
        QVERIFY_OK(mapped);
        const std::optional<int> event = mapped->objects.front().event;
        QVERIFY(event);
        QCOMPARE(events_[static_cast<std::size_t>(*event)].name, std::string("Fire engine, fire truck (siren)"));
    }

    // "tow" is unknown here, so "tow truck, tow car" equals both Car and Truck: the first of them has it.
    void towTrucksAreATie() {
        constexpr std::size_t kTowTruck = 864;
        constexpr std::size_t kCar = 11;
        constexpr std::size_t kTruck = 14;
        QCOMPARE(similarities_.cosine(kTowTruck, kCar), 1.0F);
        QCOMPARE(similarities_.cosine(kTowTruck, kTruck), 1.0F);
        QVERIFY(mapObjects(similarities_.cosine, std::array{864}, std::array{1.0F})->objects.front().event == 11);
    }

    void missingWordsAreLeftOut() {
        QVERIFY(!vectors_->vector("trolleybus"));
        QVERIFY(!vectors_->vectorOfName("trolleybus"));
        QVERIFY(vectors_->vectorOfName("trolleybus line") == vectors_->vectorOfName("line"));
        const std::vector<std::string> &missing = similarities_.objectsWithoutVector;
        QVERIFY(std::find(missing.begin(), missing.end(), "moped") != missing.end());
        QVERIFY(similarities_.eventsWithoutVector.empty());
    }

    void cosinesAreNumPys() {
        std::ifstream stream(test::goldenFile("words_cosines.tsv"));
        std::size_t rows = 0;
        std::size_t complete = 0;
        for (std::string line; std::getline(stream, line); ++rows) {
            std::istringstream fields(line);
            std::size_t index = 0;
            std::string best;
            std::string bestCosine;
            fields >> index >> best >> bestCosine;
            const std::span<const float> ours = similarities_.cosine.row(index);
            if (best == "-") {
                QVERIFY2(std::all_of(ours.begin(), ours.end(), [](float c) { return std::isnan(c); }), line.c_str());
                continue;
            }
            const Result<MappedObjects> mapped =
                mapObjects(similarities_.cosine, std::array{static_cast<int>(index)}, std::array{1.0F});
            QVERIFY_OK(mapped);
            QVERIFY2(mapped->objects.front().event == std::stoi(best), line.c_str());
            QVERIFY2(std::abs(static_cast<double>(mapped->objects.front().cosine) - std::stod(bestCosine)) <
                         kRealTolerance,
                     line.c_str());
            const std::vector<float> expected = numbersIn(fields);
            complete += expected.empty() ? 0U : 1U;
            for (std::size_t k = 0; k < expected.size(); ++k)
                QVERIFY2(std::abs(static_cast<double>(ours[k]) - static_cast<double>(expected[k])) < kRealTolerance,
                         line.c_str());
        }
        QCOMPARE(rows, std::size_t{1000});
        QVERIFY(complete > 40);
    }

private:
    TemporaryVectors file_;
    std::filesystem::path text_;
    std::unique_ptr<WordVectors> vectors_;
    std::vector<EventClass> events_;
    std::vector<ObjectClass> objects_;
    Similarities similarities_;
};

TAGSCOPE_PLAIN_TEST(TestWordVectorsReal)
#include "tst_word_vectors_real.moc"
