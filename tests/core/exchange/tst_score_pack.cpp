// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/score_pack.h"

#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

PackHead headOf(int part, int parts) {
    return {"video",         "recipe",         selectionOf(std::vector<std::string>{"a", "b", "c"}),
            {"dog", "rain"}, NpyType::Float32, {part, parts}};
}

// Three clips: one with activations, one without media, one without.
Result<void> writePart(const fs::path &file, const PackHead &head, bool isWhole = true) {
    Result<ScorePackWriter> writer = ScorePackWriter::create(file, head);
    writer->add({"a", PackOutcome::Scored, {}, 3, Seconds(0.5), Seconds(0.1)}, std::vector<float>{0.25F, 0.75F},
                std::vector<float>{1, 2, 3, 4, 5, 6});
    writer->add({"b", PackOutcome::NoMedia}, {});
    writer->add({"c", PackOutcome::Scored}, std::vector<float>{0.1F, 0.3F});
    writer->add({"d", PackOutcome::Failed, "broken"}, {});
    return writer->finish(isWhole);
}

Result<void> writeNamed(const Folder &folder, const PackHead &head, bool isWhole = true) {
    return writePart(folder.path(packName(head.shard)), head, isWhole);
}

std::string packContent(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

class TestScorePack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten() {
        const Folder folder;
        const fs::path file = folder.path("x.pack");
        QVERIFY_OK(writePart(file, headOf(2, 3)));
        const ScorePack pack = ScorePack::open(file).value();
        QVERIFY(pack.head().isWhole && (pack.head().shard == Shard{2, 3}) && pack.head().recipe == "recipe");
        QCOMPARE(pack.clips().size(), std::size_t{4});
        QCOMPARE(pack.clips()[0].hop.count(), 0.1);
        QVERIFY(pack.clips()[1].outcome == PackOutcome::NoMedia);
        QVERIFY(pack.clips()[3].outcome == PackOutcome::Failed && pack.clips()[3].reason == "broken");
        QCOMPARE(*pack.probabilities(0), (std::vector<float>{0.25F, 0.75F}));
        QCOMPARE(*pack.probabilities(2), (std::vector<float>{0.1F, 0.3F}));
        QCOMPARE(*pack.activations(0), (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QVERIFY(pack.activations(2)->empty());
    }

    void refusesWhatIsCutOffOrDamaged() {
        const Folder folder;
        const fs::path file = folder.path("x.pack");
        QVERIFY_OK(writePart(file, headOf(1, 1)));
        const std::string whole = packContent(file);
        for (std::size_t length = 0; length < whole.size(); length += 7) {
            std::ofstream(file, std::ios::binary) << whole.substr(0, length);
            QVERIFY_FAILS(ScorePack::open(file), Error::Kind::Malformed, "cut off");
        }
        for (std::size_t place = 0; place < whole.size(); place += 5) {
            std::string damaged = whole;
            damaged[place] = static_cast<char>(damaged[place] ^ 4);
            std::ofstream(file, std::ios::binary) << damaged;
            QVERIFY_FAILS(ScorePack::open(file), Error::Kind::Malformed, "damaged");
        }
        QVERIFY_FAILS(ScorePack::open(folder.path("none.pack")), Error::Kind::Unreadable, "none.pack");
    }

    void takesAllPartsOrNone() {
        const Folder folder;
        QVERIFY_FAILS(wholePacksIn(folder.path("none")), Error::Kind::Inconsistent, "no finished parts");
        QVERIFY_OK(writeNamed(folder, headOf(1, 3)));
        QVERIFY_OK(writeNamed(folder, headOf(3, 3), false));
        QVERIFY_FAILS(wholePacksIn(folder.path()), Error::Kind::Inconsistent, "1 of 3 parts are missing");
        QVERIFY_OK(writeNamed(folder, headOf(2, 3)));
        QVERIFY_FAILS(wholePacksIn(folder.path()), Error::Kind::Inconsistent, "stopped before their end: 3");
        QVERIFY_OK(writeNamed(folder, headOf(3, 3)));
        QCOMPARE(wholePacksIn(folder.path())->size(), std::size_t{3});

        fs::copy(folder.path(packName({2, 3})), folder.path("copy.pack"));
        QVERIFY_FAILS(wholePacksIn(folder.path()), Error::Kind::Inconsistent, "Part 2 is there twice");
        fs::remove(folder.path("copy.pack"));
        QVERIFY_OK(writeNamed(folder, headOf(1, 2)));
        QVERIFY_FAILS(wholePacksIn(folder.path()), Error::Kind::Inconsistent, "parts of");
        fs::remove(folder.path(packName({1, 2})));
        PackHead other = headOf(2, 3);
        other.recipe = "another";
        QVERIFY_OK(writeNamed(folder, other));
        QVERIFY_FAILS(wholePacksIn(folder.path()), Error::Kind::Inconsistent, "different models or settings");
        other = headOf(2, 3);
        other.selection = "another";
        QVERIFY_OK(writeNamed(folder, other));
        QVERIFY_FAILS(wholePacksIn(folder.path()), Error::Kind::Inconsistent, "different choice of clips");
        std::ofstream(folder.path(packName({2, 3})), std::ios::binary) << "TgscPart and no more";
        QVERIFY_FAILS(wholePacksIn(folder.path()), Error::Kind::Malformed, "part-2-of-3.pack");
    }

    // A program that is killed while it writes leaves what was there before it.
    void killedWhileWriting() {
        const Folder folder;
        const fs::path file = folder.path("x.pack");
        QVERIFY_OK(writePart(file, headOf(1, 1)));
        const std::string before = packContent(file);
        const pid_t child = ::fork();
        if (child == 0) {
            Result<ScorePackWriter> writer = ScorePackWriter::create(file, headOf(1, 1));
            for (int i = 0; i < 100000; ++i)
                writer->add({"a", PackOutcome::Scored}, std::vector<float>{0.0F, 0.0F});
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(packContent(file), before);
        QCOMPARE(packsIn(folder.path())->size(), std::size_t{1});
    }
};

TAGSCOPE_PLAIN_TEST(TestScorePack)
#include "tst_score_pack.moc"
