// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis_codec.h"
#include "core/analysis/analyzer.h"
#include "core/analysis/clip_revision.h"
#include "core/analysis/project_analysis.h"
#include "core/analysis/project_mapping.h"
#include "core/analysis/settings_json.h"
#include "core/base/split_mix.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace tagscope;
using test::MadeMedia;
namespace fs = std::filesystem;

namespace {

const std::vector<EventClass> kEvents{
    {"Car", "", {"car"}, 0.5, 0.2}, {"Train", "", {"train"}, 0.5, 0.2}, {"Bus", "", {"bus"}, 0.5, 0.2}};

// The small networks and vectors of the demo: every branch, in no time.
std::shared_ptr<const Models> demoModels() {
    static const auto models =
        std::make_shared<const Models>(loadModels(test::goldenFile("../../models/demo")).value());
    return models;
}

AnalysisSettings quickSettings() {
    AnalysisSettings settings = settingsFor(kEvents);
    settings.clipDuration = Seconds(4);
    settings.picturesPerSecond = 4.0;
    return settings;
}

// Scenes that differ, so that methods do.
std::string scenes() {
    return "-f lavfi -i testsrc2=s=96x64:r=25:d=2 -f lavfi -i mandelbrot=s=96x64:r=25 -f lavfi -i sine=d=4 "
           "-filter_complex [1:v]trim=duration=2[m];[0:v][m]concat=n=2:v=1:a=0[v] -map [v] -map 2:a -t 4";
}

Analyzer analyzerWith(const AnalysisSettings &settings, const fs::path &cache = {},
                      Branches branches = Branches::Both) {
    return {demoModels(), settings, cache, branches};
}

// The inputs that a person's window would have fetched.
RevisionInputs inputsFor(const Analyzer &analyzer, const ClipAnalysis &clip, const ClipRevision &revision) {
    RevisionInputs inputs;
    inputs.cosine = analyzer.cosine();
    if (!clip.video || clip.video->dissimilarities.empty())
        return inputs;
    if (revision.keyFrames)
        inputs.selection = selectKeyFrames(clip.video->dissimilarities, *revision.keyFrames).value();
    const KeyFrames selection = revisedSelection(clip, revision, inputs.selection).value();
    for (const int picture : picturesWithoutObjects(clip, selection, inputs))
        inputs.objects[picture] = analyzer.objectsOf(clip, picture).value();
    return inputs;
}

bool isSame(const ClipAnalysis &left, const ClipAnalysis &right) {
    const auto sameEvent = [](const EventResult &a, const EventResult &b) {
        return a.audio == b.audio && a.video == b.video && a.fused == b.fused && a.tag == b.tag;
    };
    return encodeStages(left) == encodeStages(right) && left.settings == right.settings && left.notes == right.notes &&
           std::ranges::equal(left.events, right.events, sameEvent);
}

ClipRevision withMethod(KeyFrameMethod method, int count, double lambda = 0.1) {
    ClipRevision revision;
    revision.keyFrames = KeyFrameOptions{.method = method, .count = count, .lambdaFraction = lambda};
    return revision;
}

ClipRevision withMapping(MappingRule rule, double cutOff, double temperature) {
    ClipRevision revision;
    revision.mapping = MappingOptions{rule, cutOff, temperature, {}};
    return revision;
}

} // namespace

class TestClipRevision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRevisionIsAFreshAnalysis_data() {
        QTest::addColumn<ClipRevision>("revision");
        QTest::newRow("ds3") << withMethod(KeyFrameMethod::Ds3, 4);
        QTest::newRow("ds3, small lambda") << withMethod(KeyFrameMethod::Ds3, 4, 0.01);
        QTest::newRow("k-means") << withMethod(KeyFrameMethod::KMeans, 3);
        QTest::newRow("equal intervals") << withMethod(KeyFrameMethod::EqualIntervals, 5);
        QTest::newRow("more than pictures") << withMethod(KeyFrameMethod::KMedian, 100);
        QTest::newRow("cut-off") << withMapping(MappingRule::MostSimilar, 0.4, 0.05);
        QTest::newRow("everything is cut off") << withMapping(MappingRule::MostSimilar, 1.1, 0.05);
        QTest::newRow("softmax") << withMapping(MappingRule::Softmax, -1.0, 0.2);
        ClipRevision both = withMethod(KeyFrameMethod::KMeans, 2);
        both.mapping = MappingOptions{MappingRule::Softmax, 0.1, 0.5, {}};
        QTest::newRow("both") << both;
        ClipRevision table;
        table.mapping = MappingOptions{MappingRule::Table, -1.0, 0.05, Matrix(demoModels()->objects.size(), 3, 0.25F)};
        QTest::newRow("table") << table;
        QTest::newRow("nothing") << ClipRevision();
    }
    void aRevisionIsAFreshAnalysis() {
        QFETCH(const ClipRevision, revision);
        TAGSCOPE_REQUIRE_FFMPEG();
        const fs::path media = made_.make("fresh.mp4", scenes());
        const Analyzer analyzer = analyzerWith(quickSettings());
        const ClipAnalysis clip = analyzer.analyseClip(media, Seconds(0), Seconds(4)).value();
        QVERIFY(clip.audio && clip.video && !clip.video->probabilities.empty());
        AnalysisSettings settings = quickSettings();
        settings.keyFrames = revision.keyFrames.value_or(settings.keyFrames);
        settings.mapping = revision.mapping.value_or(settings.mapping);
        const ClipAnalysis fresh = analyzerWith(settings).analyseClip(media, Seconds(0), Seconds(4)).value();
        const ClipAnalysis revised = revise(clip, revision, inputsFor(analyzer, clip, revision)).value();
        QVERIFY(isSame(revised, fresh));
        QCOMPARE(isSame(revised, clip), revision.isEmpty());
    }

    void objectsOfAnyPictureAreThoseOfAKeyFrame() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const fs::path media = made_.make("any.mp4", scenes());
        const Analyzer analyzer = analyzerWith(quickSettings());
        const ClipAnalysis clip = analyzer.analyseClip(media, Seconds(1), Seconds(3)).value();
        QCOMPARE(clip.video->pictures.size(), 12U);
        for (const KeyFrame &keyFrame : clip.video->keyFrames)
            QVERIFY(analyzer.objectsOf(clip, keyFrame.picture).value() == keyFrame.objects);
        QVERIFY(!analyzer.objectsOf(clip, 1000));
        QVERIFY(!Analyzer(std::make_shared<Models>(), quickSettings()).objectsOf(clip, 0));
    }

    void picturesChosenByHand() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const fs::path media = made_.make("hand.mp4", scenes());
        const Analyzer analyzer = analyzerWith(quickSettings());
        const ClipAnalysis clip = analyzer.analyseClip(media, Seconds(0), Seconds(4)).value();
        ClipRevision revision;
        revision.pictures = {0, 3, 9, 15};
        RevisionInputs inputs = inputsFor(analyzer, clip, revision);
        const ClipAnalysis revised = revise(clip, revision, inputs).value();
        QVERIFY(revised.video->selection.pictures == revision.pictures);
        QVERIFY(revised.video->selection.cost >= clip.video->selection.costBound);
        QCOMPARE(revised.video->selection.costBound, clip.video->selection.costBound);
        QCOMPARE(revised.video->keyFrames[2].time.count(), 2.25);
        QVERIFY(revised.video->keyFrames[2].objects == analyzer.objectsOf(clip, 9).value());
        QCOMPARE(revised.notes.size(), clip.notes.size() + 1);
        QVERIFY(revised.settings == clip.settings);
        // Those of the method by hand: the same figures.
        revision.pictures = clip.video->selection.pictures;
        const ClipAnalysis same = revise(clip, revision, inputsFor(analyzer, clip, revision)).value();
        QVERIFY(same.video->probabilities == clip.video->probabilities);
        QCOMPARE(same.video->selection.cost, clip.video->selection.cost);

        revision.pictures = {0, 3, 9, 14};
        QVERIFY(!revise(clip, revision, inputs)); // the objects of 14 were not fetched
        for (const std::vector<int> &bad : {std::vector{3, 3}, {9, 3}, {-1, 2}, {2, 16}}) {
            revision.pictures = bad;
            QVERIFY(!revise(clip, revision, inputs));
        }
    }

    void cellsKeepProbabilitiesProbabilities() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const fs::path media = made_.make("cells.mp4", scenes());
        const Analyzer analyzer = analyzerWith(quickSettings());
        const ClipAnalysis clip = analyzer.analyseClip(media, Seconds(0), Seconds(4)).value();
        ClipRevision revision;
        revision.mapping = MappingOptions{.rule = MappingRule::Table,
                                          .table = mappingShares(analyzer.cosine(), clip.settings.mapping).value()};
        const RevisionInputs inputs = inputsFor(analyzer, clip, revision);
        QVERIFY(revise(clip, revision, inputs).value().video->probabilities == clip.video->probabilities);
        for (std::uint64_t edit = 0; edit < 200; ++edit) {
            const std::uint64_t random = splitMixNumber(edit + 1);
            const auto object =
                static_cast<std::size_t>(clip.video->objects[random % clip.video->objects.size()].index);
            revision.mapping->table(object, random / 16 % 3) = static_cast<float>(random / 64 % 101) / 100.0F;
            const ClipAnalysis revised = revise(clip, revision, inputs).value();
            for (const float v : revised.video->probabilities)
                QVERIFY(v >= 0.0F && v <= 1.0F);
        }
        revision.mapping->table(0, 0) = 1.5F;
        QVERIFY(!revise(clip, revision, inputs));
        revision.mapping->table = Matrix(demoModels()->objects.size(), 2, 0.5F); // of other events
        QVERIFY(!revise(clip, revision, inputs));
        QVERIFY(!revise(clip, revision, {}));
    }

    void withoutModelsOrPictures() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const fs::path media = made_.make("some.mp4", scenes());
        ClipRevision method = withMethod(KeyFrameMethod::KMeans, 2);
        method.mapping = MappingOptions{MappingRule::MostSimilar, 0.3, 0.05, {}};
        // No AlexNet: there is nothing to choose by, but pictures by hand.
        const ClipAnalysis plain =
            Analyzer(std::make_shared<Models>(), quickSettings()).analyseClip(media, Seconds(0), Seconds(4)).value();
        QVERIFY(!revise(plain, method, {}));
        ClipRevision byHand;
        byHand.pictures = {0, 2};
        const ClipAnalysis handed = revise(plain, byHand, {}).value();
        QCOMPARE(handed.video->selection.pictures, (std::vector<int>{0, 2}));
        QCOMPARE(handed.video->selection.representative.size(), plain.video->pictures.size());
        QVERIFY(revise(plain, withMapping(MappingRule::Softmax, -1, 0.1), {}));
        // No Inception-v4: the key frames move, without objects.
        auto models = std::make_shared<Models>(*demoModels());
        models->inceptionV4 = {};
        const Analyzer blind(models, quickSettings());
        const ClipAnalysis unseen = blind.analyseClip(media, Seconds(0), Seconds(4)).value();
        const ClipAnalysis moved = revise(unseen, method, inputsFor(blind, unseen, method)).value();
        QCOMPARE(moved.video->keyFrames.size(), 2U);
        QVERIFY(moved.video->objects.empty() && moved.video->probabilities.empty());
        // No vectors: a table still says where objects go.
        models = std::make_shared<Models>(*demoModels());
        models->vectors = {};
        const Analyzer wordless(models, quickSettings());
        const ClipAnalysis seen = wordless.analyseClip(media, Seconds(0), Seconds(4)).value();
        QVERIFY(!seen.video->objects.empty() && seen.video->probabilities.empty());
        ClipRevision table;
        table.mapping = MappingOptions{.rule = MappingRule::Table, .table = Matrix(models->objects.size(), 3, 0.5F)};
        const ClipAnalysis mapped = revise(seen, table, {}).value();
        QVERIFY(std::abs(mapped.video->probabilities.at(1) - 0.5F) < 1e-5F);
        QVERIFY(mapped.events[1].video && !seen.events[1].video);
        // No pictures: nothing is to be changed, and nothing is.
        const fs::path sound = made_.make("sound.wav", "-f lavfi -i sine=d=2");
        const ClipAnalysis heard = blind.analyseClip(sound, Seconds(0), Seconds(2)).value();
        QVERIFY(isSame(revise(heard, withMapping(MappingRule::Softmax, -1, 0.1), {}).value(), heard));
    }

    void anotherMappingFindsTheObjectsInTheCache() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const fs::path media = made_.make("cache.mp4", scenes());
        const QTemporaryDir directory;
        const fs::path cache = directory.path().toStdString();
        const Analyzer first = analyzerWith(quickSettings(), cache);
        QVERIFY(!first.knownClip(media, Seconds(0), Seconds(4)).value());
        const ClipAnalysis clip = first.analyseClip(media, Seconds(0), Seconds(4)).value();
        QVERIFY(isSame(first.knownClip(media, Seconds(0), Seconds(4)).value().value(), clip));
        AnalysisSettings settings = quickSettings();
        settings.mapping = {MappingRule::Softmax, -1.0, 0.3, {}};
        const ClipAnalysis fresh = analyzerWith(settings).analyseClip(media, Seconds(0), Seconds(4)).value();
        const std::optional<ClipAnalysis> known =
            analyzerWith(settings, cache).knownClip(media, Seconds(0), Seconds(4)).value();
        QVERIFY(known && isSame(*known, fresh));
        settings.keyFrames.count = 2; // this one is another analysis
        QVERIFY(!analyzerWith(settings, cache).knownClip(media, Seconds(0), Seconds(4)).value());
    }

    void aProjectIsMappedAnewAndBack() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const fs::path media = made_.make("project.mp4", scenes());
        const QTemporaryDir directory;
        const fs::path root = directory.path().toStdString();
        Project project = Project::create(root / "p.tagscope", kEvents, Seconds(4)).value();
        const std::vector<NewClip> named{{"seen", media, Seconds(0), Seconds(4), "test"},
                                         {"scored", media, Seconds(1), Seconds(3), "test"},
                                         {"untouched", media, Seconds(2), Seconds(2), "test"},
                                         {"gone", root / "gone.mp4", Seconds(0), Seconds(4), "test"}};
        QVERIFY_OK(project.addClips(named));
        const std::vector<Clip> clips = project.clips().value();
        AnalysisSettings settings = projectSettings(project).value();
        settings.picturesPerSecond = 4.0;
        QVERIFY(project.setSetting("analysis", settingsToJson(settings)));
        const Analyzer whole = analyzerWith(settings, project.cacheDirectory());
        const Analyzer video = analyzerWith(settings, project.cacheDirectory(), Branches::Video);
        QVERIFY(whole.analyseClip(media, Seconds(0), Seconds(4)));
        QVERIFY(
            analyseProject(project, analyzerWith(settings, {}, Branches::Video), std::span(clips).subspan(1, 1), 1));
        const VideoState before = videoState(project).value();
        QCOMPARE(before.scores.size(), 1U);

        const MappingOptions mapping{MappingRule::Softmax, -1.0, 0.3, {}};
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(mapProject(project, whole, video, mapping, 1, {}, stop.get_token()).error().isCancelled());
        QVERIFY(projectSettings(project).value() == settings);
        QVERIFY(!mapProject(project, whole, video, {MappingRule::Softmax, -1.0, 0.0, {}}, 1));

        const ProjectMapping done = mapProject(project, whole, video, mapping, 2).value();
        QCOMPARE(done.clips, 2U);
        QCOMPARE(done.changed, 2U);
        QCOMPARE(done.leftOut, 2U);
        QCOMPARE(done.tags.size(), 1U); // of the other the sound was not analysed
        QVERIFY(done.failures.empty());
        settings.mapping = mapping;
        QVERIFY(projectSettings(project).value() == settings);
        const Analyzer changed = analyzerWith(settings, {}, Branches::Video);
        const VideoState after = videoState(project).value();
        QCOMPARE(after.recipe, std::optional(videoRecipe(changed)));
        for (std::size_t i = 0; i < 2; ++i) {
            const Clip &clip = clips[i];
            const ClipAnalysis fresh = changed.analyseClip(media, clip.start, clip.duration).value();
            QCOMPARE(after.scores[i].clip, clip.id);
            QVERIFY(after.scores[i].probabilities == fresh.video->probabilities);
        }
        QVERIFY(setVideoState(project, done.before));
        const VideoState back = videoState(project).value();
        QVERIFY(back.mapping == before.mapping && back.recipe == before.recipe);
        QCOMPARE(back.scores.size(), 1U);
        QVERIFY(back.scores[0].probabilities == before.scores[0].probabilities);
        QVERIFY(setVideoState(project, done.after));
        QCOMPARE(videoState(project).value().scores.size(), 2U);
    }

private:
    MadeMedia made_;
};

TAGSCOPE_CORE_TEST(TestClipRevision)
#include "tst_clip_revision.moc"
