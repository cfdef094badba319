// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_check.h"

#include "core/project/project.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <sys/stat.h>

// What a stranger may have put into a project file, and what is left when it is mended.
using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

std::string bytesNow(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void tamper(const fs::path &file, const std::string &sql) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON");
    database.exec(sql);
}

constexpr std::size_t kCheckedClips = 4;

// With something in nearly every table, and a recording for each clip.
fs::path wholeProject(const Folder &folder, std::size_t clips = kCheckedClips) {
    const fs::path file = folder.path("p.tagscope");
    Result<Project> project = Project::create(file, test::threeClasses());
    std::vector<NewClip> added = test::clipsNamed(clips);
    for (NewClip &clip : added)
        clip.media = folder.write("media/" + clip.name + ".wav", "RIFF");
    const Result<std::vector<ClipId>> ids = project->addClips(added);
    std::vector<std::pair<ClipId, int>> labels;
    std::vector<ClipScore> scores;
    std::vector<Verdict> verdicts;
    for (const ClipId id : *ids) {
        labels.emplace_back(id, static_cast<int>(id % 3));
        scores.push_back({id, {0.25F, 0.5F, 0.75F}});
        Verdict verdict;
        verdict.clip = id;
        verdict.annotator = "anna";
        verdict.value = VerdictValue::Heard;
        verdicts.push_back(verdict);
    }
    const bool isFilled =
        project->addLabels(labels) && project->storeScores({Branch::Audio, "r"}, scores) &&
        project->addVerdicts(verdicts) &&
        project->addRegions(std::vector<StrongRegion>{{1, 1, Seconds(1), Seconds(2)}}) &&
        project->setSetting("demo", "{}") &&
        project->storeRun({"r", TrainingRun::State::Finished, "{}", 1, 0, 0.5, "2026", "2026"}) &&
        project->storeOperatingPoint({"p", {{0, 0, 0}, {1, 1, 1}}, "paper", "", "r", "", 0.5, 1, "2026"});
    return isFilled ? file : fs::path();
}

std::string everythingSaid(const ProjectCheck &check) {
    std::string all;
    for (const ProjectFinding &finding : check.findings)
        all += englishText(finding.what) + "\n";
    return all;
}

// Everything of it can be asked for.
std::string firstError(const Project &project) {
    std::string first;
    const auto note = [&first](const auto &result) {
        if (!result && first.empty())
            first = result.error().what();
    };
    const Result<std::vector<Clip>> clips = project.clips();
    note(clips);
    std::vector<ClipId> ids;
    for (const Clip &clip : clips ? *clips : std::vector<Clip>())
        ids.push_back(clip.id);
    note(project.labels(ids, Truth::Audited));
    note(project.presence(ids));
    note(project.scores({Branch::Audio, "r"}, ids));
    note(project.splitCounts());
    note(project.verdictHistory());
    note(project.markedRegions());
    note(project.runs());
    note(project.operatingPoints());
    note(project.operatingPointHistory());
    note(project.mediaHashes());
    return first;
}

} // namespace

class TestProjectCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSoundProjectIsSoundAndStaysAsItIs() {
        const Folder folder;
        const fs::path file = wholeProject(folder);
        const std::string before = bytesNow(file);
        const Result<ProjectCheck> check = checkProject(file);
        QVERIFY_OK(check);
        QVERIFY2(check->isSound(), everythingSaid(*check).c_str());
        const Result<ProjectRepair> repair = repairProject(file);
        QVERIFY_OK(repair);
        QVERIFY(repair->kept.empty());
        QVERIFY(bytesNow(file) == before);
        QVERIFY(!fs::exists(folder.path("p.tagscope-mended")));
    }

    void findsAndMends_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("says");
        const auto add = [](const char *name, const char *sql, const char *says) {
            QTest::newRow(name) << QByteArray(sql) << QByteArray(says);
        };
        add("trigger", "CREATE TRIGGER t AFTER INSERT ON clip BEGIN DELETE FROM clip; END", "does not create");
        add("view", "CREATE VIEW v AS SELECT * FROM clip", "does not create");
        add("foreign table", "CREATE TABLE more (x); INSERT INTO more VALUES (zeroblob(100000))", "does not create");
        add("generated column", "ALTER TABLE clip ADD COLUMN g TEXT AS (hex(zeroblob(1000000))) VIRTUAL", "differs");
        add("column", "ALTER TABLE setting ADD COLUMN more TEXT", "differs");
        add("missing index", "DROP INDEX clip_by_split", "\"clip_by_split\" is missing");
        add("missing table", "DROP TABLE presence", "\"presence\" is missing");
        add("endless view for a table",
            "DROP TABLE presence; CREATE VIEW presence AS WITH RECURSIVE n(clip, event) AS "
            "(SELECT 1, 0 UNION ALL SELECT clip + 1, 0 FROM n) SELECT clip, event, 1 AS audible, 1 AS visible FROM n",
            "differs");
        add("path of the system", "UPDATE recording SET path = '/etc/passwd' WHERE id = 1", "/etc/passwd");
        add("path that climbs", "UPDATE recording SET path = '../../other.wav' WHERE id = 1", "../../other.wav");
        add("path to a device", "UPDATE recording SET path = '/dev/zero' WHERE id = 1", "/dev/zero");
        add("negative start", "UPDATE clip SET start = -1 WHERE id = 1", "\"clip\"");
        add("endless clip", "UPDATE clip SET duration = 9e999 WHERE id = 1", "\"clip\"");
        add("negative id", "UPDATE clip SET id = -5 WHERE id = 1", "\"clip\"");
        add("scores that are no numbers",
            "UPDATE score_block SET clips = 2, probabilities = x'0000c07f0000c07f0000c07f'", "not probabilities");
        add("short scores", "UPDATE score_block SET probabilities = x'00'", "not one for each event");
        add("large scores", "UPDATE score_block SET probabilities = zeroblob(9000000)", "not one for each");
        add("scores in a far place", "UPDATE score_block SET block = 9223372036854775807", "out of its range");
        add("scores that were changed", "UPDATE score_block SET clips = 2, probabilities = zeroblob(12)",
            "not those that were stored");
        add("scores of clips that are gone",
            "DELETE FROM verdict WHERE clip = 3; DELETE FROM label WHERE clip = 3; DELETE FROM clip WHERE id = 3",
            "refers to something");
        add("label of no event", "INSERT INTO label VALUES (1, 99)", "refers to something");
        add("label of no clip", "INSERT INTO label VALUES (99, 1)", "refers to something");
        add("verdict of a stage that is none", "UPDATE verdict SET stage = 77 WHERE id = 1", "out of its range");
        add("run that leaves its folder", "UPDATE run SET name = '../../etc'", "lead out");
        add("weight out of bounds", "UPDATE operating_value SET video_weight = 2 WHERE event = 1",
            "\"operating_value\"");
        add("point with a gap", "DELETE FROM operating_value WHERE event = 1", "operating point");
        add("setting of no JSON", "UPDATE setting SET json = '{\"a\": [[['", "JSON");
        add("deep setting", "UPDATE setting SET json = printf('%.*c', 100000, '[')", "JSON");
        add("history of no JSON", "UPDATE operating_history SET json = 'x'", "JSON");
        add("text for a number",
            "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '      ') WHERE name = 'verdict'; "
            "PRAGMA schema_version = 99",
            "differs");
    }

    void findsAndMends() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, says);
        const Folder folder;
        const fs::path file = wholeProject(folder);
        QVERIFY(!file.empty());
        tamper(file, sql.toStdString());
        const std::string asItCame = bytesNow(file);

        const Result<ProjectCheck> check = checkProject(file);
        QVERIFY_OK(check);
        const std::string said = everythingSaid(*check);
        QVERIFY2(said.find(says.toStdString()) != std::string::npos, said.c_str());
        QVERIFY(check->isMendable());
        QVERIFY2(bytesNow(file) == asItCame, "a check changes nothing");

        const Result<ProjectRepair> repair = repairProject(file);
        QVERIFY_OK(repair);
        QCOMPARE(repair->kept, folder.path("p.before-repair.tagscope"));
        QVERIFY2(bytesNow(repair->kept) == asItCame, "the file is kept as it was");
        QVERIFY(checkProject(file)->isSound());
        const Result<Project> project = Project::open(file);
        QVERIFY_OK(project);
        QCOMPARE(firstError(*project), std::string());
        QVERIFY2(project->clips()->size() >= kCheckedClips - 1, "and the rest is there");
        QVERIFY(project->verdictHistory()->size() >= kCheckedClips - 1);
    }

    void saysAllOfIt() {
        const Folder folder;
        const fs::path file = wholeProject(folder);
        tamper(file,
               "CREATE TRIGGER t AFTER INSERT ON clip BEGIN DELETE FROM clip; END; DROP INDEX clip_by_split;"
               "UPDATE recording SET path = '/etc/shadow' WHERE id = 2; INSERT INTO label VALUES (1, 99), (1, 98)");
        const std::string said = everythingSaid(*checkProject(file));
        for (const char *part : {"trigger \"t\"", "clip_by_split", "/etc/shadow", "2 rows of the table \"label\""})
            QVERIFY2(said.find(part) != std::string::npos, said.c_str());
    }

    void aClipStaysWithoutItsRecording() {
        const Folder folder;
        const fs::path file = wholeProject(folder);
        tamper(file, "UPDATE recording SET path = '/etc/shadow' WHERE id = 2");
        QCOMPARE(checkProject(file)->findings.size(), std::size_t{1});
        QVERIFY_OK(repairProject(file));
        const Result<Project> project = Project::open(file);
        QVERIFY_OK(project);
        QCOMPARE(project->clips()->size(), kCheckedClips);
        QVERIFY((*project->clip(2))->media.empty() && (*project->clip(2))->isMissing);
        QCOMPARE(project->verdictHistory()->size(), kCheckedClips);
    }

    void whatCannotBeOpenedIsNotMended_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("no duration") << QByteArray("DELETE FROM project");
        QTest::newRow("endless clips") << QByteArray("UPDATE project SET clip_duration = 9e999");
        QTest::newRow("no classes") << QByteArray("DELETE FROM event");
        QTest::newRow("a class is missing") << QByteArray("DELETE FROM event WHERE id = 1");
    }

    void whatCannotBeOpenedIsNotMended() {
        QFETCH(QByteArray, sql);
        const Folder folder;
        const fs::path file = wholeProject(folder);
        tamper(file, sql.toStdString());
        const std::string before = bytesNow(file);
        const Result<ProjectCheck> check = checkProject(file);
        QVERIFY_OK(check);
        QVERIFY(!check->isSound() && !check->isMendable());
        QVERIFY_FAILS(repairProject(file), Error::Kind::Inconsistent, "cannot be mended");
        QVERIFY(bytesNow(file) == before);
        QVERIFY(!fs::exists(folder.path("p.tagscope-mended")) && !fs::exists(folder.path("p.before-repair.tagscope")));
    }

    void aValueThatSaysItIsHugeIsNotRead() {
        const Folder folder;
        const fs::path file = wholeProject(folder);
        tamper(file, "UPDATE setting SET json = json_quote(printf('%.*c', 20000, 'x'))");
        std::string bytes = bytesNow(file);
        // The cell's length of payload, a number of 3 bytes before the record, becomes 10 GB.
        const std::size_t at = bytes.find("demo");
        QVERIFY(at != std::string::npos);
        bool isChanged = false;
        for (std::size_t back = 1; back < 16 && !isChanged; ++back)
            if ((static_cast<unsigned char>(bytes[at - back]) & 0x80U) != 0) {
                bytes[at - back] = static_cast<char>(0xff);
                isChanged = true;
            }
        QVERIFY(isChanged);
        folder.write("p.tagscope", bytes);
        const Result<ProjectCheck> check = checkProject(file);
        QVERIFY_OK(check);
        QVERIFY(!check->isSound());
        QVERIFY_OK(repairProject(file));
        QVERIFY_OK(Project::open(file));
    }

    void keepsWhatLiesAroundADamagedPage() {
        const Folder folder;
        const fs::path file = wholeProject(folder, 600);
        const std::string whole = bytesNow(file);
        std::mt19937 random(11);
        int repaired = 0;
        for (int round = 0; round < 25; ++round) {
            std::string damaged = whole;
            const std::size_t page = 1 + random() % (whole.size() / 4096 - 1); // all but the first
            for (std::size_t i = 0; i < 64; ++i)
                damaged[page * 4096 + i] = static_cast<char>(random());
            folder.write("p.tagscope", damaged);
            const Result<ProjectCheck> check = checkProject(file);
            QVERIFY2(check || !check.error().what().empty(), "a sentence");
            if (!check || !check->isMendable())
                continue;
            QVERIFY_OK(repairProject(file));
            const Result<Project> project = Project::open(file);
            QVERIFY_OK(project);
            QCOMPARE(firstError(*project), std::string());
            ++repaired;
        }
        QVERIFY2(repaired >= 10, std::to_string(repaired).c_str());
    }

    void saysLinksThatLeadOut() {
        const Folder folder;
        const fs::path file = wholeProject(folder);
        fs::create_directories(folder.path("p.data/runs"));
        fs::create_directories(folder.path("outside"));
        fs::create_directory_symlink(folder.path("outside"), folder.path("p.data/runs/r"));
        fs::create_directory_symlink("runs", folder.path("p.data/inside"));
        const Result<ProjectCheck> check = checkProject(file);
        QVERIFY_OK(check);
        QCOMPARE(check->findings.size(), std::size_t{1});
        QVERIFY(englishText(check->findings[0].what).find("runs/r is a link") != std::string::npos);
        QVERIFY(!check->isMendable());
    }

    void anotherFilesJournalIsNeitherReadNorPlayed() {
        const Folder folder;
        const fs::path file = wholeProject(folder);
        folder.write("p.tagscope-wal", std::string(5000, 'w'));
        const std::string before = bytesNow(file);
        const Result<ProjectCheck> check = checkProject(file);
        QVERIFY_OK(check);
        QVERIFY2(everythingSaid(*check).find("journal") != std::string::npos, everythingSaid(*check).c_str());
        QVERIFY(bytesNow(file) == before);
        QVERIFY(fs::exists(folder.path("p.tagscope-wal")));
        QVERIFY_OK(repairProject(file));
        QVERIFY(!fs::exists(folder.path("p.tagscope-wal")));
        QVERIFY(fs::exists(folder.path("p.before-repair.tagscope-wal")));
    }

    void refusesWhatItMayNotTouch() {
        const Folder folder;
        const fs::path file = wholeProject(folder);
        {
            const Result<Project> open = Project::open(file);
            QVERIFY_FAILS(repairProject(file), Error::Kind::Inconsistent, "open");
            const Result<ProjectCheck> check = checkProject(file);
            QVERIFY_OK(check);
            QVERIFY2(check->isSound(), everythingSaid(*check).c_str());
        }
        QVERIFY_FAILS(checkProject(folder.path("none")), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(checkProject(folder.write("text", std::string(5000, 'x'))), Error::Kind::Malformed, "not a");
        QCOMPARE(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
        QVERIFY_FAILS(checkProject(folder.path("pipe")), Error::Kind::Unreadable, "");
        std::stop_source stopped;
        stopped.request_stop();
        const Result<ProjectCheck> check = checkProject(file, stopped.get_token());
        QVERIFY(!check && check.error().isCancelled());
    }
};

TAGSCOPE_PLAIN_TEST(TestProjectCheck)
#include "tst_project_check.moc"
