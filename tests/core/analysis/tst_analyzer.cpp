// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis_codec.h"
#include "core/analysis/analyzer.h"
#include "core/network/crnn.h"
#include "core/tagging/taggers.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

using namespace tagscope;
using test::MadeMedia;

namespace {

// Arguments of ffmpeg for a rising tone and for moving pictures of this length.
std::string testSound(double seconds) {
    return "-f lavfi -i aevalsrc=0.4*sin(2*PI*(300+60*t)*t):s=44100:d=" + std::to_string(seconds) + " ";
}

std::string testPictures(double seconds) {
    return "-f lavfi -i testsrc2=s=160x120:r=25:d=" + std::to_string(seconds) + " ";
}

std::vector<EventClass> threeEvents() {
    return {{"Car", "", {"car"}, 0.5, 0.5}, {"Train", "", {"train"}, 0.5, 0.5}, {"Bus", "", {"bus"}, 0.5, 0.5}};
}

// The networks that can be made without a download. The CRNN lists the events in another order.
std::shared_ptr<const Models> seededModels() {
    static const std::shared_ptr<const Models> models = [] {
        auto made = std::make_shared<Models>();
        CrnnDescription description;
        description.layout.events = {"Bus", "Car", "Train", "Siren"};
        description.bandMean.assign(60, -50.0F);
        description.bandDeviation.assign(60, 20.0F);
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("seeded.safetensors")).toStdString();
        if (Crnn::makeSeeded(description, 1)->save(file))
            made->tagger.value = openTagger(file).value();
        made->tagger.label = "seeded CRNN";
        made->alexNet.value = std::make_shared<const AlexNetFeatures>(AlexNetFeatures::makeSeeded(1));
        made->alexNet.label = "seeded AlexNet";
        made->inceptionV4.whyAbsent = "No Inception-v4 here.";
        made->vectors.whyAbsent = "No word vectors here.";
        return made;
    }();
    return models;
}

AnalysisSettings analyzerSettings() {
    AnalysisSettings settings = settingsFor(threeEvents());
    settings.picturesPerSecond = 2.0; // the tests are about the chain, not about AlexNet's speed
    return settings;
}

std::vector<ClipAnalysis> analyse(const Analyzer &analyzer, const std::filesystem::path &media) {
    std::vector<ClipAnalysis> clips;
    const Result<void> analysed = analyzer.analyse(media, [&](ClipAnalysis clip) { clips.push_back(std::move(clip)); });
    if (!analysed)
        qWarning("%s", analysed.error().what().c_str());
    return clips;
}

bool hasNote(const ClipAnalysis &clip, std::string_view part) {
    return std::ranges::any_of(clip.notes,
                               [&](const Message &note) { return englishText(note).find(part) != std::string::npos; });
}

} // namespace

class TestAnalyzer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStageIsKept() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("av.mp4", testSound(10) + testPictures(10));
        const std::vector<ClipAnalysis> clips = analyse(Analyzer(seededModels(), analyzerSettings()), media);
        QCOMPARE(clips.size(), 1U);
        const ClipAnalysis &clip = clips.front();
        QVERIFY(clip.audio && clip.video);
        QCOMPARE(clip.audio->logMel.rows, 2000U);
        QCOMPARE(clip.audio->logMel.columns, 60U);
        QCOMPARE(clip.audio->activations.rows, 100U);
        QCOMPARE(clip.audio->activations.columns, 3U);
        QCOMPARE(clip.video->pictures.size(), 20U);
        QCOMPARE(clip.video->keyFrames.size(), 4U);
        QCOMPARE(clip.video->dissimilarities.rows, 20U);
        QCOMPARE(clip.mediaHash.size(), 64U);
        QVERIFY(hasNote(clip, "No Inception-v4"));
        QVERIFY(hasNote(clip, "No word vectors"));
        for (std::size_t k = 0; k < 3; ++k) {
            QVERIFY(clip.events[k].audio && !clip.events[k].video);
            QCOMPARE(clip.events[k].fused, clip.events[k].audio);
            QCOMPARE(clip.events[k].tag, *clip.events[k].fused >= 0.5);
            float maximum = 0.0F;
            for (std::size_t step = 0; step < 100; ++step)
                maximum = std::max(maximum, clip.audio->activations(step, k));
            QCOMPARE(clip.audio->probabilities[k], maximum);
            QCOMPARE(clip.audio->activations(static_cast<std::size_t>(clip.audio->peakSteps[k]), k), maximum);
        }
    }

    void activationsFollowTheEventsOfTheSettings() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("a.wav", testSound(3));
        const ClipAnalysis clip = analyse(Analyzer(seededModels(), analyzerSettings()), media).at(0);
        const Matrix direct = seededModels()->tagger.value->activations({{}, clip.audio->logMel}).value();
        for (std::size_t step = 0; step < direct.rows; ++step) {
            QCOMPARE(clip.audio->activations(step, 0), direct(step, 1)); // Car
            QCOMPARE(clip.audio->activations(step, 2), direct(step, 0)); // Bus
        }
    }

    void missingBranchesAreNamedAndNotInvented() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path sound = made_.make("sound.wav", testSound(2));
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path silent = made_.make("silent.mp4", testPictures(2));
        const Analyzer analyzer(seededModels(), analyzerSettings());
        const ClipAnalysis heard = analyse(analyzer, sound).at(0);
        QVERIFY(heard.audio && !heard.video);
        QVERIFY(hasNote(heard, "no pictures"));
        QCOMPARE(heard.audio->soundFrames, 400U);
        QCOMPARE(heard.audio->logMel.rows, 2000U);
        QCOMPARE(heard.duration.count(), 2.0);
        const ClipAnalysis seen = analyse(analyzer, silent).at(0);
        QVERIFY(!seen.audio && seen.video);
        QVERIFY(hasNote(seen, "no sound"));
        QVERIFY(!seen.events[0].fused && !seen.events[0].tag);
    }

    void withoutModelsThereAreNoProbabilities() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("none.mp4", testSound(2) + testPictures(2));
        const ClipAnalysis clip = analyse(Analyzer(std::make_shared<Models>(), analyzerSettings()), media).at(0);
        QVERIFY(clip.audio && clip.audio->activations.empty());
        QVERIFY(clip.video && clip.video->keyFrames.size() == 4U); // at equal intervals
        QVERIFY(!clip.events[0].audio && !clip.events[0].fused);
    }

    void aCrnnOfOtherEventsIsNotUsed() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("other.wav", testSound(1));
        AnalysisSettings settings = settingsFor({{"Whale", "", {"whale"}, 0.5, 0.5}});
        const ClipAnalysis clip = analyse(Analyzer(seededModels(), settings), media).at(0);
        QVERIFY(clip.audio->activations.empty());
        QVERIFY(hasNote(clip, "does not know the event \"Whale\""));
    }

    void longRecordingsAreCutIntoWindows_data() {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QList<double>>("durations");
        QTest::newRow("a little over one clip") << 10.04 << QList<double>{10.0};
        QTest::newRow("two and a half") << 25.0 << QList<double>{10.0, 10.0, 5.0};
    }
    void longRecordingsAreCutIntoWindows() {
        QFETCH(const double, seconds);
        QFETCH(const QList<double>, durations);
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("long" + std::to_string(seconds) + ".mkv",
                                                       testSound(seconds) + testPictures(seconds) + "-c:a pcm_s16le");
        const std::vector<ClipAnalysis> clips = analyse(Analyzer(seededModels(), analyzerSettings()), media);
        QCOMPARE(clips.size(), static_cast<std::size_t>(durations.size()));
        for (std::size_t i = 0; i < clips.size(); ++i) {
            QCOMPARE(clips[i].start.count(), 10.0 * static_cast<double>(i));
            QVERIFY(std::abs(clips[i].duration.count() - durations[static_cast<qsizetype>(i)]) < 0.051);
            QCOMPARE(clips[i].video->pictures.size(),
                     static_cast<std::size_t>(durations[static_cast<qsizetype>(i)] * 2.0));
        }
    }

    void theSameQuestionIsAnsweredFromTheCache() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("cached.mp4", testSound(12) + testPictures(12));
        const QTemporaryDir cache;
        const std::filesystem::path root = cache.path().toStdString();
        const std::vector<ClipAnalysis> first = analyse(Analyzer(seededModels(), analyzerSettings(), root), media);
        QCOMPARE(first.size(), 2U);

        // What the second run says comes from the files: a change to one is seen.
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.path().filename() != "1.cbor")
                continue;
            ClipAnalysis changed = first[1];
            changed.audio->probabilities[0] = 0.125F;
            const std::vector<std::uint8_t> bytes = encodeStages(changed);
            std::ofstream(entry.path(), std::ios::binary | std::ios::trunc)
                .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        }
        const std::vector<ClipAnalysis> second = analyse(Analyzer(seededModels(), analyzerSettings(), root), media);
        QVERIFY(encodeStages(second.at(0)) == encodeStages(first[0]));
        QCOMPARE(second.at(1).events[0].audio, 0.125);

        // A damaged file is made anew, in the middle of the recording too.
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.path().filename() == "1.cbor")
                std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << "damaged";
        }
        const std::vector<ClipAnalysis> third = analyse(Analyzer(seededModels(), analyzerSettings(), root), media);
        QCOMPARE(third.at(1).video->pictures.size(), first[1].video->pictures.size());
        QCOMPARE(third.at(1).audio->probabilities.size(), 3U);
        for (std::size_t k = 0; k < 3; ++k)
            QVERIFY(std::abs(third[1].audio->probabilities[k] - first[1].audio->probabilities[k]) < 1e-3F);
    }

    void aClipAtZeroIsTheFirstWindow() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("one.mp4", testSound(10) + testPictures(10));
        const Analyzer analyzer(seededModels(), analyzerSettings());
        const ClipAnalysis window = analyse(analyzer, media).at(0);
        const ClipAnalysis clip = analyzer.analyseClip(media, Seconds(0), Seconds(10)).value();
        QVERIFY(encodeStages(clip) == encodeStages(window));
        QCOMPARE(clip.notes, window.notes);
        QVERIFY(clip.media == window.media && clip.mediaHash == window.mediaHash && clip.models.crnn == "seeded CRNN");
    }

    void aClipMayLieAnywhere() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media =
            made_.make("anywhere.mkv", testSound(25) + testPictures(25) + "-c:a pcm_s16le");
        const Analyzer analyzer(seededModels(), analyzerSettings());
        const ClipAnalysis second = analyse(analyzer, media).at(1);
        const ClipAnalysis same = analyzer.analyseClip(media, Seconds(10), Seconds(10)).value();
        QCOMPARE(same.start.count(), 10.0);
        QCOMPARE(same.duration.count(), second.duration.count());
        for (std::size_t k = 0; k < 3; ++k)
            QVERIFY(std::abs(same.audio->probabilities[k] - second.audio->probabilities[k]) < 1e-3F);
        QVERIFY(same.video->selection.pictures == second.video->selection.pictures);
        for (std::size_t i = 0; i < second.video->pictures.size(); ++i)
            QVERIFY(std::abs((same.video->pictures[i].time - second.video->pictures[i].time).count()) < 1e-9);

        const ClipAnalysis part = analyzer.analyseClip(media, Seconds(7.26), Seconds(5)).value();
        QCOMPARE(part.duration.count(), 5.0);
        QCOMPARE(part.audio->soundFrames, 1000U);
        QCOMPARE(part.audio->logMel.rows, 2000U); // padded with silence
        QCOMPARE(part.video->pictures.size(), 10U);
        QVERIFY(std::abs(part.video->pictures[0].time.count()) < 0.5);
        const ClipAnalysis end = analyzer.analyseClip(media, Seconds(22), Seconds(10)).value();
        QVERIFY(std::abs(end.duration.count() - 3.0) < 0.1);
    }

    void thereAreNoClipsOutsideTheRecording() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("short.mp4", testSound(2) + testPictures(2));
        const Analyzer analyzer(seededModels(), analyzerSettings());
        for (const auto &[start, duration] :
             {std::pair(60.0, 10.0), {-1.0, 10.0}, {0.0, 0.0}, {1e300, 10.0}, {0.0, std::nan("")}}) {
            const Result<ClipAnalysis> clip = analyzer.analyseClip(media, Seconds(start), Seconds(duration));
            QVERIFY(!clip);
            QVERIFY(clip.error().what().find("short.mp4") != std::string::npos);
        }
        QVERIFY(!analyzer.analyseClip("/no/such/film.mp4", Seconds(0), Seconds(10)));
    }

    void clipsAreCachedByTheirPlace() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("places.mp4", testSound(8) + testPictures(8));
        const QTemporaryDir cache;
        const Analyzer analyzer(seededModels(), analyzerSettings(), cache.path().toStdString());
        const auto stagesAt = [&](double start, double duration) {
            return encodeStages(analyzer.analyseClip(media, Seconds(start), Seconds(duration)).value());
        };
        const auto first = stagesAt(1.0, 3.0);
        const auto second = stagesAt(1.0, 4.0);
        const auto third = stagesAt(2.0, 3.0);
        QVERIFY(first != second && first != third && second != third);
        QVERIFY(stagesAt(1.0, 3.0) == first && stagesAt(1.0, 4.0) == second && stagesAt(2.0, 3.0) == third);
    }

    void keyFramesAreAtEqualIntervalsWithoutAlexNet() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("plain.mp4", testSound(4) + testPictures(4));
        auto models = std::make_shared<Models>(*seededModels());
        models->alexNet = {};
        models->alexNet.whyAbsent = "No AlexNet here.";
        const ClipAnalysis clip =
            Analyzer(models, analyzerSettings()).analyseClip(media, Seconds(0), Seconds(4)).value();
        QCOMPARE(clip.video->pictures.size(), 8U);
        QVERIFY(clip.video->dissimilarities.empty());
        std::vector<int> pictures;
        for (const KeyFrame &keyFrame : clip.video->keyFrames)
            pictures.push_back(keyFrame.picture);
        QCOMPARE(pictures, (std::vector<int>{1, 3, 5, 7}));
        QVERIFY(hasNote(clip, "Key frames are at equal intervals. No AlexNet here."));
        const ClipAnalysis chosen =
            Analyzer(seededModels(), analyzerSettings()).analyseClip(media, Seconds(0), Seconds(4)).value();
        QVERIFY(!hasNote(chosen, "equal intervals"));
    }

    void oneBranchAloneAndThenTheOther() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("branches.mp4", testSound(3) + testPictures(3));
        const QTemporaryDir cache;
        const std::filesystem::path root = cache.path().toStdString();
        const Analyzer seeing(seededModels(), analyzerSettings(), root, Branches::Video);
        ClipAnalysis seen = seeing.analyseClip(media, Seconds(0), Seconds(3)).value();
        QVERIFY(!seen.audio && seen.video);
        QVERIFY(seen.models.crnn.empty() && seen.models.alexNet == "seeded AlexNet");
        QVERIFY(!hasNote(seen, "no sound"));
        QVERIFY(analyse(seeing, media).at(0).video);
        const ClipAnalysis heard = Analyzer(seededModels(), analyzerSettings(), {}, Branches::Audio)
                                       .analyseClip(media, Seconds(0), Seconds(3))
                                       .value();
        QVERIFY(heard.audio && !heard.video && heard.models.alexNet.empty());

        // An analysis of both takes the pictures' part from there: a change to it is seen.
        const ClipAnalysis plain =
            Analyzer(seededModels(), analyzerSettings()).analyseClip(media, Seconds(0), Seconds(3)).value();
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.path().filename() != "video-clip-0-3.cbor")
                continue;
            seen.video->pictures[0].source = 77;
            seen.notes.clear(); // what is kept are the stages' notes, of which there are none
            const std::vector<std::uint8_t> bytes = encodeStages(seen);
            std::ofstream(entry.path(), std::ios::binary | std::ios::trunc)
                .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        }
        const ClipAnalysis both =
            Analyzer(seededModels(), analyzerSettings(), root).analyseClip(media, Seconds(0), Seconds(3)).value();
        QCOMPARE(both.video->pictures[0].source, 77);
        QVERIFY(both.audio->probabilities == plain.audio->probabilities);
        QCOMPARE(both.duration.count(), plain.duration.count());
        QVERIFY(both.notes == plain.notes);
    }

    void stopsWhenAsked() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("stop.mp4", testSound(25) + testPictures(25));
        std::stop_source source;
        int clips = 0;
        const Result<void> analysed = Analyzer(seededModels(), analyzerSettings())
                                          .analyse(
                                              media,
                                              [&](const ClipAnalysis &) {
                                                  ++clips;
                                                  source.request_stop();
                                              },
                                              {}, source.get_token());
        QVERIFY(!analysed && analysed.error().isCancelled());
        QCOMPARE(clips, 1);
    }

    void progressNeverFalls() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media = made_.make("p.mp4", testSound(12) + testPictures(12));
        double last = 0.0;
        const Result<void> analysed = Analyzer(seededModels(), analyzerSettings())
                                          .analyse(
                                              media, [](const ClipAnalysis &) {},
                                              [&](double fraction, std::string_view) {
                                                  QVERIFY(fraction >= last && fraction <= 1.0);
                                                  last = fraction;
                                              });
        QVERIFY_OK(analysed);
        QVERIFY(last > 0.9);
    }

    void whatIsNoMediumIsAnError() {
        const std::filesystem::path text = made_.path("text.mp4");
        std::ofstream(text) << "not a film\n";
        for (const std::filesystem::path &file : {text, std::filesystem::path("/no/such/film.mp4")}) {
            const Result<void> analysed =
                Analyzer(seededModels(), analyzerSettings()).analyse(file, [](const ClipAnalysis &) {});
            QVERIFY(!analysed);
            QVERIFY(analysed.error().what().find(file.filename().string()) != std::string::npos);
        }
    }

private:
    MadeMedia made_;
};

TAGSCOPE_CORE_TEST(TestAnalyzer)
#include "tst_analyzer.moc"
