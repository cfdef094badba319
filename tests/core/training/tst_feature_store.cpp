// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/training/feature_block.h"
#include "core/training/feature_merge.h"
#include "core/training/feature_store.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace tagscope;
using test::whatOf;

namespace {

constexpr std::size_t kStoredFrames = 10;
constexpr std::size_t kStoredBands = 60;

FeatureFormat goldenFormat() {
    FeatureFormat format;
    format.clipDuration = Seconds(0.05);
    return format;
}

// The value that tests/golden/features.py has at this place.
double goldenValue(std::size_t clip, std::size_t frame, std::size_t band) {
    return -40 + 15 * std::sin(1.7 * double(clip) + 0.9 * double(frame) + 0.31 * double(band)) - 0.2 * double(band);
}

// A project of three clips whose features are the array that NumPy saved; c0 and c2 are for training.
class GoldenProject {
public:
    GoldenProject() : project_(Project::create(folder_.path("golden.tagscope"), test::threeClasses(), Seconds(0.05))) {
        std::vector<NewClip> clips = test::clipsNamed(3);
        clips[1].split = "test";
        static_cast<void>(project_.value().addClips(clips).value());
        std::filesystem::create_directories(directory());
        std::filesystem::copy_file(test::goldenFile("features_float16.npy"), blockArray(directory(), 0));
        describe();
    }

    [[nodiscard]] Project &project() { return project_.value(); }
    [[nodiscard]] std::filesystem::path directory() const { return project_.value().featureDirectory(); }

    // Sums of the golden rows, as the maker of features would have made them.
    void describe(bool hasSums = false) {
        FeatureBlock block;
        block.format = goldenFormat();
        block.sha256 = sha256OfFile(blockArray(directory(), 0)).value();
        block.training = BandSums(kStoredBands);
        block.all = BandSums(kStoredBands);
        const std::string bytes = test::contentOf(blockArray(directory(), 0));
        const std::vector<Clip> clips = project_.value().clips().value();
        for (std::size_t i = 0; i < clips.size(); ++i) {
            const std::size_t soundFrames = i == 2 ? 4 : kStoredFrames;
            block.rows.push_back({sourceOf(clips[i]), soundFrames, clips[i].split, {}});
            const std::size_t clipBytes = kStoredFrames * kStoredBands * 2;
            if (hasSums)
                block.rows.back().sum = sumOf(std::as_bytes(std::span(bytes)).subspan(128 + i * clipBytes, clipBytes));
            std::vector<float> values(soundFrames * kStoredBands);
            npyToFloats(NpyType::Float16,
                        std::as_bytes(std::span(bytes)).subspan(128 + i * kStoredFrames * kStoredBands * 2), values);
            block.all.add(values);
            if (clips[i].split == "training")
                block.training.add(values);
        }
        QVERIFY_OK(writeFileAtomically(blockDescription(directory(), 0), toJson(block)));
    }

private:
    test::Folder folder_;
    Result<Project> project_;
};

void replaceInFile(const std::filesystem::path &file, const std::string &from, const std::string &to) {
    std::string text = test::contentOf(file);
    const std::size_t found = text.find(from);
    QVERIFY2(found != std::string::npos, from.c_str());
    std::ofstream(file, std::ios::binary) << text.replace(found, from.size(), to);
}

} // namespace

class TestFeatureStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnArrayOfNumPy() {
        GoldenProject golden;
        const Result<FeatureSummary> summary = mergeFeatures(golden.project(), true, 2);
        QCOMPARE(whatOf(summary), std::string());
        QCOMPARE(summary->clips, std::size_t{3});
        const Result<FeatureStore> store = FeatureStore::open(golden.directory());
        QCOMPARE(whatOf(store), std::string());
        QCOMPARE(store->clips(), std::size_t{3});
        QCOMPARE(store->format(), goldenFormat());
        QCOMPARE(store->clipName(1), std::string("c1"));
        QCOMPARE(store->soundFrames(2), std::size_t{4});
        QCOMPARE(store->find("c2"), std::optional<std::size_t>(2));
        QVERIFY(!store->find("c3"));
        const Result<Matrix> clip = store->readDecibels(1);
        QCOMPARE(clip->rows, kStoredFrames);
        QCOMPARE(clip->columns, kStoredBands);
        for (std::size_t frame = 0; frame < kStoredFrames; ++frame) {
            for (std::size_t band = 0; band < kStoredBands; ++band)
                QVERIFY(std::abs((*clip)(frame, band) - goldenValue(1, frame, band)) <=
                        0x1p-5); // half an ulp below 128 dB
        }
    }

    void namesAClipWhoseNumbersChanged() {
        GoldenProject golden;
        golden.describe(true);
        QVERIFY_OK(mergeFeatures(golden.project(), false, 1));
        QVERIFY_OK(FeatureStore::open(golden.directory())->readDecibels(1));
        const std::filesystem::path array = blockArray(golden.directory(), 0);
        std::string bytes = test::contentOf(array);
        const std::size_t place = 128 + kStoredFrames * kStoredBands * 2 + 5; // of the second clip
        bytes[place] = static_cast<char>(bytes[place] ^ 1);
        std::ofstream(array, std::ios::binary) << bytes;
        const Result<FeatureStore> store = FeatureStore::open(golden.directory());
        QVERIFY_OK(store);
        QVERIFY_OK(store->readDecibels(0));
        QVERIFY_FAILS(store->readDecibels(1), Error::Kind::Malformed, "c1");
        QVERIFY_OK(store->readDecibels(2));
    }

    void statisticsAreThoseOfNumPy() {
        GoldenProject golden;
        QVERIFY(mergeFeatures(golden.project(), false, 1));
        const Result<FeatureStore> store = FeatureStore::open(golden.directory());
        std::ifstream expected(test::goldenFile("features_statistics.csv"));
        std::string line;
        std::getline(expected, line);
        for (std::size_t band = 0; band < kStoredBands; ++band) {
            QVERIFY(std::getline(expected, line));
            const double mean = std::stod(line);
            const double deviation = std::stod(line.substr(line.find(',') + 1));
            QVERIFY(std::abs(store->statistics().mean[band] - mean) < 1e-5);
            QVERIFY(std::abs(store->statistics().deviation[band] - deviation) < 1e-5);
        }
    }

    void readNormalisesInAnyOrder() {
        GoldenProject golden;
        QVERIFY(mergeFeatures(golden.project(), false, 1));
        const Result<FeatureStore> store = FeatureStore::open(golden.directory());
        const std::vector<std::size_t> rows{2, 0, 2};
        std::vector<float> values(rows.size() * kStoredFrames * kStoredBands);
        QVERIFY(store->read(rows, values));
        const BandStatistics &statistics = store->statistics();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Matrix stored = store->readDecibels(rows[i]).value();
            for (std::size_t n = 0; n < stored.values.size(); ++n) {
                const std::size_t band = n % kStoredBands;
                const double expected = (double(stored.values[n]) - statistics.mean[band]) / statistics.deviation[band];
                QVERIFY(std::abs(values[i * stored.values.size() + n] - expected) < 1e-5);
            }
        }
    }

    void statisticsFollowTheSplits() {
        GoldenProject golden;
        QVERIFY(mergeFeatures(golden.project(), false, 1));
        const BandStatistics before = FeatureStore::open(golden.directory())->statistics();
        const ClipId moved = golden.project().clipNamed("c1").value()->id;
        QVERIFY(golden.project().setSplit(std::vector<ClipId>{moved}, "training"));
        QVERIFY(mergeFeatures(golden.project(), true, 1));
        const BandStatistics after = FeatureStore::open(golden.directory())->statistics();
        QVERIFY(before.mean != after.mean);
        golden.describe(); // the sums made from the start for these splits
        QVERIFY(mergeFeatures(golden.project(), true, 1));
        QCOMPARE(FeatureStore::open(golden.directory())->statistics().mean, after.mean);
    }

    void saysHowToMakeFeatures() {
        const test::Folder folder;
        const Result<FeatureStore> none = FeatureStore::open(folder.path("nowhere"));
        QVERIFY_FAILS(none, Error::Kind::Unreadable, "has no features yet");
    }

    void aShortArrayIsFound() {
        GoldenProject golden;
        QVERIFY(mergeFeatures(golden.project(), false, 1));
        std::filesystem::resize_file(blockArray(golden.directory(), 0), 3000);
        const Result<FeatureStore> store = FeatureStore::open(golden.directory());
        QVERIFY_FAILS(store, Error::Kind::Malformed, "features-00000.npy");
        const Result<FeatureSummary> merged = mergeFeatures(golden.project(), false, 1);
        QVERIFY_FAILS(merged, Error::Kind::Inconsistent, "features-00000.npy");
    }

    void anArrayThatShrinksWhileItIsOpenIsAnError() {
        GoldenProject golden;
        QVERIFY(mergeFeatures(golden.project(), false, 1));
        const Result<FeatureStore> store = FeatureStore::open(golden.directory());
        QVERIFY_OK(store->readDecibels(0));
        std::filesystem::resize_file(blockArray(golden.directory(), 0), 3000);
        QVERIFY_OK(store->readDecibels(0));
        const Result<Matrix> lost = store->readDecibels(2);
        QVERIFY_FAILS(lost, Error::Kind::Malformed, "");
        std::vector<float> values(kStoredFrames * kStoredBands);
        QVERIFY(!store->read(std::vector<std::size_t>{2}, values));
    }

    void onlyChecksumsFindAChangedNumber() {
        GoldenProject golden;
        {
            std::fstream array(blockArray(golden.directory(), 0), std::ios::in | std::ios::out | std::ios::binary);
            array.seekp(1000);
            array.put('\x11');
        }
        QVERIFY(mergeFeatures(golden.project(), false, 1));
        const Result<FeatureSummary> verified = mergeFeatures(golden.project(), true, 1);
        QVERIFY(!verified);
        QVERIFY(verified.error().what().find("features-00000.npy is damaged") != std::string::npos);
    }

    void aBlockMadeAnewIsNoticed() {
        GoldenProject golden;
        QVERIFY(mergeFeatures(golden.project(), false, 1));
        replaceInFile(indexFile(golden.directory()), "\"sha256\": \"", "\"sha256\": \"0");
        const Result<FeatureStore> store = FeatureStore::open(golden.directory());
        QVERIFY_FAILS(store, Error::Kind::Malformed, "");
    }

    void damagedDescriptionsAreErrors_data() {
        QTest::addColumn<bool>("ofIndex");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("no JSON") << true << "{"
                                 << "";
        QTest::newRow("another kind") << true << "tagscope.features.index"
                                      << "tagscope.crnn";
        QTest::newRow("a later version") << true << "\"version\": 1"
                                         << "\"version\": 2";
        QTest::newRow("endless clips") << true << "\"clipDuration\": 0.05"
                                       << "\"clipDuration\": 1e300";
        QTest::newRow("no hop") << true << "\"hopSamples\": 100"
                                << "\"hopSamples\": 0";
        QTest::newRow("bands that are not there") << true << "\"bands\": 60"
                                                  << "\"bands\": 61";
        QTest::newRow("negative clips") << true << "\"clips\": 3"
                                        << "\"clips\": -3";
        QTest::newRow("longer clips") << false << "\"clipDuration\": 0.05"
                                      << "\"clipDuration\": 3600";
        QTest::newRow("more sound than frames") << false << "\"soundFrames\": 4"
                                                << "\"soundFrames\": 400";
    }

    void damagedDescriptionsAreErrors() {
        QFETCH(bool, ofIndex);
        QFETCH(QString, from);
        QFETCH(QString, to);
        GoldenProject golden;
        QVERIFY(mergeFeatures(golden.project(), false, 1));
        const std::filesystem::path file =
            ofIndex ? indexFile(golden.directory()) : blockDescription(golden.directory(), 0);
        std::string text = test::contentOf(file);
        for (std::size_t at = text.find(from.toStdString()); at != std::string::npos;
             at = text.find(from.toStdString(), at + static_cast<std::size_t>(to.size())))
            text.replace(at, static_cast<std::size_t>(from.size()), to.toStdString());
        std::ofstream(file, std::ios::binary) << text;
        const Result<FeatureStore> store = FeatureStore::open(golden.directory());
        QVERIFY(!store);
        QVERIFY(!store.error().what().empty());
    }
};

TAGSCOPE_CORE_TEST(TestFeatureStore)
#include "tst_feature_store.moc"
