// SPDX-License-Identifier: GPL-3.0-or-later
// Events that come, go and get other names and words, and all that has something for each event.

#include "core/project/event_edit.h"
#include "core/project/operating_points.h"
#include "core/project/project.h"

#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <nlohmann/json.hpp>

using namespace tagscope;
using test::Folder;

namespace {

const ScoreSource kRun{Branch::Audio, "run-1"};
const ScoreSource kVideo{Branch::Video, "video"};

// Everything of a project that an edit of its events may touch, as text.
std::string contentOf(const Project &project, const std::vector<ClipId> &clips) {
    std::string text;
    const auto add = [&text](const auto &...parts) {
        const auto one = [&text](const auto &part) {
            if constexpr (std::is_arithmetic_v<std::decay_t<decltype(part)>>)
                text += std::to_string(part) + " ";
            else
                text += std::string(part) + " ";
        };
        (one(parts), ...);
        text += '\n';
    };
    for (const EventClass &event : project.classes())
        add(event.name, event.mid, nlohmann::json(event.words).dump(), event.videoWeight, event.threshold);
    if (const Result<BinaryTable> labels = project.labels(clips, Truth::Weak))
        for (std::size_t i = 0; i < clips.size(); ++i)
            for (std::size_t k = 0; k < labels->events; ++k)
                if ((*labels)(i, k) != 0)
                    add("label", i, project.classes()[k].name);
    for (const ClipId clip : clips) {
        if (const auto regions = project.regions(clip))
            for (const StrongRegion &region : *regions)
                add("region", project.classes()[static_cast<std::size_t>(region.event)].name, region.onset.count());
        if (const auto verdicts = project.verdictHistory(clip))
            for (const Verdict &verdict : *verdicts)
                add("verdict", project.classes()[static_cast<std::size_t>(verdict.event)].name);
        if (const auto marked = project.markedRegions(clip))
            for (const MarkedRegion &region : *marked)
                add("marked", project.classes()[static_cast<std::size_t>(region.event)].name);
    }
    for (const ScoreSource &source : {kRun, kVideo})
        if (const Result<ScoresOfClips> scores = project.scores(source, clips))
            for (std::size_t i = 0; i < clips.size(); ++i)
                for (std::size_t k = 0; k < scores->scores.columns; ++k)
                    add("score", source.name, i, project.classes()[k].name, scores->scores(i, k));
    for (const auto &points : {project.operatingPoints(), project.operatingPointHistory()})
        if (points)
            for (const NamedOperatingPoint &point : *points)
                for (std::size_t k = 0; k < point.point.threshold.size(); ++k)
                    add("point", point.name, project.classes().at(k).name, point.point.videoWeight[k],
                        point.point.threshold[k],
                        point.point.isCalibrated() ? point.point.calibration[k].intercept : 0.0);
    for (const char *key : {"analysis", "video", "clipFilters"})
        if (const auto setting = project.setting(key))
            add(key, setting->value_or("-"));
    return text;
}

NamedOperatingPoint pointNamed(const std::string &name, bool isCalibrated) {
    NamedOperatingPoint point;
    point.name = name;
    point.method = isCalibrated ? "calibrated" : "paper";
    point.created = "2026-01-01T00:00:00Z";
    point.point = {{0.1, 0.2, 0.3}, {0.4, 0.5, std::numeric_limits<double>::infinity()}, {}};
    if (isCalibrated) {
        point.point.calibration.resize(3);
        for (std::size_t k = 0; k < 3; ++k)
            point.point.calibration[k].intercept = static_cast<double>(k) - 1.0;
    }
    return point;
}

struct Sample {
    Folder folder;
    Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
    std::vector<ClipId> clips;

    // Of the three events "dog" has labels of every kind, "rain" none at all, "a, b" a label.
    Result<void> fill() {
        if (!project)
            return tl::unexpected(project.error());
        return project->atomically([&]() -> Result<void> {
            clips = project->addClips(test::clipsNamed(3)).value_or(std::vector<ClipId>());
            const std::vector<std::pair<ClipId, int>> labels{{clips[0], 0}, {clips[1], 2}};
            const std::vector<StrongRegion> regions{{clips[0], 0, Seconds(1), Seconds(2)}};
            const std::vector<KnownPresence> known{{clips[0], 2, true, false}};
            const std::vector<Verdict> verdicts{{clips[0], 2, AuditStage::Sound, "ann", VerdictValue::Audible, {}}};
            const std::vector<ClipScore> scores{{clips[0], {0.1F, 0.2F, 0.3F}}, {clips[2], {0.7F, 0.8F, 0.9F}}};
            const auto stored = project->addVerdicts(verdicts);
            if (!stored)
                return tl::unexpected(stored.error());
            return project->addLabels(labels)
                .and_then([&] { return project->addRegions(regions); })
                .and_then([&] { return project->setPresence(known); })
                .and_then([&] { return project->storeScores(kRun, scores); })
                .and_then([&] { return project->storeScores(kVideo, scores); })
                .and_then([&] { return project->storeOperatingPoint(pointNamed("weighted", false)); })
                .and_then([&] { return project->storeOperatingPoint(pointNamed("calibrated", true)); })
                .and_then([&] { return project->setSetting("analysis", analysis()); })
                .and_then(
                    [&] { return project->setSetting("clipFilters", "[{\"label\":\"rain\",\"name\":\"rain\"}]"); });
        });
    }

    static std::string analysis() {
        nlohmann::json events = nlohmann::json::array();
        nlohmann::json point = nlohmann::json::array();
        for (const EventClass &event : test::threeClasses()) {
            events.push_back({{"name", event.name},
                              {"mid", event.mid},
                              {"words", event.words},
                              {"videoWeight", event.videoWeight},
                              {"threshold", event.threshold}});
            point.push_back({{"videoWeight", event.videoWeight}, {"threshold", event.threshold}});
        }
        return nlohmann::json{
            {"events", events},
            {"operatingPoint", point},
            {"mapping", {{"table", {{"rows", 2}, {"columns", 3}, {"values", {0.0, 0.1, 0.2, 1.0, 1.1, 1.2}}}}}}}
            .dump();
    }

    [[nodiscard]] std::string content() const { return contentOf(*project, clips); }
    [[nodiscard]] nlohmann::json setting(const char *key) const {
        const auto text = project->setting(key);
        return nlohmann::json::parse(text && *text ? **text : "null");
    }
};

} // namespace

class TestProjectEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsAnEventEverywhere() {
        Sample sample;
        QVERIFY_OK(sample.fill());
        const std::string before = sample.content();
        const Result<EventEdit> inverse =
            sample.project->editEvents(eventAdded(*sample.project, {"cat", "/m/01yrx", {"cat"}, 0.25, 0.75}));
        QVERIFY_OK(inverse);
        QCOMPARE(sample.project->classes().size(), std::size_t{4});
        QCOMPARE(sample.project->classes()[3].name, std::string("cat"));
        const Result<ScoresOfClips> scores = sample.project->scores(kRun, sample.clips);
        QVERIFY_OK(scores);
        QCOMPARE(scores->scores(2, 2), 0.9F);
        QCOMPARE(scores->scores(2, 3), 0.0F);
        const Result<std::vector<NamedOperatingPoint>> points = sample.project->operatingPoints();
        QVERIFY_OK(points);
        for (const NamedOperatingPoint &point : *points) {
            QCOMPARE(point.point.threshold[3], 0.75);
            // Nothing was learnt of it, so that nothing tags it.
            const auto fused = fusedProbability(point.point, 3, 1.0, 1.0);
            QCOMPARE(fused && *fused >= point.point.threshold[3], !point.point.isCalibrated());
        }
        QCOMPARE(sample.setting("analysis")["mapping"]["table"]["values"].dump(),
                 nlohmann::json({0.0, 0.1, 0.2, 0.0, 1.0, 1.1, 1.2, 0.0}).dump());
        QCOMPARE(sample.setting("analysis")["events"][3]["name"].dump(), nlohmann::json("cat").dump());
        QCOMPARE(sample.setting("analysis")["operatingPoint"].size(), std::size_t{4});
        QVERIFY_OK(sample.project->addLabels(std::vector<std::pair<ClipId, int>>{{sample.clips[2], 3}}));
        QVERIFY_OK(sample.project->removeLabels(std::vector<std::pair<ClipId, int>>{{sample.clips[2], 3}}));

        QVERIFY_OK(sample.project->editEvents(*inverse));
        QCOMPARE(sample.content(), before);
    }

    void removesAnEventAndPutsItBack() {
        Sample sample;
        QVERIFY_OK(sample.fill());
        const std::string before = sample.content();
        const Result<EventEdit> removal = eventRemoved(*sample.project, "rain");
        QVERIFY_OK(removal);
        const Result<EventEdit> inverse = sample.project->editEvents(*removal);
        QVERIFY_OK(inverse);
        const std::string without = sample.content();
        QVERIFY2(without.find("rain 0.") == std::string::npos, without.c_str());
        // What stood behind it is what it was, under the number before.
        for (const char *line : {"label 1 a, b", "verdict a, b", "score run-1 2 a, b 0.900000",
                                 "point calibrated a, b 0.300000 inf 1.000000"})
            QVERIFY2(without.find(line) != std::string::npos, (std::string(line) + " in\n" + without).c_str());
        QCOMPARE(sample.setting("analysis")["mapping"]["table"]["values"].dump(),
                 nlohmann::json({0.0, 0.2, 1.0, 1.2}).dump());

        // A file that is opened again has no hole in its numbers, and no row without its event.
        sample.project->letGo();
        Result<Project> again = Project::open(sample.folder.path("p.tagscope"));
        QVERIFY_OK(again);
        sample.project = std::move(again);
        QCOMPARE(sample.content(), without);
        QVERIFY_OK(sample.project->editEvents(*inverse));
        QCOMPARE(sample.content(), before);
    }

    void aReaderIsToldOfOtherEvents() {
        Sample sample;
        QVERIFY_OK(sample.fill());
        const Result<Project> reader = Project::open(sample.folder.path("p.tagscope"), Project::Access::ReadOnly);
        QVERIFY_OK(reader);
        QVERIFY_OK(sample.project->setSplit(std::vector<ClipId>{sample.clips[0]}, "test")); // not an event's
        QVERIFY_OK(reader->scores(kRun, sample.clips));
        QVERIFY_OK(reader->checkFile());

        const Result<EventEdit> inverse =
            sample.project->editEvents(eventAdded(*sample.project, {"cat", "/m/01yrx", {"cat"}, 0.25, 0.75}));
        QVERIFY_OK(inverse);
        const char *words = "Another program has changed the events";
        QVERIFY_FAILS(reader->scores(kRun, sample.clips), Error::Kind::Inconsistent, words);
        QVERIFY_FAILS(reader->operatingPoints(), Error::Kind::Inconsistent, words);
        QVERIFY_FAILS(reader->checkFile(), Error::Kind::Inconsistent, words);
        QCOMPARE(reader->classes().size(), std::size_t{3}); // for who still looks at them
        const Result<Project> again = Project::open(sample.folder.path("p.tagscope"), Project::Access::ReadOnly);
        QVERIFY_OK(again);
        QCOMPARE(again->scores(kRun, sample.clips)->scores.columns, std::size_t{4});

        QVERIFY_OK(sample.project->editEvents(*inverse));
        QVERIFY_OK(reader->scores(kRun, sample.clips));
        QVERIFY_FAILS(again->scores(kRun, sample.clips), Error::Kind::Inconsistent, words);
    }

    void keepsAnEventThatIsReferredTo() {
        Sample sample;
        QVERIFY_OK(sample.fill());
        const std::string before = sample.content();
        for (const char *name : {"dog", "a, b"}) {
            const Result<EventEdit> removal = eventRemoved(*sample.project, name);
            QVERIFY_OK(removal);
            QVERIFY_FAILS(sample.project->editEvents(*removal), Error::Kind::Inconsistent, "refers to it");
        }
        QCOMPARE(sample.content(), before);
    }

    void renamesWhereverTheNameStands() {
        Sample sample;
        QVERIFY_OK(sample.fill());
        const std::string before = sample.content();
        EventClass event = sample.project->classes()[1];
        event.name = "drizzle";
        const Result<EventEdit> edit = eventChanged(*sample.project, "rain", event);
        QVERIFY_OK(edit);
        QVERIFY(!makesVideoStale(*edit, sample.project->classes()));
        const std::vector<EventClass> &seen = sample.project->classes();
        const Result<EventEdit> inverse = sample.project->editEvents(*edit);
        QVERIFY_OK(inverse);
        QCOMPARE(seen[1].name, std::string("rain")); // whoever still looked at them
        QCOMPARE(sample.project->classes()[1].name, std::string("drizzle"));
        QCOMPARE(sample.setting("analysis")["events"][1]["name"].dump(), nlohmann::json("drizzle").dump());
        QCOMPARE(sample.setting("clipFilters")[0].dump(),
                 nlohmann::json({{"name", "rain"}, {"label", "drizzle"}}).dump());
        QCOMPARE(sample.project->operatingPointHistory()->size(), std::size_t{2});
        QVERIFY_OK(sample.project->editEvents(*inverse));
        QCOMPARE(sample.content(), before);
    }

    void otherWordsMakeVideoProbabilitiesStale() {
        Sample sample;
        QVERIFY_OK(sample.fill());
        EventClass event = sample.project->classes()[1];
        event.words = {"shower"};
        const Result<EventEdit> edit = eventChanged(*sample.project, "rain", event);
        QVERIFY_OK(edit);
        QVERIFY(makesVideoStale(*edit, sample.project->classes()));
        QVERIFY_OK(sample.project->editEvents(*edit));
        QCOMPARE(sample.setting("analysis")["events"][1]["words"].dump(), nlohmann::json({"shower"}).dump());
    }

    void refusesWhatCannotBe() {
        Sample sample;
        QVERIFY_OK(sample.fill());
        QVERIFY_FAILS(sample.project->editEvents(eventAdded(*sample.project, {"dog", "", {}})),
                      Error::Kind::Inconsistent, "\"dog\" appears twice");
        QVERIFY_FAILS(sample.project->editEvents(eventAdded(*sample.project, {"", "", {}})), Error::Kind::Inconsistent,
                      "no name");
        QVERIFY_FAILS(eventRemoved(*sample.project, "cat"), Error::Kind::Inconsistent, "no event \"cat\"");
        QCOMPARE(sample.project->classes().size(), std::size_t{3});
    }

    void givesAndTakesLabelsOfManyClips() {
        Sample sample;
        QVERIFY_OK(sample.fill());
        const std::string before = sample.content();
        const Result<std::vector<ClipId>> given = giveLabel(*sample.project, 0, sample.clips);
        QVERIFY_OK(given);
        QCOMPARE(*given, (std::vector<ClipId>{sample.clips[1], sample.clips[2]})); // the first had it
        QVERIFY_OK(takeLabel(*sample.project, 0, *given));
        QCOMPARE(sample.content(), before);
        QVERIFY_FAILS(giveLabel(*sample.project, 3, sample.clips), Error::Kind::Inconsistent, "not one of the 3");
        QVERIFY_FAILS(giveLabel(*sample.project, 0, {sample.clips[1], 99}), Error::Kind::Inconsistent, "no clip 99");
        QCOMPARE(sample.content(), before);
    }
};

TAGSCOPE_PLAIN_TEST(TestProjectEvents)
#include "tst_project_events.moc"
