// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/verdict_table.h"

#include "core/project/schema.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <SQLiteCpp/Database.h>
#include <limits>

using namespace tagscope;
using test::Folder;

namespace {

constexpr std::int64_t kMicrosecond = 1'000'000'000'000'000; // in 2001

Verdict verdictOf(ClipId clip, int event, const char *annotator, std::optional<VerdictValue> value,
                  std::int64_t time = 0, AuditStage stage = AuditStage::Sound) {
    return {clip, event, stage, annotator, value, {}, time};
}

Result<Project> projectOf(const Folder &folder) {
    Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
    if (project)
        if (const auto added = project->addClips(test::clipsNamed(3)); !added)
            return tl::unexpected(added.error());
    return project;
}

} // namespace

// What annotators say of a project's pairs.
class TestVerdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreReadBack() {
        for (std::size_t i = 0; i < kAllVerdictValues; ++i) {
            const auto value = static_cast<VerdictValue>(i);
            QVERIFY(verdictNamed(nameOf(value)) == value);
            QVERIFY(valueFor(answersIn(value)) == value);
        }
        QVERIFY(!valueFor({}));
        for (const AuditAnswer answer : {AuditAnswer::No, AuditAnswer::Yes, AuditAnswer::Unsure})
            QVERIFY(answerNamed(nameOf(answer)) == answer);
        for (std::size_t i = 0; i < kAuditStages; ++i)
            QVERIFY(stageNamed(nameOf(static_cast<AuditStage>(i))) == static_cast<AuditStage>(i));
        QVERIFY(!verdictNamed("perhaps") && !stageNamed("perhaps"));
    }

    void sayWhatIsHeardAndSeen() {
        QVERIFY(isAudible(VerdictValue::Audible) == true && isVisible(VerdictValue::Audible) == false);
        QVERIFY(isAudible(VerdictValue::Visible) == false && isVisible(VerdictValue::Visible) == true);
        QVERIFY(isAudible(VerdictValue::Both) == true && isVisible(VerdictValue::Both) == true);
        QVERIFY(isAudible(VerdictValue::Neither) == false && isVisible(VerdictValue::Neither) == false);
        QVERIFY(!isAudible(VerdictValue::Unsure) && !isVisible(VerdictValue::Unsure));
        QVERIFY(isAudible(VerdictValue::Heard) == true && !isVisible(VerdictValue::Heard));
        QVERIFY(!isAudible(VerdictValue::NotSeen) && isVisible(VerdictValue::NotSeen) == false);
        QVERIFY(isAudible(VerdictValue::NotHeardSeenUnsure) == false && !isVisible(VerdictValue::NotHeardSeenUnsure));
    }

    void timesAreWrittenInFull() {
        QCOMPARE(isoTime(kMicrosecond + 1'000'042), std::string("2001-09-09T01:46:41.000042Z"));
        QCOMPARE(isoTime(0), std::string("1970-01-01T00:00:00.000000Z"));
    }

    void theLatestOfAPairStageAndAnnotatorHolds() {
        const std::vector<Verdict> history{verdictOf(1, 0, "b", VerdictValue::Audible, 5),
                                           verdictOf(1, 0, "a", VerdictValue::Both, 9),
                                           verdictOf(1, 0, "a", VerdictValue::Visible, 7), // given earlier, added later
                                           verdictOf(1, 0, "a", VerdictValue::Unsure, 1, AuditStage::Pictures),
                                           verdictOf(2, 1, "a", VerdictValue::Neither, 1),
                                           verdictOf(2, 1, "a", std::nullopt, 2)};
        const std::vector<Verdict> standing = standingVerdicts(history);
        QCOMPARE(standing.size(), std::size_t{3});
        QVERIFY(standing[0] == history[1]);
        QVERIFY(standing[1] == history[0]);
        QVERIFY(standing[2] == history[3]);
    }

    void aProjectKeepsTheWholeHistory() {
        const Folder folder;
        std::vector<Verdict> stored;
        {
            Result<Project> project = projectOf(folder);
            QVERIFY2(project, test::whatOf(project).c_str());
            Verdict noted = verdictOf(1, 2, "Ada", VerdictValue::Visible);
            noted.note = "only seen, from 3 s";
            const auto first = project->addVerdicts(std::vector<Verdict>{noted});
            QVERIFY2(first, test::whatOf(first).c_str());
            const auto second = project->addVerdicts(
                std::vector<Verdict>{verdictOf(1, 2, "Ada", VerdictValue::Both), verdictOf(1, 2, "Ada", std::nullopt)});
            QVERIFY2(second, test::whatOf(second).c_str());
            QVERIFY(first->front().time > kMicrosecond);
            QVERIFY(first->front().time < second->front().time && second->front().time < second->back().time);
            stored = {first->front(), second->front(), second->back()};
        }
        const Result<Project> project = Project::open(folder.path("p.tagscope"), Project::Access::ReadOnly);
        QVERIFY2(project, test::whatOf(project).c_str());
        QVERIFY(*project->verdictHistory() == stored);
        QVERIFY(*project->verdictHistory(1) == stored);
        QVERIFY(project->verdictHistory(2)->empty());
        QVERIFY(standingVerdicts(stored).empty());
    }

    void theAuditedTruthIsTheWeakOneCorrected() {
        const Folder folder;
        Result<Project> project = projectOf(folder);
        QVERIFY(project->addLabels(std::vector<std::pair<ClipId, int>>{{1, 0}, {2, 0}, {3, 1}}));
        const std::vector<ClipId> clips{1, 2, 3};
        QVERIFY(project->labels(clips, Truth::Audited)->values == project->labels(clips, Truth::Weak)->values);
        QVERIFY(project->addVerdicts(std::vector<Verdict>{
            verdictOf(1, 0, "Ada", VerdictValue::Visible), verdictOf(2, 0, "Ada", VerdictValue::Unsure),
            verdictOf(3, 0, "Ada", VerdictValue::Audible), verdictOf(3, 1, "Ada", VerdictValue::Neither),
            verdictOf(3, 1, "Bo", VerdictValue::Both)}));
        QVERIFY(project->labels(clips, Truth::Audited)->values ==
                (std::vector<std::uint8_t>{0, 0, 0, 1, 0, 0, 1, 1, 0}));
    }

    void allThatIsKnownOfAVerdictIsKept() {
        const Folder folder;
        Result<Project> project = projectOf(folder);
        std::vector<Verdict> verdicts;
        for (std::size_t i = 0; i < kAllVerdictValues; ++i) {
            Verdict verdict =
                verdictOf(1, 0, "Ada", static_cast<VerdictValue>(i), kMicrosecond + 1000 + 2 * static_cast<int>(i));
            verdict.key = "1";
            verdict.played = 2.25;
            verdict.plays = 3;
            verdict.isInformed = i % 2 == 0;
            verdicts.push_back(verdict);
        }
        QVERIFY_OK(project->addVerdicts(verdicts));
        QVERIFY(*project->verdictHistory() == verdicts);
        Verdict bad = verdicts.front();
        bad.played = -1.0;
        QVERIFY_FAILS(project->addVerdicts(std::vector<Verdict>{bad}), Error::Kind::Inconsistent, "played");
    }

    // Two computers may say something at the same moment: what holds does not depend on which was brought in first.
    void ofOneMomentBothStay() {
        const Verdict one = verdictOf(1, 0, "Ada", VerdictValue::Heard, kMicrosecond);
        const Verdict other = verdictOf(1, 0, "Ada", VerdictValue::NotHeard, kMicrosecond);
        const Folder folder;
        Result<Project> project = projectOf(folder);
        QVERIFY_OK(project->addVerdicts(std::vector<Verdict>{one, other, one}));
        QCOMPARE(project->verdictHistory()->size(), std::size_t{2});
        QVERIFY(standingVerdicts({one, other}) == standingVerdicts({other, one}));
    }

    // The five words of version 4 become two answers each.
    void wordsOfAnOlderVersionBecomeAnswers() {
        const Folder folder;
        const std::filesystem::path file = folder.path("old.tagscope");
        {
            SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            schema::migrate(database, 0, 4);
            database.exec("INSERT INTO project VALUES (1, 10.0)");
            database.exec("INSERT INTO event VALUES (0, 'dog', '', '[]', 0.5, 0.5)");
            database.exec("INSERT INTO clip VALUES (1, 'a', NULL, 0.0, 10.0, '')");
            for (int value = 0; value < 6; ++value)
                database.exec("INSERT INTO verdict (clip, event, stage, annotator, value, note, time) VALUES (1, 0, " +
                              std::to_string(value % 2) + ", 'Ada', " + (value < 5 ? std::to_string(value) : "NULL") +
                              ", 'so', " + std::to_string(100 + value) + ")");
        }
        const Result<Project> project = Project::open(file);
        QVERIFY_OK(project);
        const std::vector<Verdict> history = project->verdictHistory().value();
        QCOMPARE(history.size(), std::size_t{6});
        for (std::size_t i = 0; i < kVerdictValues; ++i)
            QVERIFY(history[i].value == static_cast<VerdictValue>(i));
        QVERIFY(!history[5].value && history[5].note == "so" && history[5].time == 105 && !history[5].played);
        QVERIFY(history[1].stage == AuditStage::Pictures && !history[1].isInformed && history[1].plays == 0);
        QCOMPARE(
            SQLite::Database(folder.path("old.version-4.tagscope").string()).execAndGet("PRAGMA user_version").getInt(),
            4);
    }

    void anEntryThatIsThereStays() {
        const Folder folder;
        Result<Project> project = projectOf(folder);
        const std::vector<Verdict> verdicts{verdictOf(1, 0, "Ada", VerdictValue::Both, kMicrosecond)};
        QVERIFY(project->addVerdicts(verdicts));
        QVERIFY(project->addVerdicts(verdicts));
        QVERIFY(*project->verdictHistory() == verdicts);
    }

    void refusesWhatCannotBe() {
        const Folder folder;
        Result<Project> project = projectOf(folder);
        const Verdict good = verdictOf(1, 0, "Ada", VerdictValue::Both);
        for (const Verdict &bad :
             {verdictOf(9, 0, "Ada", VerdictValue::Both), verdictOf(1, 3, "Ada", VerdictValue::Both),
              verdictOf(1, 0, "", VerdictValue::Both), verdictOf(1, 0, "Ada", std::nullopt, -1)}) {
            const auto stored = project->addVerdicts(std::vector<Verdict>{good, bad});
            QVERIFY_FAILS(stored, Error::Kind::Inconsistent, "");
        }
        QVERIFY(project->verdictHistory()->empty());
    }

    void regionsAreMarkedAndTakenBack() {
        const Folder folder;
        Result<Project> project = projectOf(folder);
        const MarkedRegion early{1, 0, "Ada", Seconds(0.5), Seconds(1.25), kMicrosecond, {}};
        const MarkedRegion late{1, 1, "Ada", Seconds(4), Seconds(5), kMicrosecond, {}};
        const auto marked = project->changeMarkedRegions(std::vector<MarkedRegion>{late, early}, {});
        QVERIFY2(marked, test::whatOf(marked).c_str());
        QVERIFY(*marked == (std::vector<MarkedRegion>{early, late}));

        MarkedRegion longer = early;
        longer.offset = Seconds(2);
        longer.added = 0;
        const auto changed =
            project->changeMarkedRegions(std::vector<MarkedRegion>{longer}, std::vector<MarkedRegion>{early});
        QVERIFY2(changed, test::whatOf(changed).c_str());
        QCOMPARE(changed->size(), std::size_t{2});
        QCOMPARE(changed->front().offset.count(), 2.0);
        QVERIFY(*project->markedRegions() == *changed);
        QCOMPARE(project->markedRegions(1, true)->size(), std::size_t{3});
        QVERIFY(project->markedRegions(2)->empty());
        QVERIFY(project->markedRegions(1, true)->front().removed > kMicrosecond);
    }

    void regionsKeepWhatTheirSourceSaid() {
        const Folder folder;
        Result<Project> project = projectOf(folder);
        MarkedRegion full{1, 0, "Ada", Seconds(0.5), Seconds(1.25), kMicrosecond};
        full.confidence = 0.8431;
        full.note = "far, \"faint\"";
        full.source = "c01.BirdNET.selection.table.txt";
        MarkedRegion boxed = full;
        boxed.frequencies = FrequencyRange{500.0, 4000.25};
        MarkedRegion right = boxed;
        right.channel = 2;
        const std::vector<MarkedRegion> all{full, boxed, right}; // of the same times
        QVERIFY(*project->changeMarkedRegions(all, {}) == all);
        QVERIFY(*project->changeMarkedRegions(all, {}) == all); // none twice
        const auto left = project->changeMarkedRegions({}, std::vector<MarkedRegion>{boxed});
        QVERIFY2(left, test::whatOf(left).c_str());
        QVERIFY(*left == (std::vector<MarkedRegion>{full, right}));
        MarkedRegion bad = full;
        bad.frequencies = FrequencyRange{2.0, 1.0};
        QVERIFY_FAILS(project->changeMarkedRegions(std::vector<MarkedRegion>{bad}, {}), Error::Kind::Inconsistent, "");
        bad = full;
        bad.channel = 0;
        QVERIFY_FAILS(project->changeMarkedRegions(std::vector<MarkedRegion>{bad}, {}), Error::Kind::Inconsistent, "");
    }

    void refusesRegionsWithoutExtent() {
        const Folder folder;
        Result<Project> project = projectOf(folder);
        for (const auto &[onset, offset] : {std::pair(1.0, 1.0), std::pair(2.0, 1.0), std::pair(-1.0, 1.0),
                                            std::pair(0.0, std::numeric_limits<double>::infinity())}) {
            const MarkedRegion bad{1, 0, "Ada", Seconds(onset), Seconds(offset), 0, {}};
            const auto marked = project->changeMarkedRegions(std::vector<MarkedRegion>{bad}, {});
            QVERIFY_FAILS(marked, Error::Kind::Inconsistent, "");
        }
        QVERIFY(project->markedRegions()->empty());
    }
};

TAGSCOPE_PLAIN_TEST(TestVerdicts)
#include "tst_verdicts.moc"
