// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_removal.h"
#include "core/analysis/given_scores.h"
#include "core/analysis/project_models.h"
#include "core/analysis/tagger_prediction.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/stored_activations.h"
#include "core/project/clip_ids.h"
#include "tests/core/tagging/own_tagger.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace tagscope;

namespace fs = std::filesystem;

// A project's clips by the small tagger of tests/golden/own_tagger/.
class TestTaggerPrediction : public QObject {
    Q_OBJECT

    test::MadeMedia media_;

    // A clip of silence and one that is loud.
    Project projectAt(const fs::path &file) {
        Project project = Project::create(file, {{"Car", "/m/0k4j", {}}, {"Dog", "", {}}}, Seconds(2)).value();
        const fs::path silence = media_.make("silence.wav", "-f lavfi -i anullsrc=r=8000:cl=mono:d=2");
        const fs::path loud = media_.make("loud.wav", "-f lavfi -i aevalsrc=0.5:s=8000:d=2");
        const std::vector<NewClip> clips{{"silence", silence, Seconds(0), Seconds(2), "test"},
                                         {"loud", loud, Seconds(0), Seconds(2), "test"}};
        [[maybe_unused]] const auto added = project.addClips(clips);
        return project;
    }

    static ScoresOfClips scoresOf(const Project &project, const std::string &source) {
        return project.scores({Branch::Audio, source}, idsOf(project.clips().value())).value();
    }

private Q_SLOTS:
    void scoresAndActivationsAreStored() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        Project project = projectAt(root / "p.tagscope");
        const auto done = predictWithTagger(project, test::copyOfOwnTagger(root), {});
        QVERIFY_OK(done);
        QVERIFY(done->source == "Mine" && done->analysis.clips == 2 && done->analysis.failures.empty());
        const ScoresOfClips scores = scoresOf(project, "Mine");
        QCOMPARE(scores.hasScore, (std::vector<std::uint8_t>{1, 1}));
        const auto stored = StoredActivations::open(project.runDirectory("Mine").value());
        QVERIFY_OK(stored);
        const ClipActivations loud = stored->of("loud")->value();
        QCOMPARE(loud.values.rows, std::size_t{19}); // 2 s: 0.2 s, then each further 0.1 s
        for (std::size_t k = 0; k < 2; ++k) {
            float most = 0.0F;
            for (std::size_t step = 0; step < loud.values.rows; ++step)
                most = std::max(most, loud.values(step, k));
            QCOMPARE(scores.scores(1, k), most);
        }
    }

    // Where the network gives no numbers for one clip, that clip has no scores and is named, and the other one has all
    // of its own; where it gives none for any, the source stays as it was.
    void whatGivesNoNumbersIsNotStored() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        Project project = projectAt(root / "p.tagscope");
        const fs::path tagger = test::copyOfOwnTagger(root);
        QVERIFY(test::fillWeights(root / "mine.onnx", "bands.weight", 3e38F));
        const auto done = predictWithTagger(project, tagger, {});
        QVERIFY_OK(done);
        QCOMPARE(done->analysis.failures.size(), std::size_t{1});
        QCOMPARE(done->analysis.failures.front().clip, std::string("loud"));
        QVERIFY(done->analysis.failures.front().error.what().find("not finite") != std::string::npos);
        QCOMPARE(scoresOf(project, "Mine").hasScore, (std::vector<std::uint8_t>{1, 0}));
        const auto stored = StoredActivations::open(project.runDirectory("Mine").value());
        QVERIFY(stored && stored->of("silence")->has_value() && !stored->of("loud")->has_value());

        test::copyOfOwnTagger(root);
        QVERIFY_OK(predictWithTagger(project, tagger, {}));
        const ScoresOfClips before = scoresOf(project, "Mine");
        QVERIFY(test::fillWeights(root / "mine.onnx", "classes.bias", std::nanf("")));
        QVERIFY_FAILS(predictWithTagger(project, tagger, {}), Error::Kind::Inconsistent, "not finite");
        QVERIFY(scoresOf(project, "Mine").scores == before.scores);
        QVERIFY(StoredActivations::open(project.runDirectory("Mine").value())->of("loud")->has_value());
    }

    // What was predicted or imported is what a clip shows, once the audio branch has it.
    void givenScoresTakeThePlaceOfWhatIsHeard() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        Project project = projectAt(root / "p.tagscope");
        const fs::path tagger = test::copyOfOwnTagger(root);
        QVERIFY_OK(predictWithTagger(project, tagger, {}));
        QVERIFY(!givenAudioSource(project, "").value()); // it is there, but not chosen
        QVERIFY_OK(chooseBranches(project, "Mine", std::nullopt));
        QCOMPARE(givenAudioSource(project, "").value(), std::optional<std::string>("Mine"));
        QCOMPARE(givenAudioSource(project, "other.pth (0123456789ab)").value(), std::optional<std::string>("Mine"));
        // The very file that made them can say more of the clip than its scores do.
        const std::string label = loadTagger(tagger)->label;
        QVERIFY(!givenAudioSource(project, "mine.json" + label.substr(label.rfind('('))).value());

        const auto none = std::make_shared<const Models>();
        const Analyzer analyzer(none, projectSettings(project).value(), {});
        const Clip loud = project.clips().value().back();
        const ClipAnalysis heard = analyzer.analyseClip(loud.media, loud.start, loud.duration).value();
        QVERIFY(heard.audio->activations.empty() && !heard.events[0].fused && !hasGivenScores(heard));
        const ClipAnalysis shown = withGivenScores(project, loud, "Mine", heard).value();
        QVERIFY(hasGivenScores(shown) && shown.audio->tagger == "Mine");
        const ScoresOfClips scores = scoresOf(project, "Mine");
        for (std::size_t k = 0; k < 2; ++k) {
            QCOMPARE(shown.audio->probabilities[k], scores.scores(1, k));
            QCOMPARE(shown.audio->activations(static_cast<std::size_t>(shown.audio->peakSteps[k]), k),
                     scores.scores(1, k));
            QVERIFY(shown.events[k].audioPeak && shown.events[k].fused == shown.events[k].audio);
        }
        QVERIFY(shown.audio->activations.rows == 19 && std::abs(shown.audio->stepHop.count() - 0.1) < 1e-9);

        QVERIFY_FAILS(removalOf(analyzer, shown, 0, {}, {}, {}), Error::Kind::Inconsistent,
                      "\"Mine\", which were given");

        // A table has no steps: what it says of the clip stands without a moment.
        const fs::path table = media_.write("t.csv", "clip,Car,Dog\nloud,0.75,0.25\n");
        ScoreImport request;
        request.files = {table};
        request.name = "table";
        request.isUsed = true;
        QVERIFY_OK(importScores(project, request));
        QCOMPARE(givenAudioSource(project, label).value(), std::optional<std::string>("table"));
        const ClipAnalysis told = withGivenScores(project, loud, "table", heard).value();
        QVERIFY(told.audio->activations.empty() && told.events[0].audio == 0.75 && !told.events[0].audioPeak);
        QVERIFY(told.events[0].tag && !told.events[1].tag);
        const ClipAnalysis other = withGivenScores(project, project.clips().value().front(), "table", heard).value();
        QVERIFY(!hasGivenScores(other) && !other.events[0].audio);
    }

    void aProjectOfOtherEventsIsRefused() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        Project project = Project::create(root / "p.tagscope", {{"Owl", "", {}}}, Seconds(2)).value();
        QVERIFY_FAILS(predictWithTagger(project, test::copyOfOwnTagger(root), {}), Error::Kind::Inconsistent, "");
        QVERIFY(project.scoreSources()->empty() && !fs::exists(project.runDirectory("Mine").value()));
    }
};

TAGSCOPE_CORE_TEST(TestTaggerPrediction)
#include "tst_tagger_prediction.moc"
