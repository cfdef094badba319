// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_hash.h"
#include "tests/core/words/temporary_vectors.h"
#include "tests/support/qt_test.h"

#include <cmath>
#include <cstdint>
#include <cstring>

using namespace tagscope;
using tagscope::test::TemporaryVectors;
using Floats = std::vector<float>;

namespace {

constexpr std::string_view kText = "the 0.25 -1 2e-1\n"
                                   "fire 1 2 3\n"
                                   "engine 3 -2 0.5\n"
                                   "at name@domain.com 7 8 9\n"
                                   ". . . 0.5 0.5 0.5\n"
                                   "page 7 1 1 1\n"
                                   "fire 9 9 9\n"
                                   "7 4 5 6\n"
                                   "Elsaß 0 0 1\n"
                                   "t-shirt 0 1 0\n";

std::string contentOf(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path &file, std::string_view content) {
    std::filesystem::remove(file); // some file systems wait for the disk where a file is truncated and written again
    std::ofstream(file, std::ios::binary) << content;
}

Error errorOfImport(std::string_view text) {
    const TemporaryVectors vectors(text);
    const Result<void> imported = vectors.import();
    return imported ? Error{Error::Kind::Internal, "imported", {}} : imported.error();
}

bool contains(const std::string &text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestWordVectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWordsWithBlanksNumbersAndRepetitions() {
        const TemporaryVectors file(kText);
        QVERIFY_OK(file.import());
        const Result<WordVectors> vectors = file.open();
        QVERIFY_OK(vectors);
        QCOMPARE(vectors->dimensions(), std::size_t{3});
        QCOMPARE(vectors->size(), std::uint64_t{9});
        QVERIFY(vectors->vector("the") == Floats({0.25F, -1.0F, 0.2F}));
        QVERIFY(vectors->vector("fire") == Floats({1, 2, 3})); // not the second one
        QVERIFY(vectors->vector("at name@domain.com") == Floats({7, 8, 9}));
        QVERIFY(vectors->vector(". . .") == Floats({0.5F, 0.5F, 0.5F}));
        QVERIFY(vectors->vector("page 7") == Floats({1, 1, 1}));
        QVERIFY(vectors->vector("7") == Floats({4, 5, 6}));
        QVERIFY(vectors->vector("Elsaß") == Floats({0, 0, 1}));
        QVERIFY(!vectors->vector("Fire"));
        QVERIFY(!vectors->vector("fir"));
        QVERIFY(!vectors->vector("fires"));
        QVERIFY(!vectors->vector(""));
        QVERIFY(!vectors->vector("zzz"));
        QCOMPARE(vectors->origin(), "vectors.txt (SHA-256 " + sha256Of(kText) + ")");
        QCOMPARE(file.files(), 2); // no temporary file is left
    }

    void lineEndsMarksAndBlankLinesDoNotMatter() {
        const TemporaryVectors file("\xEF\xBB\xBF"
                                    "a 1 2\r\n\r\nb 3 4 \nc 5 6");
        QVERIFY_OK(file.import());
        const Result<WordVectors> vectors = file.open();
        QVERIFY_OK(vectors);
        QCOMPARE(vectors->size(), std::uint64_t{3});
        QVERIFY(vectors->vector("a") == Floats({1, 2}));
        QVERIFY(vectors->vector("b") == Floats({3, 4}));
        QVERIFY(vectors->vector("c") == Floats({5, 6}));
    }

    // Longer than a block of reading and than the lines that tell the dimensions.
    void manyWordsAcrossBlocks() {
        std::string text;
        const std::string tail = " 0.12345 -0.5 1 2 3 4 5 6 7\n";
        constexpr int kWords = 60000;
        for (int i = 0; i < kWords; ++i)
            text += "word" + std::to_string(i) + " " + std::to_string(i) + tail;
        const TemporaryVectors file(text);
        QVERIFY_OK(file.import());
        const Result<WordVectors> vectors = file.open();
        QVERIFY_OK(vectors);
        QCOMPARE(vectors->size(), std::uint64_t{kWords});
        for (int i = 0; i < kWords; i += 7) {
            const std::optional<Floats> values = vectors->vector("word" + std::to_string(i));
            QVERIFY(values);
            QVERIFY(*values == Floats({static_cast<float>(i), 0.12345F, -0.5F, 1, 2, 3, 4, 5, 6, 7}));
        }
    }

    void nameIsTheMeanOfItsKnownWords() {
        const TemporaryVectors file(kText);
        QVERIFY_OK(file.import());
        const Result<WordVectors> vectors = file.open();
        QVERIFY_OK(vectors);
        QVERIFY(vectors->vectorOfName("fire engine") == Floats({2, 0, 1.75F}));
        QVERIFY(vectors->vectorOfName("  Fire\tENGINE ") == Floats({2, 0, 1.75F}));
        QVERIFY(vectors->vectorOfName("fire unknownword engine") == Floats({2, 0, 1.75F}));
        QVERIFY(vectors->vectorOfName("T-shirt") == Floats({0, 1, 0})); // hyphens are kept
        QVERIFY(vectors->vectorOfName("Elsaß") == Floats({0, 0, 1}));   // as written first
        QVERIFY(!vectors->vectorOfName("trolleybus moped"));
        QVERIFY(!vectors->vectorOfName(""));
    }

    void damagedLinesAreNamed() {
        const Error missing = errorOfImport("a 1 2 3\nb 1 2 3\nc 1 2\n");
        QVERIFY(missing.kind == Error::Kind::Malformed);
        QVERIFY2(contains(missing.what(), "line 3 has 2 numbers"), missing.what().c_str());
        QVERIFY(contains(errorOfImport("a 1 2 3\nb 1 x 3\nc 1 2 3\n").what(), "line 2 has \"x\""));
        QVERIFY(contains(errorOfImport("a 1 2 3\nb 1 nan 3\nc 1 2 3\n").what(), "line 2"));
        QVERIFY(contains(errorOfImport("a 1 2 3\nb 1 1e39 3\nc 1 2 3\n").what(), "line 2"));
        QVERIFY(
            contains(errorOfImport("a 1 2 3\nb 1 2 3c 1 2 3\nd 1 2 3\n").what(), "imported")); // "b 1 2 3c" is a word
        QVERIFY(contains(errorOfImport("a 1 2 3\nb 1 2 3 1 2 3\nd 1 2 3\n").what(), "line 2 has more than 3"));
        QVERIFY(contains(errorOfImport("a 1 2 3\n 1 2 3\nd 1 2 3\n").what(), "line 2 has no word"));
        std::string late;
        for (int i = 0; i < 500; ++i)
            late += "w" + std::to_string(i) + " 1 2 3\n";
        QVERIFY(contains(errorOfImport(late + "last 1").what(), "line 501"));
    }

    void whatIsNotGloveTextIsRefused() {
        QVERIFY(errorOfImport("").kind == Error::Kind::Malformed);
        QVERIFY(errorOfImport("\n\n").kind == Error::Kind::Malformed);
        QVERIFY(errorOfImport("words without numbers\nand more of them\n").kind == Error::Kind::Malformed);
        QVERIFY(contains(errorOfImport("PK\x03\x04 1 2 3\n").what(), "Unpack"));
        QVERIFY(contains(errorOfImport(std::string(std::size_t{5} << 20U, 'x')).what(), "line 1"));
        const TemporaryVectors file("a 1 2\n");
        QVERIFY_FAILS(importWordVectors("/no/such/file", file.compact()), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(importWordVectors(file.text().parent_path(), file.compact()), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(importWordVectors(file.text(), "/dev/null/inside"), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(importWordVectors(file.text(), file.text()), Error::Kind::Unreadable, "");
        QCOMPARE(contentOf(file.text()), std::string("a 1 2\n"));
    }

    void aFailedImportLeavesTheOldFile() {
        const TemporaryVectors file("a 1 2\n");
        QVERIFY_OK(file.import());
        const std::string before = contentOf(file.compact());
        write(file.text(), "a 1 2\nb 1 2\nc 1\n");
        QVERIFY(!file.import());
        QCOMPARE(contentOf(file.compact()), before);
        QCOMPARE(file.files(), 2);
    }

    void stopsAndTellsProgress() {
        std::string text;
        for (int i = 0; i < 5000; ++i)
            text += "w" + std::to_string(i) + " 1 2 3\n";
        const TemporaryVectors file(text);
        std::vector<double> fractions;
        QVERIFY(importWordVectors(file.text(), file.compact(),
                                  [&](double fraction, std::string_view) { fractions.push_back(fraction); }));
        QVERIFY(fractions.size() > 3);
        QVERIFY(std::is_sorted(fractions.begin(), fractions.end()));
        QCOMPARE(fractions.back(), 1.0);

        std::filesystem::remove(file.compact());
        std::stop_source source;
        const Result<void> stopped = importWordVectors(
            file.text(), file.compact(), [&](double, std::string_view) { source.request_stop(); }, source.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QCOMPARE(file.files(), 1);
    }

    // Every truncation, and every byte outside the vectors set to several values, opens or is refused; what opens
    // answers. The sanitizers watch.
    void damagedFilesAreErrors() {
        const TemporaryVectors file(kText);
        QVERIFY_OK(file.import());
        const std::string good = contentOf(file.compact());
        QVERIFY(good.size() < 1000);
        for (std::size_t size = 0; size < good.size(); ++size) {
            write(file.compact(), std::string_view(good).substr(0, size));
            const Result<WordVectors> vectors = file.open();
            QVERIFY_FAILS(vectors, Error::Kind::Malformed, "");
        }
        write(file.compact(), good + "x");
        QVERIFY(!file.open());
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (const char value : {'\x00', '\x01', '\x7F', '\xFF'}) {
                std::string damaged = good;
                damaged[at] = value;
                write(file.compact(), damaged);
                if (const Result<WordVectors> vectors = file.open()) {
                    (void)vectors->vectorOfName("the fire page Elsaß zzz");
                    (void)vectors->vector("at name@domain.com");
                } else {
                    QVERIFY(vectors.error().kind == Error::Kind::Malformed);
                }
            }
        }
    }

    void impossibleHeadersAreErrors() {
        const TemporaryVectors file(kText);
        QVERIFY_OK(file.import());
        const std::string good = contentOf(file.compact());
        constexpr std::size_t kRowsOffset = 16; // vector_file.h: after magic, version, dimensions
        for (std::size_t field = 0; field < 4; ++field) {
            std::string damaged = good;
            const std::uint64_t huge = ~std::uint64_t{0} - field;
            std::memcpy(damaged.data() + kRowsOffset + field * sizeof huge, &huge, sizeof huge);
            write(file.compact(), damaged);
            const Result<WordVectors> vectors = file.open();
            QVERIFY_FAILS(vectors, Error::Kind::Malformed, "");
        }
        std::string other = good;
        other[8] = 2;
        write(file.compact(), other);
        QVERIFY(contains(file.open().error().what(), "another version"));
        QVERIFY(contains(WordVectors::open(file.text()).error().what(), "not a file of word vectors"));
        QVERIFY(WordVectors::isCompactFile(file.compact()));
        QVERIFY(!WordVectors::isCompactFile(file.text()));
        QVERIFY(!WordVectors::isCompactFile("/no/such/file"));
        QVERIFY_FAILS(WordVectors::open(file.text().parent_path()), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(WordVectors::open("/no/such/file"), Error::Kind::Unreadable, "");
    }
};

TAGSCOPE_PLAIN_TEST(TestWordVectors)
#include "tst_word_vectors.moc"
