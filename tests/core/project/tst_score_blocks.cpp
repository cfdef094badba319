// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/score_blocks.h"

#include "core/project/project.h"
#include "core/project/project_check.h"
#include "core/project/project_summary.h"
#include "core/project/schema.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <numeric>
#include <random>

// Scores as they lie in the file: packed, whatever the order in which they come and are asked for, and of old versions.
using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

const ScoreSource kPackedRun{Branch::Audio, "r"};
constexpr std::size_t kBlockClips = 100; // three blocks and a part

// Tells clip, event and round apart.
std::vector<float> rowOf(ClipId clip, int round) {
    std::vector<float> row;
    for (int event = 0; event < 3; ++event)
        row.push_back(static_cast<float>(clip * 8 + event * 2 + round) / 1024.0F);
    return row;
}

bool isRowOf(const ScoresOfClips &scores, std::size_t place, ClipId clip, int round) {
    return scores.hasScore[place] == 1 && std::ranges::equal(scores.scores.row(place), rowOf(clip, round));
}

std::vector<ClipId> allIds() {
    std::vector<ClipId> ids(kBlockClips);
    std::iota(ids.begin(), ids.end(), ClipId{1});
    return ids;
}

Project projectOfBlocks(const fs::path &file) {
    Project project = Project::create(file, test::threeClasses()).value();
    (void)project.addClips(test::clipsNamed(kBlockClips)).value();
    return project;
}

std::size_t storedClips(const Project &project) {
    return summaryOf(project)->sources.front().clips;
}

// As the version before had them: a row a clip.
void writeVersion5(const fs::path &file, std::size_t bytesOfLast = 3 * sizeof(float)) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    schema::migrate(database, 0, 5);
    database.exec("INSERT INTO project VALUES (1, 10.0);"
                  "INSERT INTO event VALUES (0, 'dog', '', '[]', 0.5, 0.5), (1, 'rain', '', '[]', 0.5, 0.5), "
                  "(2, 'bell', '', '[]', 0.5, 0.5);"
                  "INSERT INTO source VALUES (4, 0, 'r'), (7, 1, 'video')");
    SQLite::Statement clip(database, "INSERT INTO clip VALUES (?, ?, NULL, 0.0, 10.0, '')");
    SQLite::Statement score(database, "INSERT INTO score VALUES (?, ?, ?)");
    for (const ClipId id : allIds()) {
        clip.reset();
        clip.bind(1, id);
        clip.bind(2, "c" + std::to_string(id));
        clip.exec();
        for (const int source : {4, 7}) {
            if (source == 7 && id % 3 == 0)
                continue; // no score
            const std::vector<float> row = rowOf(id, source == 7 ? 1 : 0);
            score.reset();
            score.bind(1, source);
            score.bind(2, id);
            score.bind(3, row.data(), static_cast<int>(id == kBlockClips ? bytesOfLast : 3 * sizeof(float)));
            score.exec();
        }
    }
}

} // namespace

class TestScoreBlocks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyOrderOfStoringAndAskingIsTheSame() {
        const Folder folder;
        Project project = projectOfBlocks(folder.path("p.tagscope"));
        std::vector<ClipId> ids = allIds();
        std::mt19937 random(5);
        std::ranges::shuffle(ids, random);
        std::vector<int> rounds(kBlockClips + 1, -1);
        // Some at a time, some twice, and the last 20 never.
        for (int round = 0; round < 2; ++round)
            for (std::size_t first = 0; first < kBlockClips - 20; first += 17) {
                std::vector<ClipScore> some;
                for (std::size_t i = first; i < std::min(first + 17, kBlockClips - 20); ++i) {
                    if (round == 1 && i % 2 == 0)
                        continue;
                    some.push_back({ids[i], rowOf(ids[i], round)});
                    rounds[static_cast<std::size_t>(ids[i])] = round;
                }
                QVERIFY_OK(project.storeScores(kPackedRun, some));
            }
        std::ranges::shuffle(ids, random);
        ids.push_back(ids.front()); // twice
        const ScoresOfClips scores = project.scores(kPackedRun, ids).value();
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const int round = rounds[static_cast<std::size_t>(ids[i])];
            QVERIFY(round < 0 ? scores.hasScore[i] == 0 && scores.scores(i, 2) == 0.0F
                              : isRowOf(scores, i, ids[i], round));
        }
        QCOMPARE(storedClips(project), kBlockClips - 20);
    }

    // The latest of a clip that comes twice in one call.
    void theLastOfTwoStays() {
        const Folder folder;
        Project project = projectOfBlocks(folder.path("p.tagscope"));
        QVERIFY_OK(project.storeScores(
            kPackedRun, std::vector<ClipScore>{{40, rowOf(40, 0)}, {3, rowOf(3, 0)}, {40, rowOf(40, 1)}}));
        QVERIFY(isRowOf(project.scores(kPackedRun, std::vector<ClipId>{40}).value(), 0, 40, 1));
        QCOMPARE(storedClips(project), std::size_t{2});
    }

    void fewClipsTakeLittle() {
        const Folder folder;
        Project project = projectOfBlocks(folder.path("p.tagscope"));
        QVERIFY_OK(project.storeScores(kPackedRun, std::vector<ClipScore>{{1, rowOf(1, 0)}, {32, rowOf(32, 0)}}));
        SQLite::Database database(folder.path("p.tagscope").string());
        QCOMPARE(database.execAndGet("SELECT count(*) FROM score_block").getInt(), 2); // 0 to 31, 32 to 63
        QCOMPARE(database.execAndGet("SELECT max(length(probabilities)) FROM score_block").getInt(), 12);
    }

    void theVersionBeforeIsPacked() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        writeVersion5(file);
        {
            const Result<Project> project = Project::open(file);
            QVERIFY_OK(project);
            const std::vector<ClipId> ids = allIds();
            const ScoresOfClips audio = project->scores(kPackedRun, ids).value();
            const ScoresOfClips video = project->scores({Branch::Video, "video"}, ids).value();
            for (std::size_t i = 0; i < ids.size(); ++i) {
                QVERIFY(isRowOf(audio, i, ids[i], 0));
                QVERIFY(ids[i] % 3 == 0 ? video.hasScore[i] == 0 : isRowOf(video, i, ids[i], 1));
            }
        }
        QVERIFY(checkProject(file)->isSound());
        // The copy that an older program opens has them as they were.
        SQLite::Database kept(folder.path("p.version-5.tagscope").string());
        QCOMPARE(kept.execAndGet("PRAGMA user_version").getInt(), 5);
        QCOMPARE(kept.execAndGet("SELECT count(*) FROM score").getInt(), 167);
    }

    // And can be mended as what it is.
    void aDamagedOneStaysOfItsVersion() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        writeVersion5(file, 5);
        QVERIFY_FAILS(Project::open(file), Error::Kind::Malformed, "is damaged");
        QCOMPARE(SQLite::Database(file.string()).execAndGet("PRAGMA user_version").getInt(), 5);
        QVERIFY_OK(repairProject(file));
        const Result<Project> project = Project::open(file);
        QVERIFY_OK(project);
        const ScoresOfClips audio = project->scores(kPackedRun, allIds()).value();
        QCOMPARE(std::ranges::count(audio.hasScore, std::uint8_t{1}), std::ptrdiff_t{kBlockClips - 1});
    }

    void aFlippedBitIsFound() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        {
            Project project = projectOfBlocks(file);
            std::vector<ClipScore> scores;
            for (const ClipId id : allIds())
                scores.push_back({id, rowOf(id, 0)});
            QVERIFY_OK(project.storeScores(kPackedRun, scores));
        }
        {
            SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
            SQLite::Statement get(database, "SELECT probabilities FROM score_block WHERE block = 2");
            QVERIFY(get.executeStep());
            std::string bytes(static_cast<const char *>(get.getColumn(0).getBlob()),
                              static_cast<std::size_t>(get.getColumn(0).getBytes()));
            bytes[100] = static_cast<char>(bytes[100] ^ 1);
            get.reset();
            SQLite::Statement put(database, "UPDATE score_block SET probabilities = ? WHERE block = 2");
            put.bind(1, bytes.data(), static_cast<int>(bytes.size()));
            put.exec();
        }
        Project project = Project::open(file).value();
        QVERIFY_OK(project.scores(kPackedRun, std::vector<ClipId>{1, 31, 32, 63, 96}));
        QVERIFY_FAILS(project.scores(kPackedRun, std::vector<ClipId>{70}), Error::Kind::Malformed,
                      "p.tagscope is damaged");
        QVERIFY_FAILS(project.storeScores(kPackedRun, std::vector<ClipScore>{{70, rowOf(70, 0)}}),
                      Error::Kind::Malformed, "clip 64 and those after it");
        QVERIFY_OK(project.removeScores(kPackedRun)); // and made anew
    }
};

TAGSCOPE_PLAIN_TEST(TestScoreBlocks)
#include "tst_score_blocks.moc"
