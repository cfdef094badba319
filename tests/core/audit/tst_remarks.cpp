// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/merge_files.h"
#include "core/audit/remarks.h"
#include "core/exchange/export_audit.h"
#include "core/exchange/import_audit.h"
#include "core/project/schema.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <random>

using namespace tagscope;
using test::Folder;

namespace {

constexpr std::int64_t kRemarkTime = 1'700'000'000'000'000;

Project remarkProject(const std::filesystem::path &file) {
    Project project = Project::create(file, test::threeClasses()).value();
    (void)project.addClips(test::clipsNamed(4)).value();
    return project;
}

Remark flagOf(ClipId clip, const char *annotator, const char *note, std::int64_t time, bool holds = true) {
    return {clip, RemarkKind::Flag, annotator, {}, note, AuditStage::Sound, time, holds};
}

Remark newEvent(ClipId clip, const char *annotator, const char *word, std::int64_t time) {
    return {clip, RemarkKind::NewEvent, annotator, word, {}, AuditStage::Sound, time, true};
}

std::vector<Remark> someRemarks() {
    return {flagOf(1, "Ann", "voice-over", kRemarkTime),  flagOf(2, "Ann", "", kRemarkTime + 1),
            flagOf(2, "Ann", "", kRemarkTime + 2, false), flagOf(2, "Ben", "still, \"quite\"", kRemarkTime + 3),
            newEvent(3, "Ann", "Owl", kRemarkTime + 4),   newEvent(4, "Ben", "owl ", kRemarkTime + 5)};
}

std::string remarkTableOf(const Project &project) {
    return verdictTable(project, project.clips().value(), true).value();
}

} // namespace

// Flags, and events that annotators hear and the project does not have.
class TestRemarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLatestHoldsUntilItIsSettled() {
        const Folder folder;
        Project project = remarkProject(folder.path("p.tagscope"));
        QVERIFY_OK(project.addRemarks(someRemarks()));
        QVERIFY_OK(project.addRemarks(someRemarks())); // again: nothing more
        QCOMPARE(project.remarkHistory()->size(), someRemarks().size());
        const std::vector<Remark> open = openRemarks(project.remarkHistory().value());
        QCOMPARE(open.size(), std::size_t{4});
        QVERIFY(open[0].clip == 1 && open[0].note == "voice-over");
        QVERIFY(open[1].clip == 2 && open[1].annotator == "Ben");
        QVERIFY_OK(settleFlags(project, std::vector<ClipId>{1}, "Lea"));
        QCOMPARE(openRemarks(project.remarkHistory().value()).size(), std::size_t{3});
        QVERIFY_FAILS(settleFlags(project, std::vector<ClipId>{1}, "Lea"), Error::Kind::Inconsistent, "no flag");
        // Flagged again, it is open again.
        QVERIFY_OK(project.addRemarks(std::vector<Remark>{flagOf(1, "Ann", "still", 0)}));
        QCOMPARE(openRemarks(project.remarkHistory().value()).front().note, std::string("still"));
        QVERIFY_FAILS(project.addRemarks(std::vector<Remark>{flagOf(99, "Ann", "", 0)}), Error::Kind::Inconsistent,
                      "99");
        QVERIFY_FAILS(project.addRemarks(std::vector<Remark>{flagOf(1, "", "", 0)}), Error::Kind::Inconsistent, "name");
        QVERIFY_FAILS(project.addRemarks(std::vector<Remark>{newEvent(1, "Ann", "", 0)}), Error::Kind::Inconsistent,
                      "name");
    }

    // By a project and by a table, in any order and any number of times.
    void theyTravel() {
        const Folder folder;
        const std::vector<Remark> all = someRemarks();
        std::mt19937 random(3);
        std::string expected;
        for (int order = 0; order < 20; ++order) {
            const std::string number = std::to_string(order);
            std::vector<std::filesystem::path> files;
            for (std::size_t half = 0; half < 2; ++half) {
                Project sent = remarkProject(folder.path(number + "-" + std::to_string(half) + ".tagscope"));
                QVERIFY_OK(sent.addRemarks(
                    std::vector<Remark>(all.begin() + (half == 0 ? 0 : 2), all.begin() + (half == 0 ? 4 : 6))));
                files.push_back(half == 0 ? sent.file() : folder.write((number + ".csv").c_str(), remarkTableOf(sent)));
            }
            files.push_back(files.front());
            std::ranges::shuffle(files, random);
            Project lead = remarkProject(folder.path(number + ".tagscope"));
            const Result<std::vector<FileMerge>> merged = mergeFiles(lead, files);
            QVERIFY_OK(merged);
            QCOMPARE(sumOf(*merged).remarksAdded, all.size());
            if (order == 0)
                expected = remarkTableOf(lead);
            QCOMPARE(remarkTableOf(lead), expected);
        }
        // A table without remarks looks as it always did.
        Project plain = remarkProject(folder.path("plain.tagscope"));
        QVERIFY(remarkTableOf(plain).find("remark") == std::string::npos);
        // What was brought is taken back.
        const AuditImportReport report = importVerdicts(plain, folder.write("all.csv", expected)).value();
        QCOMPARE(report.remarks.size(), all.size());
        QVERIFY_OK(plain.addRemarks(report.remarksBefore));
        QVERIFY(openRemarks(plain.remarkHistory().value()).empty());
        // An edited row is refused, and a remark that is none is named.
        std::string edited = expected;
        edited.replace(edited.find("voice-over"), 5, "other");
        QVERIFY_FAILS(importVerdicts(plain, folder.write("edited.csv", edited)), Error::Kind::Malformed, "was changed");
        const std::string none =
            "clip,event,annotator,stage,heard,remark\n" + plain.clips()->front().name + ",,Ann,sound,,banner\n";
        QVERIFY_FAILS(importVerdicts(plain, folder.write("none.csv", none)), Error::Kind::Malformed, "banner");
    }

    void theLeadAcceptsANewEvent() {
        const Folder folder;
        Project project = remarkProject(folder.path("p.tagscope"));
        QVERIFY_OK(project.addRemarks(someRemarks()));
        const std::size_t before = project.classes().size();
        const Result<AuditImportReport> report = settleNewEvent(project, {"Owl", "Owl", "Lea"});
        QVERIFY_OK(report);
        QCOMPARE(report->addedEvents, std::vector<std::string>{"Owl"});
        QCOMPARE(project.classes().size(), before + 1);
        const std::vector<Verdict> said = standingVerdicts(project.verdictHistory().value());
        QCOMPARE(said.size(), std::size_t{2}); // Ben wrote it in another way
        QVERIFY(said[0].annotator == "Ann" && said[0].clip == 3 && said[0].value == VerdictValue::Heard &&
                said[0].event == static_cast<int>(before) && said[0].time == kRemarkTime + 4);
        QVERIFY_FAILS(settleNewEvent(project, {"Owl", "Owl", "Lea"}), Error::Kind::Inconsistent, "Owl");
        // Taken back, it is open again.
        QVERIFY_OK(project.addVerdicts(report->verdictsBefore));
        QVERIFY_OK(project.addRemarks(report->remarksBefore));
        QVERIFY(standingVerdicts(project.verdictHistory().value()).empty());
        QCOMPARE(openRemarks(project.remarkHistory().value()).size(), std::size_t{4});
    }

    // What somebody said of the event in that clip stays what they said.
    void theLeadTakesItForAnEventThatIsThere() {
        const Folder folder;
        Project project = remarkProject(folder.path("p.tagscope"));
        QVERIFY_OK(project.addRemarks(someRemarks()));
        QVERIFY_OK(project.addVerdicts(
            std::vector<Verdict>{{3, 1, AuditStage::Sound, "Ann", VerdictValue::NotHeard, "", kRemarkTime}}));
        const Result<AuditImportReport> report = settleNewEvent(project, {"owl", project.classes()[1].name, "Lea"});
        QVERIFY_OK(report);
        QVERIFY(report->addedEvents.empty());
        QCOMPARE(report->verdicts.size(), std::size_t{1});
        QCOMPARE(report->verdicts.front().annotator, std::string("Ben"));
        const std::vector<Remark> history = project.remarkHistory().value();
        QCOMPARE(history.back().note, project.classes()[1].name);
        QVERIFY(std::ranges::none_of(openRemarks(history),
                                     [](const Remark &remark) { return remark.kind == RemarkKind::NewEvent; }));
    }

    void theVersionBeforeGetsThem() {
        const Folder folder;
        const std::filesystem::path file = folder.path("p.tagscope");
        {
            SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            schema::migrate(old, 0, 6);
            old.exec("INSERT INTO project VALUES (1, 10.0);"
                     "INSERT INTO event VALUES (0, 'dog', '', '[]', 0.5, 0.5);"
                     "INSERT INTO clip VALUES (1, 'c1', NULL, 0.0, 10.0, '');"
                     "INSERT INTO verdict VALUES (1, 1, 0, 0, 'Ann', 1, NULL, '', 5, '', NULL, 0, 0)");
        }
        QVERIFY_FAILS(Project::open(file, Project::Access::ReadOnly), Error::Kind::Unsupported, "older version");
        Project project = Project::open(file).value();
        QCOMPARE(project.verdictHistory()->size(), std::size_t{1});
        QVERIFY(project.remarkHistory()->empty());
        QVERIFY_OK(project.addRemarks(std::vector<Remark>{flagOf(1, "Ann", "", 0)}));
        SQLite::Database kept(folder.path("p.version-6.tagscope").string());
        QCOMPARE(kept.execAndGet("PRAGMA user_version").getInt(), 6);
    }

    // And a program of today refuses one of tomorrow; so did the one before this one.
    void aLaterVersionIsRefused() {
        const Folder folder;
        const std::filesystem::path file = folder.path("p.tagscope");
        { const Project project = remarkProject(file); }
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version = " + std::to_string(schema::kVersion + 1));
        QVERIFY_FAILS(Project::open(file), Error::Kind::Unsupported, "version");
    }
};

TAGSCOPE_CORE_TEST(TestRemarks)
#include "tst_remarks.moc"
