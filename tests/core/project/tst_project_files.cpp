// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "core/project/schema.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <SQLiteCpp/Database.h>
#include <cmath>
#include <fstream>
#include <iterator>
#include <random>
#include <sys/stat.h>

// Project files of other versions, moved, damaged, and of strangers.
using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void change(const fs::path &file, const std::string &sql) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    database.exec(sql);
}

// With something in every table.
fs::path filledProject(const Folder &folder, std::size_t clips = 4) {
    const fs::path file = folder.path("p.tagscope");
    Result<Project> project = Project::create(file, test::threeClasses());
    const Result<std::vector<ClipId>> ids = project->addClips(test::clipsNamed(clips));
    std::vector<std::pair<ClipId, int>> labels;
    std::vector<StrongRegion> regions;
    std::vector<KnownPresence> presence;
    std::vector<ClipScore> scores;
    for (const ClipId id : *ids) {
        labels.emplace_back(id, static_cast<int>(id % 3));
        regions.push_back({id, 1, Seconds(1), Seconds(2)});
        presence.push_back({id, 2, id % 2 == 0, {}});
        scores.push_back({id, {0.25F, 0.5F, 0.75F}});
    }
    const bool isFilled =
        project->addLabels(labels) && project->addRegions(regions) && project->setPresence(presence) &&
        project->storeScores({Branch::Audio, "r"}, scores) && project->setSetting("demo", "{}") &&
        project->storeRun({"r", TrainingRun::State::Finished, "{}", 1, 0, 0.5, "2026", "2026"}) &&
        project->storeOperatingPoint({"p", {{0, 0, 0}, {1, 1, 1}}, "paper", "", "r", "", 0.5, 1, "2026"});
    return isFilled ? file : fs::path();
}

// Asks everything of a project; the first error, or none.
std::optional<Error> readAll(const Project &project) {
    std::optional<Error> first;
    const auto note = [&first](const auto &result) {
        if (!result && !first)
            first = result.error();
    };
    const Result<std::vector<Clip>> clips = project.clips();
    note(clips);
    std::vector<ClipId> ids;
    if (clips)
        for (const Clip &clip : *clips)
            ids.push_back(clip.id);
    for (const Truth truth : {Truth::Weak, Truth::Audible, Truth::Visible})
        note(project.labels(ids, truth));
    for (const ClipId id : ids)
        note(project.regions(id));
    note(project.presence(ids));
    note(project.scores({Branch::Audio, "r"}, ids));
    note(project.scoreSources());
    note(project.splitCounts());
    note(project.clipNamed("c1"));
    note(project.setting("demo"));
    note(project.runs());
    note(project.operatingPoints());
    return first;
}

std::optional<Error> openAndReadAll(const fs::path &file, Project::Access access) {
    const Result<Project> project = Project::open(file, access);
    return project ? readAll(*project) : project.error();
}

} // namespace

class TestProjectFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAProjectThatWasMoved() {
        const Folder folder;
        fs::create_directories(folder.path("old"));
        const fs::path media = folder.write("old/media/a.wav", "RIFF");
        const fs::path elsewhere = folder.write("elsewhere.wav", "RIFF");
        {
            Result<Project> project = Project::create(folder.path("old/p.tagscope"), test::threeClasses());
            QVERIFY_OK(project);
            QVERIFY(project->addClips(std::vector<NewClip>{{"in", media, Seconds(0), Seconds(1), ""},
                                                           {"out", elsewhere, Seconds(0), Seconds(1), ""}}));
        }
        fs::rename(folder.path("old"), folder.path("new"));
        const Result<Project> project = Project::open(folder.path("new/p.tagscope"));
        QVERIFY2(project, test::whatOf(project).c_str());
        QCOMPARE((*project->clipNamed("in"))->media, folder.path("new/media/a.wav"));
        QCOMPARE((*project->clipNamed("out"))->media, elsewhere);
        QCOMPARE(project->dataDirectory(), folder.path("new/p.data"));
    }

    void remembersWhereMissingMediaWere() {
        const Folder folder;
        const fs::path media = folder.write("a.wav", "RIFF");
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        const ClipId id = project->addClips(std::vector<NewClip>{{"a", media, Seconds(5), Seconds(1), ""}})->front();
        QVERIFY(project->setMedia(std::vector<std::pair<ClipId, fs::path>>{{id, ""}}));
        QVERIFY((*project->clipNamed("a"))->isMissing);
        QCOMPARE((*project->clipNamed("a"))->media, media);
        QVERIFY(project->setFoundMedia(std::vector<FoundMedia>{{id, media, Seconds(0)}}));
        QVERIFY(!(*project->clipNamed("a"))->isMissing);
        QCOMPARE((*project->clipNamed("a"))->start.count(), 0.0);
        QVERIFY(project->setMedia(std::vector<std::pair<ClipId, fs::path>>{{id, folder.path("gone.wav")}}));
        QVERIFY((*project->clipNamed("a"))->isMissing);
    }

    void migratesAnOlderVersion() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        change(file, bytesOf(test::goldenFile("project_version1.sql")));
        const Result<Project> reader = Project::open(file, Project::Access::ReadOnly);
        QVERIFY_FAILS(reader, Error::Kind::Unsupported, "older version");
        {
            const Result<Project> project = Project::open(file);
            QVERIFY2(project, test::whatOf(project).c_str());
        }
        QCOMPARE(SQLite::Database(file.string()).execAndGet("PRAGMA user_version").getInt(), schema::kVersion);
        const fs::path copy = folder.path("p.version-1.tagscope"); // for the older program
        QCOMPARE(SQLite::Database(copy.string()).execAndGet("PRAGMA user_version").getInt(), 1);
        QVERIFY_OK(Project::open(copy));

        const Result<Project> project = Project::open(file, Project::Access::ReadOnly);
        QVERIFY2(project, test::whatOf(project).c_str());
        QVERIFY(!readAll(*project));
        QCOMPARE(project->clipDuration().count(), 4.0);
        QCOMPARE(project->classes().at(1).words.at(1), std::string("heavy rain"));
        QCOMPARE(project->setting("demo")->value(), std::string(R"({"seed":3})"));
        QCOMPARE((*project->clipNamed("a_1.000_5.000"))->id, ClipId{7});
        const std::vector<ClipId> clips{7, 8};
        QVERIFY(project->labels(clips, Truth::Audible)->values == (std::vector<std::uint8_t>{1, 0, 0, 0}));
        QVERIFY(project->scores({Branch::Video, "video"}, clips)->scores.values ==
                (std::vector<float>{0.25F, 0.75F, 0, 0}));
        QVERIFY(project->runs()->front().state == TrainingRun::State::Finished);
        QVERIFY(std::isinf(project->operatingPoints()->front().point.threshold.at(1)));
        QCOMPARE(project->operatingPoints()->front().seed, ~std::uint64_t{0});
    }

    void aFailedMigrationChangesNothing() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        change(file, bytesOf(test::goldenFile("project_version1.sql")) + "ALTER TABLE recording ADD COLUMN more TEXT;");
        const Result<Project> project = Project::open(file);
        QVERIFY_FAILS(project, Error::Kind::Malformed, "");
        QCOMPARE(SQLite::Database(file.string()).execAndGet("PRAGMA user_version").getInt(), 1);
    }

    void refusesWhatIsNoProject() {
        const Folder folder;
        const auto kindOf = [](const fs::path &file) {
            const Result<Project> project = Project::open(file);
            return project ? std::optional<Error::Kind>() : project.error().kind;
        };
        QVERIFY(kindOf(folder.path("none.tagscope")) == Error::Kind::Unreadable);
        QVERIFY(kindOf(folder.path()) == Error::Kind::Unreadable);
        QCOMPARE(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
        QVERIFY(kindOf(folder.path("pipe")) == Error::Kind::Unreadable);
        QVERIFY(kindOf(folder.write("empty", "")) == Error::Kind::Malformed);
        QVERIFY(kindOf(folder.write("text", std::string(5000, 'x'))) == Error::Kind::Malformed);
        change(folder.path("other.sqlite"), "CREATE TABLE t (x)");
        QVERIFY(kindOf(folder.path("other.sqlite")) == Error::Kind::Malformed);
        QCOMPARE(test::whatOf(Project::open(folder.path("other.sqlite"))),
                 folder.path("other.sqlite").string() + " is not a Tagscope project.");
    }

    void refusesWhatItDidNotWrite_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("says");
        const auto add = [](const char *name, const char *sql, const char *says) {
            QTest::newRow(name) << QByteArray(sql) << QByteArray(says);
        };
        add("version 0", "PRAGMA user_version = 0", "version is 0");
        add("negative version", "PRAGMA user_version = -7", "version is -7");
        add("later version", "PRAGMA user_version = 8", "later version");
        add("far version", "PRAGMA user_version = 2147483647", "later version");
        add("missing table", "DROP TABLE score_block", "\"score_block\" is missing");
        add("missing index", "DROP INDEX clip_by_split", "\"clip_by_split\" is missing");
        add("view for a table",
            "DROP TABLE label; CREATE VIEW label AS WITH RECURSIVE n(clip, event) AS "
            "(SELECT 1, 0 UNION ALL SELECT clip + 1, 0 FROM n) SELECT * FROM n",
            "differs from what this program creates");
        add("trigger", "CREATE TRIGGER t AFTER INSERT ON clip BEGIN DELETE FROM clip; END", "does not create");
        add("no duration", "DELETE FROM project", "duration");
        add("endless clips", "UPDATE project SET clip_duration = 9e999", "duration");
        add("no classes", "DELETE FROM event", "at least one class");
        add("gap in the classes", "DELETE FROM event WHERE id = 1", "class 1 is missing");
        add("words of no list", "UPDATE event SET words = '{\"a\": [[[' WHERE id = 0", "not a list");
        add("negative id", "UPDATE clip SET id = -5 WHERE id = 1", "clip -5");
        add("clip before its recording", "UPDATE clip SET start = -1 WHERE id = 1", "no usable times");
        add("endless clip", "UPDATE clip SET duration = 9e999 WHERE id = 1", "no usable times");
        add("label of no event", "INSERT INTO label VALUES (1, 99)", "event 99");
        add("label of a huge event", "INSERT INTO label VALUES (1, 9223372036854775807)", "event 9223372036854775807");
        add("label of a negative event", "INSERT INTO label VALUES (1, -1)", "event -1");
        add("region of no event", "UPDATE region SET event = 3", "event 3");
        add("presence of no event", "UPDATE presence SET event = -9", "event -9");
        add("short scores", "UPDATE score_block SET probabilities = x'00'", "wrong size");
        add("no scores", "UPDATE score_block SET probabilities = x''", "wrong size");
        add("large scores", "UPDATE score_block SET probabilities = zeroblob(9000000)", "wrong size");
        add("scores of no clips", "UPDATE score_block SET clips = 0", "wrong size");
        add("scores of no numbers", "UPDATE score_block SET clips = 2, probabilities = x'0000c07f0000c07f0000c07f'",
            "not probabilities");
        add("other scores", "UPDATE score_block SET clips = 4, probabilities = zeroblob(12)", "not those that were");
        add("scores of other clips", "UPDATE score_block SET clips = 60", "not those that were");
        add("run that leaves its directory", "UPDATE run SET name = '../../etc'", "impossible name");
        add("run in no state", "UPDATE run SET state = 9", "impossible name or state");
        add("short operating point", "DELETE FROM operating_value WHERE event = 2", "impossible values");
        add("operating point with a gap", "DELETE FROM operating_value WHERE event = 1", "gaps");
        add("operating point out of bounds", "UPDATE operating_value SET video_weight = 2", "impossible values");
    }

    void refusesWhatItDidNotWrite() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, says);
        const Folder folder;
        const fs::path file = filledProject(folder);
        QVERIFY(!openAndReadAll(file, Project::Access::ReadOnly));
        change(file, sql.toStdString());
        for (const Project::Access access : {Project::Access::ReadOnly, Project::Access::ReadWrite}) {
            const std::optional<Error> error = openAndReadAll(file, access);
            QVERIFY(error);
            QVERIFY2(error->what().find(says.toStdString()) != std::string::npos, error->what().c_str());
            QVERIFY(error->kind == Error::Kind::Malformed || error->kind == Error::Kind::Unsupported);
        }
    }

    void survivesDamagedPages() {
        const Folder folder;
        const fs::path file = filledProject(folder, 400);
        const std::string whole = bytesOf(file);
        std::mt19937 random(20260101);
        int malformed = 0;
        constexpr int kRounds = 200;
        for (int round = 0; round < kRounds; ++round) {
            std::string damaged = whole;
            if (round % 4 == 0) {
                damaged.resize(random() % whole.size());
            } else {
                const std::size_t length = round % 2 == 0 ? 512 : 4;
                const std::size_t first = random() % (whole.size() - length);
                for (std::size_t i = 0; i < length; ++i)
                    damaged[first + i] = static_cast<char>(random());
            }
            folder.write("p.tagscope", damaged);
            const std::optional<Error> error =
                openAndReadAll(file, round % 3 == 0 ? Project::Access::ReadWrite : Project::Access::ReadOnly);
            if (!error)
                continue;
            QVERIFY2(!error->what().empty() && error->kind != Error::Kind::Internal, error->cause.c_str());
            malformed += error->kind == Error::Kind::Malformed ? 1 : 0;
        }
        QVERIFY2(malformed > kRounds / 4, std::to_string(malformed).c_str());
    }

    void writesIntoDamagedFilesDoNotCrash() {
        const Folder folder;
        const fs::path file = filledProject(folder, 400);
        const std::string whole = bytesOf(file);
        std::mt19937 random(7);
        int failed = 0;
        for (int round = 0; round < 60; ++round) {
            std::string damaged = whole;
            const std::size_t page = 1 + random() % (whole.size() / 4096 - 1); // all but the first
            for (std::size_t i = 0; i < 64; ++i)
                damaged[page * 4096 + i] = static_cast<char>(random());
            folder.write("p.tagscope", damaged);
            Result<Project> project = Project::open(file);
            if (!project)
                continue;
            const Result<std::vector<ClipId>> added =
                project->addClips(test::clipsNamed(50, "test", "new" + std::to_string(round)));
            failed += added ? 0 : 1;
        }
        QVERIFY(failed > 0);
    }
};

TAGSCOPE_PLAIN_TEST(TestProjectFiles)
#include "tst_project_files.moc"
