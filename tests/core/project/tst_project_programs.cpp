// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "core/project/run_states.h"
#include "tests/core/project/project_transactions.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <QProcess>
#include <SQLiteCpp/Database.h>
#include <random>
#include <thread>
#include <unistd.h>

// A project in several programs and threads, and programs that are killed.
using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

constexpr int kWait = 30000; // ms; only a test that fails waits so long

// The program project_writer, killed with its object.
class Writer {
public:
    Writer(const fs::path &project, const QString &mode, const fs::path &list = {}) {
        process_.start(QStringLiteral(PROJECT_WRITER),
                       {QString::fromStdString(project.string()), mode, QString::fromStdString(list.string())});
        isOpen_ = process_.waitForReadyRead(kWait) && process_.readAllStandardOutput().startsWith("open");
    }
    ~Writer() { kill(); }

    [[nodiscard]] bool isOpen() const { return isOpen_; }
    [[nodiscard]] qint64 processId() const { return process_.processId(); }
    void kill() {
        process_.kill(); // SIGKILL
        process_.waitForFinished(kWait);
    }
    // All that it has said since it was open, also before it was killed.
    [[nodiscard]] QByteArray said() { return process_.readAllStandardOutput(); }
    [[nodiscard]] bool end() {
        process_.closeWriteChannel();
        return process_.waitForFinished(kWait) && process_.exitCode() == 0;
    }

private:
    QProcess process_;
    bool isOpen_ = false;
};

std::string integrityOf(const fs::path &file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    return database.execAndGet("PRAGMA integrity_check").getString();
}

} // namespace

class TestProjectPrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A run that nobody can be training any more was cut off.
    void aKilledRunIsStopped() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        {
            Result<Project> project = Project::create(file, test::threeClasses());
            TrainingRun run;
            run.name = "cut";
            run.settings = "{}";
            QVERIFY(project && project->storeRun(run));
        }
        const auto stateSeen = [&file] {
            const Result<Project> project = Project::open(file, Project::Access::ReadOnly);
            return runsWithState(*project).value().front().state;
        };
        QVERIFY(stateSeen() == TrainingRun::State::Stopped);
        QVERIFY(runsWithState(*Project::open(file)).value().front().state == TrainingRun::State::Stopped);
        Writer writer(file, QStringLiteral("hold"));
        QVERIFY(writer.isOpen());
        QVERIFY(stateSeen() == TrainingRun::State::Running);
        writer.kill();
        QVERIFY(stateSeen() == TrainingRun::State::Stopped);
    }

    void keepsASecondWriterOut() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        QVERIFY_OK(Project::create(file, test::threeClasses()));
        Writer writer(file, QStringLiteral("hold"));
        QVERIFY(writer.isOpen());
        const Result<Project> second = Project::open(file);
        QVERIFY_FAILS(second, Error::Kind::Inconsistent, "");
        const std::string &what = second.error().what();
        QVERIFY2(what.find("open in another program") != std::string::npos, what.c_str());
        QVERIFY2(what.find("project_writer, process " + std::to_string(writer.processId())) != std::string::npos,
                 what.c_str());
        QVERIFY(Project::open(file, Project::Access::ReadOnly));
        QVERIFY(writer.end());
        QVERIFY(Project::open(file));
        QVERIFY(!fs::exists(folder.path("p.tagscope-lock")));
    }

    void theLockEndsWithAKilledProgram() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        QVERIFY_OK(Project::create(file, test::threeClasses()));
        Writer writer(file, QStringLiteral("hold"));
        QVERIFY(writer.isOpen());
        writer.kill();
        QVERIFY(fs::exists(folder.path("p.tagscope-lock")));
        QVERIFY(Project::open(file));
    }

    void isOpenForWritingOnceInAProgram() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        std::optional<Project> first = std::move(*Project::create(file, test::threeClasses()));
        const Result<Project> second = Project::open(file);
        QVERIFY(!second);
        QVERIFY2(second.error().what().find("in this program") != std::string::npos, second.error().what().c_str());
        fs::create_symlink(folder.path(), folder.path("link"));
        QVERIFY(!Project::open(folder.path("link/p.tagscope")));
        first.reset();
        QVERIFY(Project::open(file));
    }

    void readersSeeWholeTransactionsOfAWriter() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        QVERIFY_OK(Project::create(file, test::threeClasses()));
        Writer writer(file, QStringLiteral("loop"));
        QVERIFY(writer.isOpen());
        // A reader sees one moment in each call; the setting and the clips are two calls, so they may differ by what
        // was stored between, but labels and scores of clips that were seen are complete.
        const Result<Project> reader = Project::open(file, Project::Access::ReadOnly);
        QVERIFY2(reader, test::whatOf(reader).c_str());
        std::size_t seen = 0;
        for (int i = 0; i < 100; ++i) {
            const Result<std::vector<Clip>> clips = reader->clips();
            QVERIFY2(clips, test::whatOf(clips).c_str());
            QCOMPARE(clips->size() % 3, std::size_t{0});
            QVERIFY(clips->size() >= seen);
            seen = clips->size();
        }
        QVERIFY(!const_cast<Project &>(*reader).setSetting("x", "1")); // NOLINT: refused, not undefined
        QTRY_VERIFY_WITH_TIMEOUT(reader->clips()->size() > seen, kWait);
    }

    void holdsWholeTransactionsAfterAKill() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        QVERIFY_OK(Project::create(file, test::threeClasses()));
        std::mt19937 random(20171114);
        std::size_t before = 0;
        for (int round = 0; round < 25; ++round) {
            {
                Writer writer(file, QStringLiteral("loop"));
                QVERIFY(writer.isOpen());
                std::this_thread::sleep_for(std::chrono::microseconds(random() % 60000));
                writer.kill();
            }
            if (round % 2 == 0)
                QCOMPARE(integrityOf(file), std::string("ok"));
            const Result<Project> project =
                Project::open(file, round % 3 == 0 ? Project::Access::ReadOnly : Project::Access::ReadWrite);
            QVERIFY2(project, test::whatOf(project).c_str());
            const Result<std::size_t> transactions = test::wholeTransactionsIn(*project);
            QVERIFY2(transactions, test::whatOf(transactions).c_str());
            QVERIFY(*transactions >= before);
            before = *transactions;
        }
        QVERIFY(before > 0);
    }

    void whatWasToldAsStoredOutlivesAKill() {
        const Folder folder;
        const fs::path file = folder.path("p.tagscope");
        QVERIFY(Project::create(file, test::threeClasses())->addClips(test::clipsNamed(1)));
        std::mt19937 random(7);
        for (int round = 0; round < 5; ++round) {
            Writer writer(file, QStringLiteral("split"));
            QVERIFY(writer.isOpen());
            std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 60));
            writer.kill();
            QList<QByteArray> confirmed = writer.said().split('\n');
            confirmed.removeLast(); // what came after the last whole line
            const int stored = std::stoi("0" + Project::open(file)->clips()->front().split);
            if (!confirmed.isEmpty())
                QVERIFY2(stored >= confirmed.back().toInt(), confirmed.back().constData());
        }
    }

    void aKilledImportLeavesTheProjectAsItWas() {
        const Folder folder;
        constexpr std::size_t kClips = 20000;
        std::string list = "path,labels,split\n";
        for (std::size_t i = 0; i < kClips; ++i)
            list += "m/" + std::to_string(i) + ".wav,dog;rain,training\n";
        const fs::path csv = folder.write("list.csv", list);
        std::mt19937 random(5);
        for (int round = 0; round < 8; ++round) {
            const fs::path file = folder.path("p" + std::to_string(round) + ".tagscope");
            QVERIFY_OK(Project::create(file, test::threeClasses()));
            {
                Writer writer(file, QStringLiteral("import"), csv);
                QVERIFY(writer.isOpen());
                std::this_thread::sleep_for(std::chrono::milliseconds(random() % 300));
                writer.kill();
            }
            QCOMPARE(integrityOf(file), std::string("ok"));
            const std::size_t clips = Project::open(file)->clips()->size();
            QVERIFY2(clips == 0 || clips == kClips, std::to_string(clips).c_str());
        }
    }

    void servesThreadsOneAfterTheOther() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(project);
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> threads;
            for (int thread = 0; thread < 4; ++thread)
                threads.emplace_back([&, thread] {
                    for (int i = 0; i < 20; ++i) {
                        const std::string prefix = std::to_string(thread) + "-" + std::to_string(i) + "-";
                        failures += project->addClips(test::clipsNamed(2, "training", prefix)) ? 0 : 1;
                        const Result<std::vector<Clip>> clips = project->clips();
                        failures += clips && clips->size() % 2 == 0 ? 0 : 1;
                    }
                });
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(project->clips()->size(), std::size_t{160});
    }

    void readsAProjectInAFolderThatCannotBeWritten() {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        const Folder folder;
        const fs::path file = folder.path("locked/p?%41.tagscope");
        QVERIFY_OK(Project::create(file, test::threeClasses()));
        fs::permissions(file, fs::perms::owner_read);
        fs::permissions(file.parent_path(), fs::perms::owner_read | fs::perms::owner_exec);
        const Result<Project> writer = Project::open(file);
        const Result<Project> reader = Project::open(file, Project::Access::ReadOnly);
        const bool canRead = reader && reader->clips();
        fs::permissions(file.parent_path(), fs::perms::owner_all);
        QVERIFY_FAILS(writer, Error::Kind::Unreadable, "");
        QVERIFY2(canRead, test::whatOf(reader).c_str());
    }
};

TAGSCOPE_CORE_TEST(TestProjectPrograms)
#include "tst_project_programs.moc"
