// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"
#include "core/evaluation/systems.h"
#include "core/evaluation/tuning.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <limits>
#include <map>

using namespace tagscope;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
const ScoreSource kRun{Branch::Audio, "first"};
const ScoreSource kVideo{Branch::Video, std::string(kVideoSourceName)};

// A project of "dog", "rain" and "a, b" with clips c0 … of the split "validation" and t0 … of "test", in which clip i
// is labelled with event i % 3. Audio finds dog and rain, video the third event.
class Sample {
public:
    explicit Sample(std::size_t clips = 12)
        : project(Project::create(folder_.path("p.tagscope"), test::threeClasses()).value()),
          validation(project.addClips(test::clipsNamed(clips, "validation")).value()),
          held(project.addClips(test::clipsNamed(clips, "test", "t")).value()) {
        for (const auto &ids : {validation, held}) {
            for (std::size_t i = 0; i < ids.size(); ++i)
                [[maybe_unused]] const auto labelled =
                    project.addLabels(std::vector<std::pair<ClipId, int>>{{ids[i], static_cast<int>(i % 3)}});
        }
    }

    void score(const ScoreSource &source, const std::vector<ClipId> &ids) {
        std::vector<ClipScore> scores;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const bool isKnown = (i % 3 == 2) == (source.branch == Branch::Video);
            std::vector<float> probabilities(3, 0.2F);
            probabilities[i % 3] = isKnown ? 0.9F : 0.1F;
            scores.push_back({ids[i], probabilities});
        }
        QVERIFY_OK(project.storeScores(source, scores));
    }

    [[nodiscard]] SplitScores scores(const SystemSources &sources, Truth truth = Truth::Weak) const {
        return scoresOfSplit(project, "test", truth, sources).value();
    }

private:
    test::Folder folder_;

public:
    Project project;
    std::vector<ClipId> validation;
    std::vector<ClipId> held;
};

OperatingPoint pointOf(double weight, double threshold) {
    return {{weight, weight, weight}, {threshold, threshold, threshold}};
}

NamedOperatingPoint named(const std::string &name, const std::string &audio, const std::string &video,
                          const std::string &created, const std::string &tunedOn = "validation") {
    NamedOperatingPoint point;
    point.name = name;
    point.point = pointOf(0.5, 0.5);
    point.method = "paper";
    point.tunedOn = tunedOn;
    point.audioSource = audio;
    point.videoSource = video;
    point.created = created;
    return point;
}

} // namespace

class TestEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresOfASystem() {
        Sample sample;
        sample.score(kRun, sample.held);
        const Evaluation found = evaluate(sample.scores({kRun, std::nullopt}), pointOf(0.0, 0.5)).value();
        QCOMPARE(found.clips, 12U);
        QCOMPARE(found.split, std::string("test"));
        QVERIFY((found.micro == Counts{8, 0, 4}));
        QVERIFY((found.perEvent[2] == Counts{0, 0, 4}));
        QCOMPARE(found.micro.f1(), 0.8);
        QCOMPARE(found.macroF1, 2.0 / 3.0);
        QCOMPARE(found.averagePrecision[0], 1.0);
        QVERIFY(found.intervals->micro.low < 0.8 && found.intervals->micro.high > 0.8);
        QVERIFY(found.withoutScores.empty());
    }

    void aClipWithOneBranchUsesThatBranch() {
        Sample sample;
        sample.score(kRun, {sample.held.begin(), sample.held.begin() + 9});
        sample.score(kVideo, {sample.held.begin(), sample.held.begin() + 6});
        const SplitScores scores = sample.scores({kRun, kVideo});
        // With the weight 0.5 both branches together say 0.5 for each label, and audio alone 0.9, 0.9 and 0.1.
        const Evaluation found = evaluate(scores, pointOf(0.5, 0.45)).value();
        QCOMPARE(found.withoutAudio, 3U);
        QCOMPARE(found.withoutVideo, 6U);
        QVERIFY((found.withoutScores == std::vector<std::string>{"t9", "t10", "t11"}));
        QVERIFY((found.micro == Counts{8, 0, 4})); // 6 fused, 2 by audio alone; 1 missed there, 3 untagged
        // Whatever the thresholds, what has no scores has no tags.
        const BinaryTable all = tagsAt(scores, pointOf(0.5, -kInfinity));
        QCOMPARE(std::ranges::count(all.values, 1), 9 * 3);
        const FusedScores fused = fuseScores(scores, pointOf(0.5, 0.5));
        QCOMPARE(fused.scores(0, 0), 0.5F);
        QCOMPARE(fused.scores(6, 0), 0.9F);
        QVERIFY(fused.scores(11, 0) < 0.0F);
    }

    void theTruthIsTheOneAskedFor() {
        Sample sample;
        sample.score(kRun, sample.held);
        const Result<SplitScores> none = scoresOfSplit(sample.project, "test", Truth::Audible, {kRun, std::nullopt});
        QVERIFY(!none && none.error().what().find("audible") != std::string::npos);
        QVERIFY(sample.project.setPresence(std::vector<KnownPresence>{{sample.held[2], 2, false, std::nullopt}}));
        const Evaluation audible =
            evaluate(sample.scores({kRun, std::nullopt}, Truth::Audible), pointOf(0.0, 0.5)).value();
        QVERIFY((audible.micro == Counts{8, 0, 3}));
        QCOMPARE(nameOf(audible.truth), std::string("audible"));
        QVERIFY(!scoresOfSplit(sample.project, "test", Truth::Visible, {kRun, std::nullopt}));
        QVERIFY(!scoresOfSplit(sample.project, "test", Truth::Audited, {kRun, std::nullopt}));
        QVERIFY(truthNamed("visible") == Truth::Visible && truthNamed("audited") == Truth::Audited);
        QVERIFY(!truthNamed("loud"));
    }

    void whatIsMissingIsSaid() {
        Sample sample;
        const Result<SplitScores> noSplit = scoresOfSplit(sample.project, "nowhere", Truth::Weak, {kRun, kVideo});
        QVERIFY(!noSplit && noSplit.error().what().find("nowhere") != std::string::npos);
        const Result<SplitScores> noScores = scoresOfSplit(sample.project, "test", Truth::Weak, {kRun, std::nullopt});
        QVERIFY(!noScores && noScores.error().what().find("no audio probabilities") != std::string::npos);
        QVERIFY(!scoresOfSplit(sample.project, "test", Truth::Weak, {}));
        sample.score(kRun, sample.held);
        QVERIFY(!evaluate(sample.scores({kRun, std::nullopt}), OperatingPoint{{0.5}, {0.5}}));
    }

    void tunesWhatIsThere_data() {
        QTest::addColumn<int>("method");
        QTest::addColumn<bool>("hasAudio");
        QTest::addColumn<bool>("hasVideo");
        QTest::addColumn<double>("microF1");
        QTest::addColumn<QString>("name");
        const auto row = [](TuningMethod method, bool hasAudio, bool hasVideo, double microF1, const char *name) {
            QTest::newRow(name) << static_cast<int>(method) << hasAudio << hasVideo << microF1
                                << QString::fromLatin1(name);
        };
        row(TuningMethod::Paper, true, false, 0.8, "audio-paper");
        row(TuningMethod::Exact, true, false, 0.8, "audio-exact");
        row(TuningMethod::Paper, false, true, 0.5, "video-paper");
        row(TuningMethod::Paper, true, true, 1.0, "fusion-paper");
        row(TuningMethod::Joint, true, true, 1.0, "fusion-joint");
    }
    void tunesWhatIsThere() {
        QFETCH(const int, method);
        QFETCH(const bool, hasAudio);
        QFETCH(const bool, hasVideo);
        QFETCH(const double, microF1);
        QFETCH(const QString, name);
        Sample sample;
        sample.score(kRun, sample.validation);
        sample.score(kVideo, sample.validation);
        TuningRequest request;
        request.method = static_cast<TuningMethod>(method);
        request.sources.audio = hasAudio ? std::optional(kRun) : std::nullopt;
        request.sources.video = hasVideo ? std::optional(kVideo) : std::nullopt;
        const TunedPoint tuned = tunePoint(sample.project, request).value();
        QCOMPARE(QString::fromStdString(tuned.point.name), name);
        QVERIFY2(tuned.point.microF1 >= microF1 - 1e-12, qPrintable(QString::number(tuned.point.microF1)));
        QCOMPARE(tuned.point.tunedOn, std::string("validation"));
        QCOMPARE(tuned.clips, 12U);
        QVERIFY(tuned.heldOut && tuned.heldOut->microF1 <= 1.0);
        // What was promised is what an evaluation of the same clips finds.
        const SplitScores scores = scoresOfSplit(sample.project, "validation", Truth::Weak, request.sources).value();
        QCOMPARE(evaluate(scores, tuned.point.point).value().micro.f1(), tuned.point.microF1);
        if (name == QLatin1String("fusion-paper"))
            QVERIFY((tuned.point.point.videoWeight == std::vector<double>{0.2, 0.2, 0.8}));
    }

    void clipsWithoutScoresAreLeftOutOfTuning() {
        Sample sample;
        sample.score(kRun, {sample.validation.begin(), sample.validation.begin() + 10});
        TuningRequest request;
        request.sources.audio = kRun;
        const TunedPoint tuned = tunePoint(sample.project, request).value();
        QCOMPARE(tuned.clips, 10U);
        QVERIFY((tuned.leftOut == std::vector<std::string>{"c10", "c11"}));
        request.method = TuningMethod::Joint;
        QVERIFY(!tunePoint(sample.project, request));
    }

    void whatWasSetByHandStays() {
        Sample sample;
        NamedOperatingPoint mine = named("audio-paper", "first", "", "2026-01-01T00:00:00Z");
        mine.method = kByHand;
        QVERIFY_OK(sample.project.storeOperatingPoint(mine));
        TunedPoint tuned;
        tuned.point = named("audio-paper", "first", "", "2026-01-02T00:00:00Z");
        const Result<void> refused = storeTunedPoint(sample.project, tuned);
        QVERIFY(!refused && refused.error().what().find("by hand") != std::string::npos);
        QCOMPARE(sample.project.operatingPoints().value().front().created, mine.created);
        tuned.point.name = "other";
        QVERIFY_OK(storeTunedPoint(sample.project, tuned));
        QVERIFY_OK(storeTunedPoint(sample.project, tuned)); // a tuned one may be tuned again
    }

    void theNewestRunWithScoresIsTaken() {
        Sample sample;
        QVERIFY(newestSources(sample.project, "validation").value() == SystemSources{});
        for (const auto &[name, started] : std::map<std::string, std::string>{
                 {"first", "2026-01-01"}, {"second", "2026-01-02"}, {"third", "2026-01-03"}}) {
            TrainingRun run;
            run.name = name;
            run.settings = "{}";
            run.started = started + "T00:00:00Z";
            QVERIFY_OK(sample.project.storeRun(run));
        }
        sample.score(kRun, sample.validation);
        sample.score({Branch::Audio, "second"}, sample.validation);
        sample.score({Branch::Audio, "third"}, sample.held); // but not of this split
        const SystemSources sources = newestSources(sample.project, "validation").value();
        QCOMPARE(sources.audio->name, std::string("second"));
        QVERIFY(!sources.video);
        sample.score(kVideo, sample.validation);
        QVERIFY(newestSources(sample.project, "validation").value().video == kVideo);
    }

    void systemsAreTheRowsOfATable() {
        Sample sample;
        QVERIFY(!systemsFor(sample.project, "test"));
        const auto store = [&](const NamedOperatingPoint &point) {
            QVERIFY_OK(sample.project.storeOperatingPoint(point));
        };
        store(named("a1", "first", "", "2026-01-01T00:00:00Z"));
        store(named("a2", "second", "", "2026-01-02T00:00:00Z"));
        store(named("f1", "first", "video", "2026-01-03T00:00:00Z"));
        store(named("f2", "first", "video", "2026-01-04T00:00:00Z", "test"));
        const auto namesOf = [&](std::string_view point) {
            std::string names;
            const std::vector<System> systems = systemsFor(sample.project, "test", point).value();
            for (const System &system : systems)
                names += system.name + "=" + system.point.name + ";";
            return names;
        };
        // Of the same run as audio + video, and not what was tuned on the test clips, though both are older.
        QCOMPARE(namesOf(""), std::string("audio=a1;audio + video=f1;"));
        QCOMPARE(namesOf("f2"), std::string("audio=a1;audio + video=f2;"));
        QCOMPARE(namesOf("a2"), std::string("audio + video=f1;audio=a2;"));
        QVERIFY(!systemsFor(sample.project, "test", "none"));
    }
};

TAGSCOPE_CORE_TEST(TestEvaluation)
#include "tst_evaluation.moc"
