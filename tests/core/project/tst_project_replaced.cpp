// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <QProcess>
#include <fstream>
#include <iterator>

// The file of an open project is replaced, deleted, renamed or written into by others, as synchronising programs do.
using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

constexpr int kWriterWait = 30000; // ms; only a test that fails waits so long

std::string bytesIn(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Three classes, one clip, and one verdict by each of the annotators.
void makeProject(const fs::path &file, const std::vector<std::string> &annotators) {
    Result<Project> project = Project::create(file, test::threeClasses());
    QVERIFY_OK(project);
    QVERIFY_OK(project->addClips(test::clipsNamed(1)));
    for (const std::string &annotator : annotators)
        QVERIFY_OK(project->addVerdicts(
            std::vector<Verdict>{{1, 0, AuditStage::Sound, annotator, VerdictValue::Both, "", 0}}));
}

Result<std::vector<Verdict>> judge(Project &project, const std::string &annotator) {
    return project.addVerdicts(std::vector<Verdict>{{1, 1, AuditStage::Sound, annotator, VerdictValue::Both, "", 0}});
}

std::size_t verdictsIn(const Result<Project> &project) {
    return project ? project->verdictHistory().value().size() : 0;
}

// As programs that write a new file and rename it.
void replace(const fs::path &file, const fs::path &by) {
    fs::copy_file(by, fs::path(file) += ".part");
    fs::rename(fs::path(file) += ".part", file);
}

std::size_t entriesOf(const fs::path &folder) {
    std::error_code error;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder, error), fs::directory_iterator()));
}

// A program that stores numbers as the first clip's split until it is killed; then the last number it said.
int killedWriter(const fs::path &file) {
    QProcess writer;
    writer.start(QStringLiteral(PROJECT_WRITER), {QString::fromStdString(file.string()), QStringLiteral("split")});
    QByteArray said;
    while (said.count('\n') < 12 && writer.waitForReadyRead(kWriterWait))
        said += writer.readAllStandardOutput();
    writer.kill();
    writer.waitForFinished(kWriterWait);
    said += writer.readAllStandardOutput();
    return said.left(said.lastIndexOf('\n')).split('\n').last().toInt();
}

int splitIn(const fs::path &file) {
    const Result<Project> project = Project::open(file);
    return project ? std::stoi(project->clip(1).value()->split) : -1;
}

} // namespace

class TestProjectReplaced : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storesNothingMoreOnceItsFileIsAnother_data() {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("words");
        QTest::newRow("same content") << QStringLiteral("same") << QStringLiteral("was replaced");
        QTest::newRow("another project") << QStringLiteral("other") << QStringLiteral("was replaced");
        QTest::newRow("deleted") << QStringLiteral("delete") << QStringLiteral("no longer there");
        QTest::newRow("renamed") << QStringLiteral("rename") << QStringLiteral("no longer there");
        QTest::newRow("folder moved") << QStringLiteral("move") << QStringLiteral("no longer there");
        QTest::newRow("written into") << QStringLiteral("overwrite") << QStringLiteral("was changed");
    }

    void storesNothingMoreOnceItsFileIsAnother() {
        QFETCH(QString, how);
        QFETCH(QString, words);
        const Folder folder;
        const fs::path file = folder.path("work/street.tagscope");
        const fs::path other = folder.path("other.tagscope");
        makeProject(file, {"a"});
        makeProject(other, {"x", "y", "z"});
        const fs::path same = folder.path("same.tagscope");
        fs::copy_file(file, same);
        std::optional<Project> project = std::move(*Project::open(file));
        QVERIFY_OK(judge(*project, "b"));

        fs::path foreign = file;
        if (how == QStringLiteral("same"))
            replace(file, same);
        else if (how == QStringLiteral("other"))
            replace(file, other);
        else if (how == QStringLiteral("delete"))
            fs::remove(file);
        else if (how == QStringLiteral("rename"))
            fs::rename(file, folder.path("work/avenue.tagscope"));
        else if (how == QStringLiteral("move"))
            fs::rename(folder.path("work"), folder.path("elsewhere"));
        else
            std::ofstream(file, std::ios::binary) << bytesIn(other) << std::string(4096, '\0');
        const std::string before = bytesIn(foreign);

        QVERIFY_FAILS(judge(*project, "c"), Error::Kind::Inconsistent, words.toStdString());
        QVERIFY_FAILS(project->storeRun({"r", TrainingRun::State::Running, "{}", 1, 0, 0.0, "", ""}),
                      Error::Kind::Inconsistent, words.toStdString());
        QVERIFY_FAILS(project->checkFile(), Error::Kind::Inconsistent, words.toStdString());
        if (how != QStringLiteral("overwrite")) {
            QCOMPARE(project->verdictHistory().value().size(), std::size_t{2}); // what was stored can be read
            QVERIFY_OK(project->saveCopy(folder.path("saved.tagscope")));
            QCOMPARE(verdictsIn(Project::open(folder.path("saved.tagscope"))), std::size_t{2});
        }
        project.reset();
        QCOMPARE(bytesIn(foreign), before);
        // Nothing lies there that would be played into the file that is there now.
        std::error_code error;
        QVERIFY(!fs::exists(folder.path("work/street.tagscope-wal"), error));
        if (how == QStringLiteral("other"))
            QCOMPARE(verdictsIn(Project::open(file)), std::size_t{3});
        if (how == QStringLiteral("rename"))
            QCOMPARE(verdictsIn(Project::open(folder.path("work/avenue.tagscope"))), std::size_t{2});
        if (how == QStringLiteral("move"))
            QCOMPARE(verdictsIn(Project::open(folder.path("elsewhere/street.tagscope"))), std::size_t{2});
    }

    void goesOnWhenItsFileIsBack() {
        const Folder folder;
        const fs::path file = folder.path("street.tagscope");
        makeProject(file, {"a"});
        std::optional<Project> project = std::move(*Project::open(file));
        QVERIFY_OK(judge(*project, "z"));
        QTest::qWait(2500); // more than the coarsest clock of a file's time
        fs::rename(file, folder.path("away"));
        QVERIFY(!judge(*project, "b"));
        fs::rename(folder.path("away"), file);
        QVERIFY_OK(project->checkFile());
        QVERIFY_OK(judge(*project, "b"));
        project.reset();
        QCOMPARE(verdictsIn(Project::open(file)), std::size_t{3});
    }

    void othersMayReadItAndTouchNothing() {
        const Folder folder;
        const fs::path file = folder.path("street.tagscope");
        makeProject(file, {"a"});
        Result<Project> project = Project::open(file);
        for (int k = 0; k < 20; ++k) {
            QVERIFY_OK(judge(*project, "b" + std::to_string(k)));
            QCOMPARE(verdictsIn(Project::open(file, Project::Access::ReadOnly)), std::size_t(2 + k));
            QVERIFY_OK(project->checkFile());
        }
        QCOMPARE(fs::file_size(folder.path("street.tagscope-wal")), std::uintmax_t{0}); // nothing to be played anywhere
    }

    // A reader would find the journal of the file before beside the one that is there now.
    void aReaderKeepsAwayFromAReplacedFile() {
        const Folder folder;
        const fs::path file = folder.path("street.tagscope");
        makeProject(file, {"a"});
        makeProject(folder.path("other.tagscope"), {"x", "y"});
        std::optional<Project> project = std::move(*Project::open(file));
        QVERIFY_OK(judge(*project, "b"));
        replace(file, folder.path("other.tagscope"));
        const std::string before = bytesIn(file);
        QVERIFY_FAILS(Project::open(file, Project::Access::ReadOnly), Error::Kind::Inconsistent, "replaced");
        project->letGo();
        QCOMPARE(verdictsIn(Project::open(file, Project::Access::ReadOnly)), std::size_t{2});
        QVERIFY_FAILS(project->clips(), Error::Kind::Inconsistent, "closed");
        project.reset();
        QCOMPARE(bytesIn(file), before);
    }

    void aCopyMayTakeThePlaceOfADeletedFile() {
        const Folder folder;
        const fs::path file = folder.path("street.tagscope");
        makeProject(file, {"a"});
        Result<Project> project = Project::open(file);
        QVERIFY_FAILS(project->saveCopy(file), Error::Kind::Inconsistent, "already open");
        fs::remove(file);
        QVERIFY_OK(project->saveCopy(file));
        project->letGo();
        QCOMPARE(verdictsIn(Project::open(file)), std::size_t{1});
        QVERIFY(!fs::exists(folder.path("street.tagscope-wal")));
    }

    void aCopyFindsItsMedia() {
        const Folder folder;
        const fs::path media = folder.write("work/media/a.wav", "RIFF");
        {
            Result<Project> project = Project::create(folder.path("work/street.tagscope"), test::threeClasses());
            QVERIFY_OK(project->addClips(std::vector<NewClip>{{"a", media, Seconds(0), Seconds(10), ""}}));
            QVERIFY_OK(project->saveCopy(folder.path("copies/street.tagscope")));
        }
        const Result<Project> copy = Project::open(folder.path("copies/street.tagscope"));
        QVERIFY_OK(copy);
        QCOMPARE((*copy->clipNamed("a").value()).media, media);
    }

    // The journal of a killed program goes into the file that it was about; both are kept as they were before.
    void whatAKilledProgramStoredIsThere() {
        const Folder folder;
        const fs::path file = folder.path("street.tagscope");
        makeProject(file, {"a"});
        const int last = killedWriter(file);
        QVERIFY(last > 10);
        const std::string before = bytesIn(file);
        QVERIFY(splitIn(file) >= last);
        const fs::path kept = fs::directory_iterator(folder.path("street.data/recovered"))->path();
        QCOMPARE(bytesIn(kept / "street.tagscope"), before);
        QVERIFY(fs::file_size(kept / "street.tagscope-wal") > 0);
        QVERIFY(splitIn(kept / "street.tagscope") >= last);
    }

    void theJournalOfAKilledProgramStaysOutOfAnotherFile() {
        const Folder folder;
        const fs::path file = folder.path("street.tagscope");
        makeProject(file, {"a"});
        makeProject(folder.path("other.tagscope"), {"x", "y", "z"});
        QVERIFY(killedWriter(file) > 10);
        replace(file, folder.path("other.tagscope"));
        const std::string before = bytesIn(file);
        {
            const Result<Project> project = Project::open(file);
            QVERIFY_OK(project);
            QCOMPARE(project->verdictHistory().value().size(), std::size_t{3});
            QCOMPARE(project->note().id, std::string("project.journal_of_another"));
        }
        QCOMPARE(bytesIn(file), before);
        const fs::path kept = fs::directory_iterator(folder.path("street.data/recovered"))->path();
        QVERIFY(fs::file_size(kept / "street.tagscope-wal") > 0);
    }

    void aReaderKeepsItOutToo() {
        const Folder folder;
        const fs::path file = folder.path("street.tagscope");
        makeProject(file, {"a"});
        makeProject(folder.path("other.tagscope"), {"x", "y", "z"});
        QVERIFY(killedWriter(file) > 10);
        replace(file, folder.path("other.tagscope"));
        const std::string before = bytesIn(file);
        QCOMPARE(verdictsIn(Project::open(file, Project::Access::ReadOnly)), std::size_t{3});
        QCOMPARE(bytesIn(file), before);
    }

    // As after a power cut, and the folder then copied to another disk: nothing says that the journal is another's.
    void aCopiedFolderKeepsWhatAKilledProgramStored() {
        const Folder folder;
        makeProject(folder.path("work/street.tagscope"), {"a"});
        const int last = killedWriter(folder.path("work/street.tagscope"));
        fs::copy(folder.path("work"), folder.path("copy"), fs::copy_options::recursive);
        fs::remove_all(folder.path("work"));
        QVERIFY(splitIn(folder.path("copy/street.tagscope")) >= last);
    }

    void keepsTheLatestThreeCopies() {
        const Folder folder;
        const fs::path file = folder.path("street.tagscope");
        makeProject(file, {"a"});
        for (int k = 0; k < 5; ++k) {
            QVERIFY(killedWriter(file) > 0);
            QVERIFY_OK(Project::open(file));
        }
        QCOMPARE(entriesOf(folder.path("street.data/recovered")), std::size_t{3});
    }
};

TAGSCOPE_CORE_TEST(TestProjectReplaced)
#include "tst_project_replaced.moc"
