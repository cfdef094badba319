// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_plan.h"
#include "core/audit/merge_files.h"
#include "core/exchange/export.h"
#include "core/exchange/export_audit.h"
#include "core/project/schema.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <array>
#include <fstream>
#include <random>

using namespace tagscope;
using test::Folder;

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMergeTime = 1'700'000'000'000'000;
constexpr std::int64_t kHour = 3'600'000'000;
constexpr std::size_t kMergedClips = 8;

Project emptyLead(const fs::path &file) {
    Project project = Project::create(file, test::threeClasses()).value();
    [[maybe_unused]] const auto clips = project.addClips(test::clipsNamed(kMergedClips));
    return project;
}

// What is the same of two projects with the same clips, whatever was merged first.
std::string wholeAudit(const Project &project) {
    return verdictTable(project, project.clips().value(), true).value();
}

// Verdicts of one annotator, some of them changed and taken back; the clock is some hours off.
std::vector<Verdict> historyBy(const std::string &annotator, std::mt19937 &random, std::int64_t clock) {
    std::vector<Verdict> verdicts;
    for (int i = 0; i < 14; ++i) {
        Verdict verdict;
        verdict.clip = 1 + static_cast<ClipId>(random() % kMergedClips);
        verdict.event = static_cast<int>(random() % 3);
        verdict.stage = random() % 2 == 0 ? AuditStage::Sound : AuditStage::Pictures;
        verdict.annotator = annotator;
        if (random() % 6 != 0)
            verdict.value = static_cast<VerdictValue>(random() % kAllVerdictValues);
        verdict.time = clock + static_cast<std::int64_t>(random() % 8); // several at one moment
        verdict.note = random() % 4 == 0 ? "far" : "";
        verdicts.push_back(verdict);
    }
    return verdicts;
}

} // namespace

// What comes back of annotators, in any order and any number of times.
class TestMergeFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Five annotators of whom two have the same name, with clocks that differ by days; each file is sent in two states.
    void anyOrderGivesTheSame() {
        const Folder folder;
        std::mt19937 random(5);
        std::vector<std::vector<Verdict>> states;
        const std::array<std::string, 5> names{"Ada", "Bo", "Cy", "Ada", "Eve"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::vector<Verdict> all =
                historyBy(names[i], random, kMergeTime + (static_cast<std::int64_t>(i) - 2) * 30 * kHour);
            states.emplace_back(all.begin(), all.begin() + 7);
            states.push_back(all);
        }
        std::string expected;
        std::vector<Verdict> standing;
        const fs::path pristine = folder.path("pristine.tagscope");
        { const Project made = emptyLead(pristine); }
        constexpr int kOrders = 1000;
        for (int order = 0; order < kOrders; ++order) {
            std::vector<std::size_t> sent{1, 3, 5, 7, 9};               // all that each said in the end
            sent.push_back(2 * static_cast<std::size_t>(random() % 5)); // half of one, perhaps after the whole
            std::ranges::shuffle(sent, random);
            const fs::path file = folder.path("lead.tagscope");
            fs::copy_file(pristine, file, fs::copy_options::overwrite_existing);
            Project project = Project::open(file).value();
            QVERIFY_OK(project.atomically([&]() -> Result<void> {
                for (const std::size_t state : sent)
                    if (const auto merged = mergeVerdicts(project, states[state]); !merged)
                        return tl::unexpected(merged.error());
                return {};
            }));
            const std::string whole = wholeAudit(project);
            const std::vector<Verdict> now = standingVerdicts(project.verdictHistory().value());
            if (order == 0) {
                expected = whole;
                standing = now;
                QVERIFY(standing.size() > 20);
            }
            QCOMPARE(whole, expected);
            QVERIFY(now == standing);
        }
    }

    void tasksAndTablesComeBack() {
        const Folder folder;
        Project lead = emptyLead(folder.path("lead.tagscope"));
        std::vector<std::pair<ClipId, int>> labels;
        for (ClipId clip = 1; clip <= static_cast<ClipId>(kMergedClips); ++clip)
            labels.emplace_back(clip, 0);
        QVERIFY_OK(lead.addLabels(labels));
        PlanOptions options;
        options.annotators = {"anna", "ben"};
        options.pages = 4;
        options.queue.order = QueueOrder::Random;
        const AuditPlan plan = makePlan(lead, auditMaterial(lead, std::nullopt).value(), options).value();
        std::vector<fs::path> files = handOut(lead, plan, folder.path("tasks")).value();
        for (const fs::path &file : files) {
            Project task = Project::open(file).value();
            const AuditTask given = taskOf(task).value().value();
            std::vector<Verdict> said;
            for (const TaskPage &page : given.pages)
                said.push_back(
                    {page.clip, page.events[0], AuditStage::Sound, given.annotator, VerdictValue::Heard, {}, 0});
            QVERIFY_OK(task.addVerdicts(said));
        }
        // A third one writes a table.
        Project third = emptyLead(folder.path("third.tagscope"));
        QVERIFY_OK(third.addVerdicts(
            std::vector<Verdict>{{1, 1, AuditStage::Sound, "Cy", VerdictValue::NotHeard, {}, kMergeTime}}));
        ExportRequest request;
        request.content = ExportContent::History;
        request.format = "csv";
        files.push_back(folder.path("cy.csv"));
        QVERIFY_OK(exportFrom(third, request, files.back()));
        const auto merged = mergeFiles(lead, files);
        QVERIFY_OK(merged);
        QVERIFY(merged->size() == 3 && merged->at(0).report.verdictsAdded == 4 &&
                merged->at(2).report.verdictsAdded == 1);
        QCOMPARE(lead.verdictHistory()->size(), std::size_t{9});
        const std::string whole = wholeAudit(lead);
        std::ranges::reverse(files);
        QVERIFY_OK(mergeFiles(lead, files));
        QCOMPARE(wholeAudit(lead), whole);
        // Another lead did not hand these out.
        Project other = emptyLead(folder.path("other.tagscope"));
        QVERIFY_FAILS(mergeFiles(other, files), Error::Kind::Inconsistent, "plan");
        QVERIFY(other.verdictHistory()->empty()); // nor is anything of the table there
        QVERIFY_OK(
            mergeFiles(other, std::vector<fs::path>{files.back()}, MergeOptions(UnknownPairs::Refuse, "anna Z.")));
        QCOMPARE(other.verdictHistory()->front().annotator, std::string("anna Z."));
    }

    void twoPeopleOfOneNameAreNoticed() {
        const Folder folder;
        Project lead = emptyLead(folder.path("lead.tagscope"));
        const auto saidAt = [](std::int64_t time, VerdictValue value) {
            return std::vector<Verdict>{{1, 0, AuditStage::Sound, "anna", value, {}, time},
                                        {2, 0, AuditStage::Sound, "anna", value, {}, time + 1}};
        };
        QCOMPARE(mergeVerdicts(lead, saidAt(kMergeTime, VerdictValue::Heard))->judgedTwice, std::size_t{0});
        QCOMPARE(mergeVerdicts(lead, saidAt(kMergeTime, VerdictValue::Heard))->judgedTwice,
                 std::size_t{0}); // the same again
        const MergeReport report = mergeVerdicts(lead, saidAt(kMergeTime + 50, VerdictValue::NotHeard)).value();
        QVERIFY(report.judgedTwice == 2 && report.conflicts.size() == 2);
        const MergeOptions apart(UnknownPairs::Refuse, "anna B.");
        QCOMPARE(mergeVerdicts(lead, saidAt(kMergeTime + 50, VerdictValue::NotHeard), apart)->judgedTwice,
                 std::size_t{0});
        QCOMPARE(standingVerdicts(lead.verdictHistory().value()).size(), std::size_t{4});
    }

    void whatIsDamagedIsRefusedAsAWhole() {
        const Folder folder;
        Project lead = emptyLead(folder.path("lead.tagscope"));
        const fs::path good = folder.path("good.tagscope");
        {
            Project project = emptyLead(good);
            std::vector<Verdict> many;
            for (int i = 0; i < 3000; ++i)
                many.push_back({1 + i % static_cast<int>(kMergedClips),
                                i % 3,
                                AuditStage::Sound,
                                "Ada",
                                VerdictValue::Heard,
                                {},
                                kMergeTime + i});
            QVERIFY_OK(project.addVerdicts(many));
        }
        const fs::path cut = folder.path("cut.tagscope");
        fs::copy_file(good, cut);
        fs::resize_file(cut, fs::file_size(cut) / 2);
        const auto refused = mergeFiles(lead, std::vector<fs::path>{good, cut});
        QVERIFY(!refused);
        QVERIFY2(refused.error().what().find("cut.tagscope") != std::string::npos, refused.error().what().c_str());
        QVERIFY(lead.verdictHistory()->empty());
        const fs::path table = folder.write(
            "v.csv", "clip,event,annotator,stage,heard,seen,time\nc0,dog,Ada,sound,yes,,2026-01-15T10:00:00Z\n"
                     "c1,dog,Ada,sound,perhaps,,2026-01-15T10:00:00Z\n");
        QVERIFY_FAILS(mergeFiles(lead, std::vector<fs::path>{table}), Error::Kind::Malformed, "3");
        QVERIFY(lead.verdictHistory()->empty());
        QVERIFY_FAILS(mergeFiles(lead, std::vector<fs::path>{folder.write(
                                           "t.csv", "clip,event,annotator,stage,heard,seen\nc0,dog,Ada,sound,yes,\n")}),
                      Error::Kind::Malformed, "times");
    }

    // By the program that came before: its file stays as it is.
    void anOlderVersionIsReadToo() {
        const Folder folder;
        Project lead = emptyLead(folder.path("lead.tagscope"));
        const fs::path old = folder.path("old.tagscope");
        {
            SQLite::Database database(old.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            schema::migrate(database, 0, 4);
            database.exec("INSERT INTO project VALUES (1, 10.0)");
            database.exec("INSERT INTO event VALUES (0, 'dog', '', '[]', 0.5, 0.5)");
            database.exec("INSERT INTO clip VALUES (1, 'c3', NULL, 0.0, 10.0, '')");
            database.exec("INSERT INTO verdict (clip, event, stage, annotator, value, note, time) "
                          "VALUES (1, 0, 1, 'Ada', 1, 'so', 100)");
        }
        QVERIFY_OK(mergeFiles(lead, std::vector<fs::path>{old}));
        const std::vector<Verdict> history = lead.verdictHistory().value();
        QVERIFY(history.size() == 1 && history[0].value == VerdictValue::Visible && history[0].clip == 4);
        QCOMPARE(SQLite::Database(old.string()).execAndGet("PRAGMA user_version").getInt(), 4);
        QVERIFY_OK(mergeFiles(
            lead, std::vector<fs::path>{folder.write("old.csv", "clip,event,annotator,stage,verdict,note,time\n"
                                                                "c0,dog,Ada,sound,both,,2026-01-15T10:00:00Z\n")}));
        QVERIFY(lead.verdictHistory()->back().value == VerdictValue::Both);
    }
};

TAGSCOPE_CORE_TEST(TestMergeFiles)
#include "tst_merge_files.moc"
