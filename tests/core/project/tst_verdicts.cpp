// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/verdict_table.h"

#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

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
        for (std::size_t i = 0; i < kVerdictValues; ++i)
            QVERIFY(verdictNamed(nameOf(static_cast<VerdictValue>(i))) == static_cast<VerdictValue>(i));
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
