// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <limits>

using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

// The names of clips, joined by a blank.
std::string namesOf(const Result<std::vector<Clip>> &clips) {
    std::string names;
    if (clips)
        for (const Clip &clip : *clips)
            names += (names.empty() ? "" : " ") + clip.name;
    return names;
}

std::string valuesOf(const Result<BinaryTable> &table) {
    std::string values;
    if (table)
        for (const std::uint8_t value : table->values)
            values += value != 0 ? '1' : '0';
    return values;
}

} // namespace

class TestProject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsClassesAndDuration() {
        const Folder folder;
        const fs::path file = folder.path("new/street.tagscope");
        {
            const Result<Project> made = Project::create(file, test::threeClasses(), Seconds(4.5));
            QVERIFY2(made, test::whatOf(made).c_str());
            QVERIFY(made->classes() == test::threeClasses());
        }
        const Result<Project> project = Project::open(file);
        QVERIFY2(project, test::whatOf(project).c_str());
        QVERIFY(project->classes() == test::threeClasses());
        QCOMPARE(project->clipDuration().count(), 4.5);
        QVERIFY(project->access() == Project::Access::ReadWrite);
        QCOMPARE(project->file(), file);
        QCOMPARE(project->dataDirectory(), folder.path("new/street.data"));
        QCOMPARE(project->featureDirectory(), folder.path("new/street.data/features"));
        QCOMPARE(project->runDirectory("r1").value(), folder.path("new/street.data/runs/r1"));
        QCOMPARE(project->cacheDirectory(), folder.path("new/street.data/cache"));
        QVERIFY(!fs::exists(project->dataDirectory()));
    }

    void refusesUnusableBeginnings() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        const EventClass dog{"dog", "", {}, 0.5, 0.5};
        for (const std::vector<EventClass> &classes : {std::vector<EventClass>{}, {dog, dog}, {EventClass{}}}) {
            const Result<Project> made = Project::create(file, classes);
            QVERIFY_FAILS(made, Error::Kind::Inconsistent, "");
        }
        QVERIFY(!Project::create(file, {dog}, Seconds(0)));
        QVERIFY(!Project::create(file, {dog}, Seconds(std::numeric_limits<double>::quiet_NaN())));
        QVERIFY(fs::is_empty(folder.path()));

        QVERIFY(Project::create(file, {dog}));
        const Result<Project> again = Project::create(file, {dog});
        QVERIFY_FAILS(again, Error::Kind::Inconsistent, "already exists");
    }

    void leavesOneFileWhenClosed() {
        const Folder folder;
        { QVERIFY_OK(Project::create(folder.path("p.tagscope"), test::threeClasses())); }
        QCOMPARE(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), std::ptrdiff_t{1});
    }

    void keepsSettings() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        QVERIFY(project->setting("training").value() == std::optional<std::string>());
        QVERIFY(project->setSetting("training", R"({"epochs":1})"));
        QVERIFY(project->setSetting("training", R"({"epochs":2})"));
        QVERIFY(project->setting("training").value() == std::optional<std::string>(R"({"epochs":2})"));
        QVERIFY(!project->setSetting("training", "{epochs"));
    }

    void keepsClipsInTheirOrder() {
        const Folder folder;
        const fs::path media = folder.write("media/a.wav", "RIFF");
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        const std::vector<NewClip> clips{{"z", media, Seconds(30), Seconds(10), "training"},
                                         {"b", {}, Seconds(0), Seconds(2.5), "test"},
                                         {"a", media, Seconds(60), Seconds(10), "training"}};
        const Result<std::vector<ClipId>> ids = project->addClips(clips);
        QVERIFY2(ids, test::whatOf(ids).c_str());
        QCOMPARE(ids->size(), std::size_t{3});
        QCOMPARE(namesOf(project->clips()), std::string("z b a"));
        QCOMPARE(namesOf(project->clips("training")), std::string("z a"));
        QCOMPARE(namesOf(project->clips("none")), std::string());

        const Result<std::optional<Clip>> clip = project->clipNamed("z");
        QVERIFY(clip && *clip);
        QCOMPARE((*clip)->id, ids->front());
        QCOMPARE((*clip)->media, media);
        QVERIFY(!(*clip)->isMissing);
        QCOMPARE((*clip)->start.count(), 30.0);
        const Result<std::optional<Clip>> missing = project->clipNamed("b");
        QVERIFY(missing && *missing);
        QVERIFY((*missing)->isMissing && (*missing)->media.empty());
        QCOMPARE((*missing)->duration.count(), 2.5);
        QVERIFY(project->clipNamed("none") && !*project->clipNamed("none"));

        QVERIFY(project->setSplit(std::vector<ClipId>{ids->at(2)}, "validation"));
        const Result<std::vector<SplitCount>> counts = project->splitCounts();
        QVERIFY_OK(counts);
        QCOMPARE(counts->size(), std::size_t{3});
        QCOMPARE(counts->at(1).split, std::string("test"));
        QCOMPARE(counts->at(1).missing, std::size_t{1});
        QCOMPARE(counts->at(0).missing, std::size_t{0});
    }

    void addsAllClipsOrNone() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        QVERIFY_OK(project->addClips(test::clipsNamed(2)));
        const Result<std::vector<ClipId>> twice = project->addClips(
            std::vector<NewClip>{{"new", {}, Seconds(0), Seconds(1), ""}, {"c1", {}, Seconds(0), Seconds(1), ""}});
        QVERIFY_FAILS(twice, Error::Kind::Inconsistent, "c1");
        constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!project->addClips(std::vector<NewClip>{{"n", {}, Seconds(-1), Seconds(1), ""}}));
        QVERIFY(!project->addClips(std::vector<NewClip>{{"n", {}, Seconds(0), Seconds(0), ""}}));
        QVERIFY(!project->addClips(std::vector<NewClip>{{"n", {}, Seconds(kNan), Seconds(1), ""}}));
        QVERIFY(!project->addClips(std::vector<NewClip>{{"", {}, Seconds(0), Seconds(1), ""}}));
        QCOMPARE(namesOf(project->clips()), std::string("c0 c1"));
    }

    void undoesWhatAFailedWorkDid() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        const Result<void> failed = project->atomically([&]() -> Result<void> {
            if (!project->addClips(test::clipsNamed(3)))
                return fail(Error::Kind::Internal, "unexpected");
            return cancelled();
        });
        QVERIFY(!failed && failed.error().isCancelled());
        QCOMPARE(namesOf(project->clips()), std::string());
        // A call inside that fails takes back its own part alone.
        QVERIFY(project->atomically([&]() -> Result<void> {
            (void)project->addClips(test::clipsNamed(1));
            (void)project->addClips(
                std::vector<NewClip>{{"x", {}, Seconds(0), Seconds(1), ""}, {"c0", {}, {}, {}, ""}});
            return {};
        }));
        QCOMPARE(namesOf(project->clips()), std::string("c0"));
    }

    void tellsTheTruthsApart() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        const Result<std::vector<ClipId>> ids = project->addClips(test::clipsNamed(2));
        QVERIFY_OK(ids);
        const ClipId a = ids->at(0);
        const ClipId b = ids->at(1);
        QVERIFY(project->addLabels(std::vector<std::pair<ClipId, int>>{{a, 0}, {a, 1}, {b, 2}, {a, 0}}));
        QVERIFY(project->setPresence(
            std::vector<KnownPresence>{{a, 1, false, {}}, {b, 0, true, false}, {b, 2, {}, true}, {b, 1, false, {}}}));
        QCOMPARE(valuesOf(project->labels(*ids, Truth::Weak)), std::string("110001"));
        QCOMPARE(valuesOf(project->labels(*ids, Truth::Audible)), std::string("100101"));
        QCOMPARE(valuesOf(project->labels(*ids, Truth::Visible)), std::string("000001"));
        QCOMPARE(valuesOf(project->labels(std::vector<ClipId>{b, a, b}, Truth::Weak)), std::string("001110001"));
        QCOMPARE(project->presence(*ids)->size(), std::size_t{4});
        QVERIFY(project->setPresence(std::vector<KnownPresence>{{a, 1, {}, {}}}));
        QCOMPARE(valuesOf(project->labels(*ids, Truth::Audible)), std::string("110101"));

        QVERIFY(project->addRegions(
            std::vector<StrongRegion>{{a, 1, Seconds(3), Seconds(4)}, {a, 0, Seconds(1), Seconds(1.5)}}));
        const Result<std::vector<StrongRegion>> regions = project->regions(a);
        QVERIFY_OK(regions);
        QCOMPARE(regions->size(), std::size_t{2});
        QCOMPARE(regions->at(0).event, 0);
        QCOMPARE(regions->at(0).offset.count(), 1.5);
    }

    void namesWhatDoesNotFit() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        const ClipId clip = project->addClips(test::clipsNamed(1))->front();
        const auto isInconsistent = [](const auto &result) {
            return !result && result.error().kind == Error::Kind::Inconsistent;
        };
        using Labels = std::vector<std::pair<ClipId, int>>;
        for (const ClipId wrong : {clip + 1, ClipId{0}, ClipId{-1}, std::numeric_limits<ClipId>::max()}) {
            QVERIFY(isInconsistent(project->addLabels(Labels{{clip, 0}, {wrong, 0}})));
            QVERIFY(isInconsistent(project->labels(std::vector<ClipId>{wrong}, Truth::Weak)));
            QVERIFY(isInconsistent(project->setSplit(std::vector<ClipId>{wrong}, "x")));
            QVERIFY(isInconsistent(project->setMedia(std::vector<std::pair<ClipId, fs::path>>{{wrong, ""}})));
            QVERIFY(isInconsistent(project->setPresence(std::vector<KnownPresence>{{wrong, 0, true, {}}})));
            QVERIFY(isInconsistent(project->storeScores({}, std::vector<ClipScore>{{wrong, {0, 0, 0}}})));
        }
        for (const int wrong : {3, -1, std::numeric_limits<int>::max()}) {
            QVERIFY(isInconsistent(project->addLabels(Labels{{clip, 0}, {clip, wrong}})));
            QVERIFY(isInconsistent(project->addRegions(std::vector<StrongRegion>{{clip, wrong, {}, {}}})));
            QVERIFY(isInconsistent(project->setPresence(std::vector<KnownPresence>{{clip, wrong, true, {}}})));
        }
        QVERIFY(isInconsistent(project->addRegions(std::vector<StrongRegion>{{clip, 0, Seconds(2), Seconds(1)}})));
        QCOMPARE(valuesOf(project->labels(std::vector<ClipId>{clip}, Truth::Weak)), std::string("000"));
    }

    void keepsScoresBySource() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        const Result<std::vector<ClipId>> ids = project->addClips(test::clipsNamed(2));
        QVERIFY_OK(ids);
        const ScoreSource audio{Branch::Audio, "run1"};
        const ScoreSource video{Branch::Video, "run1"};
        const float third = 1.0F / 3.0F;
        QVERIFY(project->storeScores(audio, std::vector<ClipScore>{{ids->at(1), {0.0F, third, 1.0F}}}));
        QVERIFY(project->storeScores(video, std::vector<ClipScore>{{ids->at(1), {0.5F, 0.5F, 0.5F}}}));
        const Result<ScoresOfClips> scores = project->scores(audio, *ids);
        QVERIFY_OK(scores);
        QVERIFY(scores->hasScore == (std::vector<std::uint8_t>{0, 1}));
        QVERIFY(scores->scores.values == (std::vector<float>{0, 0, 0, 0, third, 1}));
        QVERIFY(project->scoreSources() == (std::vector<ScoreSource>{audio, video}));
        QVERIFY(project->storeScores(audio, std::vector<ClipScore>{{ids->at(1), {1.0F, 1.0F, 1.0F}}}));
        QCOMPARE(project->scores(audio, *ids)->scores(1, 0), 1.0F);

        const float nan = std::numeric_limits<float>::quiet_NaN();
        for (const std::vector<float> &wrong : {std::vector<float>{0.5F}, {0, 0, 1.5F}, {0, 0, nan}, {0, 0, 0, 0}})
            QVERIFY(!project->storeScores(audio, std::vector<ClipScore>{{ids->at(0), wrong}}));
        QVERIFY_OK(project->removeScores(audio));
        QVERIFY(project->scoreSources() == std::vector<ScoreSource>{video});
        QCOMPARE(project->scores(audio, *ids)->hasScore.at(1), std::uint8_t{0});
    }

    void keepsRunsNewestFirst() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        TrainingRun run{"first", TrainingRun::State::Running, "{}", 1, 0, 0.25, "2026-01-01T00:00:00Z", ""};
        QVERIFY_OK(project->storeRun(run));
        run.epochs = 7;
        run.state = TrainingRun::State::Finished;
        QVERIFY_OK(project->storeRun(run));
        run.name = "second";
        QVERIFY_OK(project->storeRun(run));
        const Result<std::vector<TrainingRun>> runs = project->runs();
        QVERIFY_OK(runs);
        QCOMPARE(runs->size(), std::size_t{2});
        QCOMPARE(runs->at(0).name, std::string("second"));
        QCOMPARE(runs->at(1).epochs, 7);
        QVERIFY(runs->at(1).state == TrainingRun::State::Finished);
        for (const char *wrong : {"", "../x", "a/b", ".hidden"}) {
            run.name = wrong;
            QVERIFY(!project->storeRun(run));
        }
    }

    void keepsOperatingPoints() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        NamedOperatingPoint point{"paper",
                                  {{0.0, 0.1, 1.0}, {0.3, kInfinity, -kInfinity}},
                                  "paper",
                                  "validation",
                                  "run1",
                                  "video",
                                  0.606,
                                  std::numeric_limits<std::uint64_t>::max(),
                                  "2026-01-01T00:00:00Z"};
        QVERIFY_OK(project->storeOperatingPoint(point));
        point.method = "exact";
        QVERIFY_OK(project->storeOperatingPoint(point));
        const Result<std::vector<NamedOperatingPoint>> points = project->operatingPoints();
        QVERIFY2(points, test::whatOf(points).c_str());
        QCOMPARE(points->size(), std::size_t{1});
        QVERIFY(points->front().point == point.point);
        QCOMPARE(points->front().method, std::string("exact"));
        QCOMPARE(points->front().seed, point.seed);
        point.point.threshold.pop_back();
        QVERIFY(!project->storeOperatingPoint(point));
        point.point.threshold.push_back(std::numeric_limits<double>::quiet_NaN());
        QVERIFY(!project->storeOperatingPoint(point));
    }
};

TAGSCOPE_PLAIN_TEST(TestProject)
#include "tst_project.moc"
