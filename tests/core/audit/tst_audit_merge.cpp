// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_merge.h"

#include "core/audit/verdict_summary.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <algorithm>

using namespace tagscope;
using test::Folder;

namespace {

constexpr std::int64_t kTime = 1'700'000'000'000'000;

Result<Project> projectOf(const Folder &folder, const char *name, const std::vector<NewClip> &clips) {
    Result<Project> project = Project::create(folder.path(name), test::threeClasses());
    if (project)
        if (const auto added = project->addClips(clips); !added)
            return tl::unexpected(added.error());
    return project;
}

Verdict verdictAt(ClipId clip, int event, const char *annotator, VerdictValue value, std::int64_t time) {
    return {clip, event, AuditStage::Sound, annotator, value, "noted", time};
}

// Names and values, sorted: what two projects with other ids can be compared by.
std::vector<std::string> textOf(const Project &project) {
    std::vector<std::string> lines;
    const Result<std::vector<Clip>> clips = project.clips();
    const Result<std::vector<Verdict>> history = project.verdictHistory();
    for (const Clip &clip : *clips)
        for (const Verdict &verdict : *history)
            if (verdict.clip == clip.id)
                lines.push_back(clip.name + " " + std::to_string(verdict.event) + " " + verdict.annotator + " " +
                                std::string(verdict.value ? nameOf(*verdict.value) : "-") + " " +
                                isoTime(verdict.time) + " " + verdict.note);
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

// Projects that were audited apart.
class TestAuditMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsHistoriesEitherWay() {
        const Folder folder;
        const std::vector<NewClip> clips = test::clipsNamed(3);
        std::vector<NewClip> reversed(clips.rbegin(), clips.rend()); // the same clips have other ids there
        Result<Project> a = projectOf(folder, "a.tagscope", clips);
        Result<Project> b = projectOf(folder, "b.tagscope", reversed);
        QVERIFY(a && b);
        QVERIFY(a->addVerdicts(std::vector<Verdict>{verdictAt(1, 0, "Ada", VerdictValue::Both, kTime),
                                                    verdictAt(2, 1, "Ada", VerdictValue::Visible, kTime + 1)}));
        QVERIFY(b->addVerdicts(std::vector<Verdict>{verdictAt(3, 0, "Bo", VerdictValue::Neither, kTime + 2),
                                                    verdictAt(2, 1, "Ada", VerdictValue::Audible, kTime + 3)}));
        const std::vector<std::string> ofA = textOf(*a);

        const Result<MergeReport> report = mergeAudit(*a, *b);
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE(report->verdictsAdded, std::size_t{2});
        QCOMPARE(report->conflicts.size(), std::size_t{1});
        QCOMPARE(report->conflicts[0].clip, std::string("c1"));
        QCOMPARE(report->conflicts[0].event, std::string("rain"));
        QVERIFY(report->conflicts[0].here.value == VerdictValue::Visible);
        QVERIFY(report->conflicts[0].there.value == VerdictValue::Audible);
        const std::vector<std::string> merged = textOf(*a);
        QCOMPARE(merged.size(), std::size_t{4});
        QVERIFY(std::includes(merged.begin(), merged.end(), ofA.begin(), ofA.end()));

        QVERIFY_OK(mergeAudit(*b, *a));
        QVERIFY(textOf(*b) == merged);
        const Result<MergeReport> again = mergeAudit(*a, *b);
        QVERIFY(again && again->verdictsAdded == 0 && again->verdictsKnown == 4 && again->conflicts.empty());
        QVERIFY(textOf(*a) == merged);
        QCOMPARE(disagreementsIn(standingVerdicts(*a->verdictHistory())).size(), std::size_t{1});
    }

    void refusesWhatItCannotPlace() {
        const Folder folder;
        Result<Project> a = projectOf(folder, "a.tagscope", test::clipsNamed(1));
        Result<Project> b = projectOf(folder, "b.tagscope", test::clipsNamed(2));
        QVERIFY(b->addVerdicts(std::vector<Verdict>{verdictAt(1, 0, "Bo", VerdictValue::Both, kTime),
                                                    verdictAt(2, 0, "Bo", VerdictValue::Both, kTime)}));
        const Result<MergeReport> refused = mergeAudit(*a, *b);
        QVERIFY_FAILS(refused, Error::Kind::Inconsistent, "\"c1\"");
        QVERIFY(a->verdictHistory()->empty());

        const Result<MergeReport> partly = mergeAudit(*a, *b, UnknownPairs::LeaveOut);
        QVERIFY(partly && partly->verdictsAdded == 1);
        QVERIFY(partly->leftOutClips == std::vector<std::string>{"c1"});
    }

    void aPreviewTellsTheSameAndChangesNothing() {
        const Folder folder;
        Result<Project> a = projectOf(folder, "a.tagscope", test::clipsNamed(2));
        Result<Project> b = projectOf(folder, "b.tagscope", test::clipsNamed(3));
        QVERIFY(a->addVerdicts(std::vector<Verdict>{verdictAt(1, 0, "Ada", VerdictValue::Both, kTime)}));
        QVERIFY(b->addVerdicts(std::vector<Verdict>{verdictAt(1, 0, "Ada", VerdictValue::Neither, kTime + 1),
                                                    verdictAt(3, 0, "Bo", VerdictValue::Both, kTime)}));
        QVERIFY(!previewMerge(*a, *b) && previewMerge(*a, *b).error().kind == Error::Kind::Inconsistent);
        const std::vector<std::string> before = textOf(*a);
        const Result<MergeReport> preview = previewMerge(*a, *b, UnknownPairs::LeaveOut);
        QVERIFY2(preview, test::whatOf(preview).c_str());
        QVERIFY(textOf(*a) == before);
        const Result<MergeReport> done = mergeAudit(*a, *b, UnknownPairs::LeaveOut);
        QVERIFY(preview->verdictsAdded == 1 && done->verdictsAdded == 1);
        QVERIFY(preview->conflicts.size() == 1 && preview->conflicts[0].there == done->conflicts[0].there);
        QVERIFY(preview->leftOutClips == done->leftOutClips);
    }

    void regionsThatWereTakenBackStaySo() {
        const Folder folder;
        Result<Project> a = projectOf(folder, "a.tagscope", test::clipsNamed(1));
        Result<Project> b = projectOf(folder, "b.tagscope", test::clipsNamed(1));
        const std::vector<MarkedRegion> regions{{1, 0, "Ada", Seconds(1), Seconds(2), kTime, {}},
                                                {1, 1, "Ada", Seconds(3), Seconds(4), kTime, {}}};
        QVERIFY(a->changeMarkedRegions(regions, {}));
        QVERIFY(b->changeMarkedRegions(regions, {}));
        QVERIFY(b->changeMarkedRegions({}, std::vector<MarkedRegion>{regions[0]}));
        const Result<MergeReport> report = mergeAudit(*a, *b);
        QVERIFY(report && report->regionsAdded == 0 && report->regionsTakenBack == 1);
        QVERIFY(*a->markedRegions() == std::vector<MarkedRegion>{regions[1]});
        QVERIFY(mergeAudit(*b, *a)->regionsTakenBack == 0);
    }

    void aCancelledMergeChangesNothing() {
        const Folder folder;
        Result<Project> a = projectOf(folder, "a.tagscope", test::clipsNamed(1));
        Result<Project> b = projectOf(folder, "b.tagscope", test::clipsNamed(1));
        QVERIFY(b->addVerdicts(std::vector<Verdict>{verdictAt(1, 0, "Bo", VerdictValue::Both, kTime)}));
        std::stop_source source;
        source.request_stop();
        const Result<MergeReport> report = mergeAudit(*a, *b, UnknownPairs::Refuse, source.get_token());
        QVERIFY(!report && report.error().isCancelled());
        QVERIFY(a->verdictHistory()->empty());
    }
};

TAGSCOPE_PLAIN_TEST(TestAuditMerge)
#include "tst_audit_merge.moc"
