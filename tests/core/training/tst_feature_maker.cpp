// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/clip_log_mel.h"
#include "core/media/audio_reader.h"
#include "core/training/feature_maker.h"
#include "core/training/feature_merge.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

using namespace tagscope;
using test::whatOf;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMadeClips = 300; // three blocks, the last one shorter
constexpr int kRate = 20000;

// 16 bits, a tone of its own for each number.
std::string toneFile(double seconds, std::size_t number) {
    const auto samples = static_cast<std::uint32_t>(seconds * kRate);
    std::string bytes = test::wavHeader(1, kRate, 16, 2 * samples);
    for (std::uint32_t n = 0; n < samples; ++n) {
        const double value = 9000.0 * std::sin(0.01 * double(number + 3) * n) + double((n * 7919U) % 100U);
        const auto sample = static_cast<std::int16_t>(value);
        bytes.append(reinterpret_cast<const char *>(&sample), sizeof sample);
    }
    return bytes;
}

// A project of many short clips with media; some shorter than a clip.
class SoundingProject {
public:
    explicit SoundingProject(std::size_t clips = kMadeClips)
        : project_(Project::create(folder_.path("p.tagscope"), test::threeClasses(), Seconds(0.1))) {
        std::vector<NewClip> list;
        for (std::size_t i = 0; i < clips; ++i) {
            const std::string name = "c" + std::to_string(i);
            const fs::path file = folder_.write("media/" + name + ".wav", toneFile(i % 10 == 3 ? 0.03 : 0.1, i));
            list.push_back({name, file, Seconds(0), Seconds(0.1), i % 3 == 0 ? "test" : "training"});
        }
        add(list);
    }

    void add(const std::vector<NewClip> &list) { static_cast<void>(project().addClips(list).value()); }
    [[nodiscard]] Project &project() { return project_.value(); }
    [[nodiscard]] const test::Folder &folder() const { return folder_; }
    [[nodiscard]] fs::path directory() { return project().featureDirectory(); }

    // Of all files of the feature store, by name.
    [[nodiscard]] std::map<std::string, std::string> files() {
        std::map<std::string, std::string> contents;
        for (const fs::directory_entry &entry : fs::directory_iterator(directory()))
            contents[entry.path().filename().string()] = test::contentOf(entry.path());
        return contents;
    }

private:
    test::Folder folder_;
    Result<Project> project_;
};

FeatureOptions onThreads(int threads) {
    FeatureOptions options;
    options.threads = threads;
    return options;
}

Matrix expectedFeatures(const fs::path &media, Seconds start, Seconds clipDuration) {
    Result<AudioReader> reader = AudioReader::open(media);
    static_cast<void>(reader->seek(start));
    std::vector<float> samples(static_cast<std::size_t>(std::llround(clipDuration.count() * kRate)));
    samples.resize(reader->read(samples).value());
    return clipLogMel(LogMel::make().value(), samples, clipDuration)->values;
}

} // namespace

class TestFeatureMaker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesTheNumbersThatAnalysisSees() {
        SoundingProject made(5);
        FeatureOptions options = onThreads(2);
        options.precision = FeaturePrecision::Float32;
        QVERIFY(makeFeatures(made.project(), options));
        QVERIFY(mergeFeatures(made.project(), true, 1));
        const Result<FeatureStore> store = FeatureStore::open(made.directory());
        QCOMPARE(whatOf(store), std::string());
        QCOMPARE(store->clips(), std::size_t{5});
        const std::vector<Clip> clips = made.project().clips().value();
        for (const Clip &clip : clips) {
            const std::size_t row = store->find(clip.name).value();
            const Matrix expected = expectedFeatures(clip.media, Seconds(0), Seconds(0.1));
            QCOMPARE(store->readDecibels(row)->values, expected.values);
            QCOMPARE(store->soundFrames(row), std::size_t{clip.name == "c3" ? 6U : 20U});
        }
    }

    void roundsToHalves() {
        SoundingProject made(2);
        QVERIFY(makeFeatures(made.project()));
        QVERIFY(mergeFeatures(made.project(), true, 1));
        const Result<FeatureStore> store = FeatureStore::open(made.directory());
        QVERIFY(store->format().precision == FeaturePrecision::Float16);
        const Matrix expected =
            expectedFeatures(made.project().clipNamed("c1").value()->media, Seconds(0), Seconds(0.1));
        const Matrix stored = store->readDecibels(1).value();
        for (std::size_t n = 0; n < expected.values.size(); ++n)
            QVERIFY(std::abs(stored.values[n] - expected.values[n]) <= 0x1p-5F); // half an ulp below 128 dB
    }

    void honoursTheWindowOfAClip() {
        SoundingProject made(1);
        const fs::path longFile = made.folder().write("long.wav", toneFile(1.0, 7));
        made.add({{"later", longFile, Seconds(0.45), Seconds(0.1), "training"},
                  {"short", longFile, Seconds(0.2), Seconds(0.05), "training"},
                  {"longer than a clip", longFile, Seconds(0.2), Seconds(0.5), "training"}});
        FeatureOptions options;
        options.precision = FeaturePrecision::Float32;
        QVERIFY(makeFeatures(made.project(), options));
        QVERIFY(mergeFeatures(made.project(), true, 1));
        const Result<FeatureStore> store = FeatureStore::open(made.directory());
        const auto row = [&](const char *name) { return store->find(name).value(); };
        QCOMPARE(store->readDecibels(row("later"))->values,
                 expectedFeatures(longFile, Seconds(0.45), Seconds(0.1)).values);
        QCOMPARE(store->readDecibels(row("longer than a clip"))->values,
                 expectedFeatures(longFile, Seconds(0.2), Seconds(0.1)).values);
        QCOMPARE(store->soundFrames(row("short")), std::size_t{10});
        QCOMPARE(store->readDecibels(row("short"))->row(15)[5], -100.0F); // padding is silence
    }

    void shardsAndMergeEqualTheWhole() {
        SoundingProject made;
        QVERIFY(makeFeatures(made.project(), onThreads(3)));
        QVERIFY(mergeFeatures(made.project(), true, 2));
        const std::map<std::string, std::string> whole = made.files();
        QCOMPARE(whole.size(), std::size_t{7}); // three blocks of two files, and the index
        fs::remove_all(made.directory());
        for (const int shard : {2, 1}) {
            FeatureOptions options = onThreads(1);
            options.shard = {shard, 2};
            const Result<Project> reading = Project::open(made.project().file(), Project::Access::ReadOnly);
            const Result<FeatureReport> report = makeFeatures(*reading, options);
            QCOMPARE(report->blocks, std::size_t{shard == 1 ? 2U : 1U});
            if (shard == 2)
                QVERIFY(!mergeFeatures(made.project(), true, 1));
        }
        QVERIFY(mergeFeatures(made.project(), true, 1));
        QVERIFY(made.files() == whole);
        FeatureOptions impossible;
        impossible.shard = {3, 2};
        QVERIFY(!makeFeatures(made.project(), impossible));
    }

    void goesOnAfterAStop() {
        SoundingProject made;
        std::stop_source stop;
        const ClipProgress stopInTheSecondBlock = [&](std::size_t done, std::size_t clips, std::string_view) {
            QCOMPARE(clips, kMadeClips);
            if (done == 140)
                stop.request_stop();
        };
        // On one thread: of two, the other may still be at a clip of the first block.
        const Result<FeatureReport> stopped =
            makeFeatures(made.project(), onThreads(1), stopInTheSecondBlock, stop.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QCOMPARE(made.files().size(), std::size_t{2}); // the first block alone, and nothing half done
        const std::string first = test::contentOf(blockArray(made.directory(), 0));
        const auto writtenAt = fs::last_write_time(blockArray(made.directory(), 0));

        const Result<FeatureReport> rest = makeFeatures(made.project(), onThreads(2));
        QCOMPARE(rest->madeBlocks, std::size_t{2});
        QCOMPARE(rest->clips, kMadeClips);
        QVERIFY(fs::last_write_time(blockArray(made.directory(), 0)) == writtenAt);
        QVERIFY(test::contentOf(blockArray(made.directory(), 0)) == first);
        const Result<FeatureReport> again = makeFeatures(made.project(), onThreads(2));
        QCOMPARE(again->madeBlocks, std::size_t{0});
        QCOMPARE(again->clips, kMadeClips);
    }

    void aDamagedBlockIsNamedAndMadeAnew() {
        SoundingProject made;
        QVERIFY(makeFeatures(made.project(), onThreads(2)));
        const std::map<std::string, std::string> whole = made.files();
        fs::resize_file(blockArray(made.directory(), 1), 1000);
        const Result<FeatureReport> mended = makeFeatures(made.project());
        QCOMPARE(mended->madeBlocks, std::size_t{1});
        QCOMPARE(mended->damaged.size(), std::size_t{1});
        QVERIFY(mended->damaged[0].find("features-00001.npy") != std::string::npos);
        QVERIFY(made.files() == whole);

        std::string bytes = whole.at("features-00002.npy");
        bytes[500] = static_cast<char>(bytes[500] ^ 4);
        std::ofstream(blockArray(made.directory(), 2), std::ios::binary) << bytes;
        QCOMPARE(makeFeatures(made.project())->madeBlocks, std::size_t{0});
        FeatureOptions checking;
        checking.withChecksums = true;
        const Result<FeatureReport> checked = makeFeatures(made.project(), checking);
        QCOMPARE(checked->damaged.size(), std::size_t{1});
        QVERIFY(checked->damaged[0].find("features-00002.npy") != std::string::npos);
        QVERIFY(made.files() == whole);
    }

    void whatWasKilledBetweenTheTwoFilesIsMadeAnew() {
        SoundingProject made(3);
        QVERIFY(makeFeatures(made.project()));
        fs::remove(blockDescription(made.directory(), 0));
        const Result<FeatureReport> report = makeFeatures(made.project());
        QCOMPARE(report->madeBlocks, std::size_t{1});
        QVERIFY(report->damaged.empty());
    }

    void leavesOutWhatHasNoFeatures() {
        SoundingProject made(2);
        made.add({{"nowhere", {}, Seconds(0), Seconds(0.1), "training"},
                  {"gone", made.folder().path("gone.wav"), Seconds(0), Seconds(0.1), "training"},
                  {"text", made.folder().write("text.wav", "not a sound"), Seconds(0), Seconds(0.1), "training"},
                  {"empty", made.folder().write("empty.wav", ""), Seconds(0), Seconds(0.1), "training"},
                  {"after its end", made.folder().path("media/c0.wav"), Seconds(5), Seconds(0.1), "training"}});
        const Result<FeatureReport> report = makeFeatures(made.project());
        QCOMPARE(whatOf(report), std::string());
        QCOMPARE(report->clips, std::size_t{2});
        std::map<std::string, Omission> why;
        for (const OmittedClip &clip : report->omitted) {
            why[clip.source.clip] = clip.why;
            QVERIFY(!clip.reason.empty());
        }
        QVERIFY(why == (std::map<std::string, Omission>{{"nowhere", Omission::NoMedia},
                                                        {"gone", Omission::NoMedia},
                                                        {"text", Omission::Undecodable},
                                                        {"empty", Omission::Undecodable},
                                                        {"after its end", Omission::NoSound}}));
        QCOMPARE(mergeFeatures(made.project(), true, 1)->omitted.size(), std::size_t{5});
        QCOMPARE(makeFeatures(made.project())->madeBlocks, std::size_t{0}); // and stays so
    }

    void aFilmWithoutSoundHasNone() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const test::MadeMedia media;
        SoundingProject made(1);
        made.add({{"silent film", media.make("silent.mp4", "-f lavfi -i testsrc2=size=64x64:rate=25:duration=0.2"),
                   Seconds(0), Seconds(0.1), "training"}});
        const Result<FeatureReport> report = makeFeatures(made.project());
        QCOMPARE(report->omitted.size(), std::size_t{1});
        QVERIFY(report->omitted[0].why == Omission::NoSound);
    }

    void followsWhatChangesInTheProject() {
        SoundingProject made(2);
        made.add({{"found later", {}, Seconds(0), Seconds(0.1), "training"}});
        QVERIFY(makeFeatures(made.project()));
        const ClipId id = made.project().clipNamed("found later").value()->id;
        const fs::path file = made.folder().write("found.wav", toneFile(0.1, 5));
        QVERIFY(made.project().setMedia(std::vector<std::pair<ClipId, fs::path>>{{id, file}}));
        QCOMPARE(makeFeatures(made.project())->clips, std::size_t{3});
        // Features outlive their recording, but not its replacement by another.
        fs::remove(file);
        const Result<FeatureReport> kept = makeFeatures(made.project());
        QCOMPARE(kept->clips, std::size_t{3});
        QCOMPARE(kept->madeBlocks, std::size_t{0});
        made.folder().write("found.wav", toneFile(0.05, 5));
        QCOMPARE(makeFeatures(made.project())->madeBlocks, std::size_t{1});
    }

    void precisionIsKeptUnlessItIsAskedFor() {
        SoundingProject made(2);
        FeatureOptions options;
        options.precision = FeaturePrecision::Float32;
        QVERIFY(makeFeatures(made.project(), options));
        QCOMPARE(makeFeatures(made.project())->madeBlocks, std::size_t{0});
        options.precision = FeaturePrecision::Float16;
        QCOMPARE(makeFeatures(made.project(), options)->madeBlocks, std::size_t{1});
    }

    void aDirectoryThatCannotBeWrittenIsAnError() {
        SoundingProject made(2);
        made.folder().write("p.data", "a file where the directory would be");
        const Result<FeatureReport> report = makeFeatures(made.project());
        QVERIFY_FAILS(report, Error::Kind::Unreadable, "");
    }

    void nothingToMakeIsAnError() {
        SoundingProject none(0);
        QVERIFY(!makeFeatures(none.project()));
        none.add(test::clipsNamed(3));
        QVERIFY(makeFeatures(none.project()));
        const Result<FeatureSummary> merged = mergeFeatures(none.project(), true, 1);
        QVERIFY(!merged && merged.error().what().find("None of the 3 clips") != std::string::npos);
    }
};

TAGSCOPE_CORE_TEST(TestFeatureMaker)
#include "tst_feature_maker.moc"
