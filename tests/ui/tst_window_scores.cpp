// SPDX-License-Identifier: GPL-3.0-or-later
// A demo that is opened in the window ends, by itself, where tagscope-cli demo ends: the same probabilities to the last
// bit, and the same operating points. It goes on where it was killed.

#include "app/window/real_sources.h"
#include "core/base/paths.h"
#include "core/evaluation/evaluation.h"
#include "core/network/image_networks.h"
#include "core/project/clip_ids.h"
#include "core/project/project.h"
#include "tests/support/qt_test.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_clips.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <algorithm>
#include <csignal>
#include <thread>

using namespace tagscope;
using namespace tagscope::ui;

namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 300'000;
const ScoreSource kAudio{Branch::Audio, "demo"};
const ScoreSource kVideo{Branch::Video, std::string(kVideoSourceName)};

bool makeDemo(const fs::path &directory, const QStringList &more) {
    QProcess command;
    command.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    command.start(QStringLiteral(TAGSCOPE_CLI),
                  QStringList{QStringLiteral("demo"), QString::fromStdString(directory.string()),
                              QStringLiteral("--clips"), QStringLiteral("1,5,3"), QStringLiteral("--quiet")} +
                      more);
    return command.waitForFinished(kPatience) && command.exitCode() == 0;
}

struct Stored {
    ScoresOfClips audio;
    ScoresOfClips video;
    std::vector<NamedOperatingPoint> points;

    [[nodiscard]] std::size_t scored() const {
        return static_cast<std::size_t>(std::ranges::count(video.hasScore, std::uint8_t{1}));
    }
};

// By name, and without the time, which differs.
Stored storedIn(const fs::path &file) {
    const Result<Project> project = Project::open(file, Project::Access::ReadOnly);
    if (!project)
        return {};
    const std::vector<ClipId> clips = idsOf(project->clips().value());
    Stored stored{project->scores(kAudio, clips).value(), project->scores(kVideo, clips).value(),
                  project->operatingPoints().value()};
    std::ranges::reverse(stored.points); // as they were made
    for (NamedOperatingPoint &point : stored.points)
        point.created.clear();
    return stored;
}

void useDemoModels() {
    const Result<fs::path> models = shippedModelFile("demo");
    QVERIFY_OK(models);
    setNetworkThreads(static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U))); // as the window does
}

// Until the background is through.
void finishIn(MainWindow &window) {
    auto &background = window.findChild<ProjectClips *>()->background();
    QTRY_VERIFY_WITH_TIMEOUT(background.isRunning(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!background.isRunning(), kPatience);
}

} // namespace

class TestWindowScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        QCoreApplication::setApplicationName(QStringLiteral("tagscope-test-scores"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
        qputenv("TAGSCOPE_MODELS", (folder_.path() + QStringLiteral("/models")).toLocal8Bit());
        useDemoModels();
        QVERIFY(makeDemo(directory() / "cli", {}));
        QVERIFY(makeDemo(directory() / "window", {QStringLiteral("--no-analysis")}));
    }

    void theWindowEndsWhereTheCommandEnds() {
        const fs::path file = directory() / "window" / "demo.tagscope";
        const Stored before = storedIn(file);
        QCOMPARE(before.scored(), std::size_t{0});
        QVERIFY(before.points.empty());
        {
            MainWindow window(realSources());
            window.resize(1400, 900);
            window.show();
            auto *fusion = window.findChild<QDockWidget *>(QStringLiteral("fusion"));
            fusion->show();
            fusion->raise();
            window.openProject(file);
            ProjectEdits &edits = window.findChild<ProjectClips *>()->edits();
            const QSignalSpy told(&edits, &ProjectEdits::scoresChanged);
            finishIn(window);
            QVERIFY(told.count() > 0 && told.count() <= 12); // not more often than there were clips
            // What shows scores and points has them without being asked.
            QTRY_VERIFY(window.findChild<QLabel *>(QStringLiteral("fusionFigures"))->text().contains(QLatin1Char('%')));
            auto *evaluation = window.findChild<QDockWidget *>(QStringLiteral("evaluation"));
            evaluation->show();
            evaluation->raise();
            QTRY_VERIFY(window.findChild<QTableView *>(QStringLiteral("evaluation"))->model()->rowCount() > 0);
            const auto *clips = window.findChild<ProjectClipModel *>();
            QTRY_VERIFY(clips->judgement(1)->isScored && clips->judgement(9)->isScored);
            window.close();
        }
        const Stored now = storedIn(file);
        const Stored wanted = storedIn(directory() / "cli" / "demo.tagscope");
        QCOMPARE(wanted.scored(), std::size_t{9});
        QCOMPARE(now.audio.hasScore, wanted.audio.hasScore);
        QCOMPARE(now.video.hasScore, wanted.video.hasScore);
        QVERIFY(now.audio.scores == wanted.audio.scores);
        QVERIFY(now.video.scores == wanted.video.scores);
        QCOMPARE(wanted.points.size(), std::size_t{4});
        QVERIFY(now.points == wanted.points);
    }

    void whatIsStoredIsNotMadeAgain() {
        const fs::path file = directory() / "cli" / "demo.tagscope";
        const Stored before = storedIn(file);
        MainWindow window(realSources());
        window.show();
        window.openProject(file);
        const BackgroundAnalysis &background = window.findChild<ProjectClips *>()->background();
        const QSignalSpy began(&background, &BackgroundAnalysis::began);
        const QSignalSpy ended(&background, &BackgroundAnalysis::ended);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
        QCOMPARE(began.count(), 0);
        window.close();
        QVERIFY(storedIn(file).points == before.points);
    }

    // Registered while a project of own media is open, as a newcomer does it.
    void scoresComeWithTheModels() {
        fs::copy(directory() / "cli", directory() / "own", fs::copy_options::recursive);
        const fs::path file = directory() / "own" / "demo.tagscope";
        {
            Result<Project> project = Project::open(file, Project::Access::ReadWrite);
            QVERIFY_OK(project);
            for (const char *setting : {"demo", "models"})
                QVERIFY_OK(project->setSetting(setting, "{}"));
            for (const ScoreSource &source : {kAudio, kVideo})
                QVERIFY_OK(project->removeScores(source));
        }
        MainWindow window(realSources());
        window.show();
        window.openProject(file);
        const BackgroundAnalysis &background = window.findChild<ProjectClips *>()->background();
        const QSignalSpy ended(&background, &BackgroundAnalysis::ended);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
        QCOMPARE(storedIn(file).scored(), std::size_t{0});
        const fs::path models = shippedModelFile("demo").value();
        const fs::path registered = qgetenv("TAGSCOPE_MODELS").toStdString();
        fs::create_directories(registered);
        for (const fs::directory_entry &model : fs::directory_iterator(models))
            if (model.path().filename() != "registry.json")
                fs::copy(model.path(), registered / model.path().filename());
        fs::copy(models / "registry.json", registered / "registry.json");
        QTRY_VERIFY_WITH_TIMEOUT(storedIn(file).scored() == 9, kPatience);
        window.close();
        fs::remove_all(registered);
    }

    void aWindowThatWasKilledGoesOn() {
        const fs::path demo = directory() / "killed";
        QVERIFY(makeDemo(demo, {QStringLiteral("--no-analysis")}));
        const fs::path file = demo / "demo.tagscope";
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("open-until-killed"), QString::fromStdString(file.string())});
        QVERIFY(other.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(storedIn(file).scored() >= 2, kPatience);
        other.kill();
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitStatus(), QProcess::CrashExit);
        const std::size_t kept = storedIn(file).scored();
        QVERIFY(kept >= 2 && kept < 9);
        {
            MainWindow window(realSources());
            window.show();
            window.openProject(file);
            const BackgroundAnalysis &background = window.findChild<ProjectClips *>()->background();
            const QSignalSpy ended(&background, &BackgroundAnalysis::ended);
            QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
            QVERIFY(background.total() <= static_cast<int>(9 - kept));
            window.close();
        }
        const Stored now = storedIn(file);
        const Stored wanted = storedIn(directory() / "cli" / "demo.tagscope");
        QVERIFY(now.audio.scores == wanted.audio.scores && now.video.scores == wanted.video.scores);
        QVERIFY(now.points == wanted.points);
    }

private:
    [[nodiscard]] fs::path directory() const { return folder_.path().toStdString(); }

    QTemporaryDir folder_;
};

// What the test starts, to be killed.
static const bool isOpenUntilKilledRegistered =
    tagscope::test::registerProcess("open-until-killed", [](int argc, char **argv) {
        QApplication application(argc, argv);
        setNetworkThreads(1);
        MainWindow window(realSources());
        window.show();
        window.openProject(fs::path(QCoreApplication::arguments().value(1).toStdString()));
        QTest::qWait(kPatience);
        return 3; // was not reached
    });

TAGSCOPE_WINDOW_TEST(TestWindowScores)
#include "tst_window_scores.moc"
