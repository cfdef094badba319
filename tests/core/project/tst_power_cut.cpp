// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"
#include "tests/core/project/sample_project.h"
#include "tests/core/project/write_log.h"
#include "tests/support/qt_test.h"

#include <QProcess>
#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>
#include <sys/stat.h>

// What is left where a program is killed, or the power goes, after any of the writes that it makes.
using namespace tagscope;
using namespace tagscope::test;

namespace fs = std::filesystem;

namespace {

constexpr int kLongestWork = 60000; // ms; only a test that fails waits so long
constexpr const char *kProject = "p.tagscope";

std::string wholeFile(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A folder with a project of clips, on which project_writer works and is recorded.
class Recorded {
public:
    Recorded() {
        fs::create_directory(root());
        Result<Project> project = Project::create(root() / kProject, threeClasses());
        isMade_ = project && project->addClips(clipsNamed(5));
    }

    [[nodiscard]] fs::path root() const { return place_.path("root"); }

    // All that it wrote, after what was there before.
    [[nodiscard]] bool run(const QString &mode, const fs::path &file = {}) {
        for (const fs::directory_entry &entry : fs::directory_iterator(root())) {
            struct stat status = {};
            if (::stat(entry.path().c_str(), &status) == 0 && entry.is_regular_file())
                before_.hold(entry.path().filename().string(), status.st_ino, wholeFile(entry.path()));
        }
        QProcess writer;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(WRITE_LOG));
        environment.insert(QStringLiteral("TAGSCOPE_WRITE_LOG"), QString::fromStdString(place_.path("log").string()));
        environment.insert(QStringLiteral("TAGSCOPE_WRITE_ROOT"), QString::fromStdString(root().string()));
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
        writer.setProcessEnvironment(environment);
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(QStringLiteral(PROJECT_WRITER), {QString::fromStdString((root() / kProject).string()), mode,
                                                      QString::fromStdString(file.string())});
        if (!isMade_ || !writer.waitForFinished(kLongestWork) || writer.exitCode() != 0)
            return false;
        written_ = readWriteLog(place_.path("log"));
        return !written_.empty();
    }

    // `check` gets each state that a kill or a power cut can leave, laid out in a folder, and how many things were said
    // to be stored by then. Stops at the first that it says something about, and tells it.
    using Check = std::function<std::string(const fs::path &folder, std::size_t marks)>;
    [[nodiscard]] std::string firstWrong(const Check &check) {
        PlayedBack played = before_;
        std::map<std::string, std::string> lastCut;
        for (std::size_t i = 0; i < written_.size(); ++i) {
            played.play(written_[i]);
            const std::map<std::string, std::string> killed = played.afterKill();
            const auto found = killed.find("marks");
            const std::string marks = found == killed.end() ? std::string() : found->second;
            const auto confirmed = static_cast<std::size_t>(std::ranges::count(marks, '\n'));
            const bool isWritten = written_[i].kind != WriteKind::Sync && written_[i].kind != WriteKind::SyncNames &&
                                   written_[i].path != "marks";
            if (isWritten)
                if (const std::string wrong = wrongIn(killed, confirmed, check); !wrong.empty())
                    return "killed after write " + std::to_string(i) + ": " + wrong;
            // Of the marks, which nobody synchronises, nothing is asked but what they say.
            const std::map<std::string, std::string> cut = played.afterPowerCut();
            if (cut == lastCut && confirmed == lastConfirmed_)
                continue;
            lastCut = cut;
            lastConfirmed_ = confirmed;
            if (const std::string wrong = wrongIn(cut, confirmed, check); !wrong.empty())
                return "power cut after write " + std::to_string(i) + ": " + wrong;
        }
        return {};
    }
    [[nodiscard]] std::size_t states() const { return states_; }
    // As if the program had waited for no disk.
    void forgetSynchronising() {
        std::erase_if(written_, [](const Written &written) { return written.kind == WriteKind::Sync; });
    }

private:
    [[nodiscard]] std::string wrongIn(const std::map<std::string, std::string> &files, std::size_t marks,
                                      const Check &check) {
        ++states_;
        const Folder folder;
        for (const auto &[name, bytes] : files)
            if (!name.ends_with("-shm")) // mapped memory, which is made anew
                folder.write(name, bytes);
        return check(folder.path(), marks);
    }

    Folder place_;
    bool isMade_ = false;
    PlayedBack before_;
    std::vector<Written> written_;
    std::size_t lastConfirmed_ = 0;
    std::size_t states_ = 0;
};

// Of a project that must open.
std::string wrongWith(const fs::path &folder, const std::function<std::string(const Project &)> &look) {
    const Result<Project> project = Project::open(folder / kProject);
    return project ? look(*project) : project.error().what() + " " + project.error().cause;
}

std::string wrongCount(std::size_t found, std::size_t least, std::size_t most) {
    return found >= least && found <= most ? std::string()
                                           : std::to_string(found) + " of at least " + std::to_string(least) +
                                                 " and at most " + std::to_string(most);
}

} // namespace

class TestPowerCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The record, the playing back and the real files agree at the end: else all of this proves nothing.
    void whatIsPlayedBackIsWhatIsThere() {
        Recorded recorded;
        QVERIFY(recorded.run(QStringLiteral("files"), recorded.root() / "kept"));
        std::string last;
        QCOMPARE(recorded.firstWrong([&last](const fs::path &folder, std::size_t) {
            last = wholeFile(folder / "kept");
            return std::string();
        }),
                 std::string());
        QCOMPARE(last, std::string(100'000, '5'));
        QCOMPARE(wholeFile(recorded.root() / "kept"), last);
    }

    void whatIsNotSynchronisedWouldBeSeen() {
        for (const bool isFile : {true, false}) {
            Recorded recorded;
            QVERIFY(
                recorded.run(isFile ? QStringLiteral("files") : QStringLiteral("sitting"), recorded.root() / "kept"));
            recorded.forgetSynchronising();
            QVERIFY(!recorded
                         .firstWrong([isFile](const fs::path &folder, std::size_t marks) {
                             if (isFile)
                                 return wrongCount(wholeFile(folder / "kept").size(), marks == 0 ? 0 : 100'000,
                                                   100'000);
                             return wrongWith(folder, [marks](const Project &project) {
                                 return wrongCount(project.verdictHistory()->size(), marks, marks + 1);
                             });
                         })
                         .empty());
        }
    }

    void fiftyVerdicts() {
        Recorded recorded;
        QVERIFY(recorded.run(QStringLiteral("sitting")));
        QCOMPARE(recorded.firstWrong([](const fs::path &folder, std::size_t marks) {
            return wrongWith(folder, [marks](const Project &project) {
                return wrongCount(project.verdictHistory()->size(), marks, marks + 1);
            });
        }),
                 std::string());
        QVERIFY2(recorded.states() > 200, std::to_string(recorded.states()).c_str());
        qInfo("%zu states", recorded.states());
    }

    void anImport() {
        Recorded recorded;
        std::ostringstream list;
        list << "path,labels,split\n";
        for (int i = 0; i < 40; ++i)
            list << "new" << i << ".wav,dog,test\n";
        const Folder elsewhere;
        QVERIFY(recorded.run(QStringLiteral("import"), elsewhere.write("list.csv", list.str())));
        QCOMPARE(recorded.firstWrong([](const fs::path &folder, std::size_t) {
            return wrongWith(folder, [](const Project &project) {
                const std::size_t clips = project.clips()->size();
                return clips == 5 ? std::string() : wrongCount(clips, 45, 45);
            });
        }),
                 std::string());
    }

    void aMergeOfVerdicts() {
        Recorded recorded;
        std::ostringstream table;
        table << "clip,event,stage,annotator,verdict,time\n";
        for (int i = 0; i < 60; ++i)
            table << "c" << i % 5 << ".wav,dog,sound,ben" << i << ",audible,2026-11-29T10:00:00Z\n";
        const Folder elsewhere;
        QVERIFY(recorded.run(QStringLiteral("merge"), elsewhere.write("verdicts.csv", table.str())));
        QVERIFY(!Project::open(recorded.root() / kProject)->verdictHistory()->empty());
        QCOMPARE(recorded.firstWrong([](const fs::path &folder, std::size_t) {
            return wrongWith(folder, [](const Project &project) {
                const std::size_t verdicts = project.verdictHistory()->size();
                return verdicts == 0 ? std::string() : wrongCount(verdicts, 60, 60);
            });
        }),
                 std::string());
    }

    // As a training's checkpoints.
    void aFileThatIsReplaced() {
        Recorded recorded;
        QVERIFY(recorded.run(QStringLiteral("files"), recorded.root() / "kept"));
        QCOMPARE(recorded.firstWrong([](const fs::path &folder, std::size_t marks) {
            const std::string content = wholeFile(folder / "kept");
            if (content.empty())
                return marks == 0 ? std::string() : std::string("nothing is left");
            if (content != std::string(100'000, content.front()))
                return std::string("it is of two versions, or cut short");
            const auto version = static_cast<std::size_t>(content.front() - '0');
            return wrongCount(version, marks, marks + 1);
        }),
                 std::string());
    }
};

TAGSCOPE_CORE_TEST(TestPowerCut)
#include "tst_power_cut.moc"
