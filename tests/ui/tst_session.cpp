// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/end_signals.h"
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "ui/base/text.h"
#include "ui/clips/project_panel.h"

#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <csignal>
#include <unistd.h>

// What is open outlasts the program, however that ends: another process is killed, or told to end.
using namespace tagscope;
using namespace tagscope::ui;

namespace fs = std::filesystem;

namespace {

constexpr int kMostWait = 60000; // ms; only a test that fails waits so long

void nameProgram() {
    QCoreApplication::setOrganizationName(QStringLiteral("tagscope-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tagscope-test-session"));
}

test::AuditWindow windowWith(const QString &file) {
    return test::AuditWindow(std::make_shared<test::SyntheticProject>(
        toPath(file), test::ProjectMake{.makesMedia = true, .refusesNobody = false}));
}

QStringList fileNamesIn(const QString &folder) {
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

// The process of this name and argument, until it ends.
std::unique_ptr<QProcess> ended(const char *name, const QString &file) {
    auto child = std::make_unique<QProcess>();
    child->start(QCoreApplication::applicationFilePath(), {QLatin1String(name), file});
    child->waitForFinished(kMostWait);
    return child;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(); }
    void init() { QSettings().clear(); }

    void aKillASecondAfterAChangeLosesNothingOfIt() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("street.tagscope"));
        const auto child = ended("change-and-die", file);
        QCOMPARE(child->exitStatus(), QProcess::CrashExit);
        QCOMPARE(QSettings().value(QStringLiteral("session/project")).toString(), file);
        QCOMPARE(QSettings().value(QStringLiteral("session/clip")).toString(), QStringLiteral("clip-6"));
        test::AuditWindow at = windowWith(file);
        at.window().restoreSession();
        QTRY_VERIFY(at.window().windowTitle().contains(QStringLiteral("clip-6")));
    }

    // Before the project is there again, nothing that is not there yet is stored as gone.
    void aKillWhileItIsRestoredLosesNothing() {
        const QTemporaryDir folder;
        QSettings().setValue(QStringLiteral("session/project"), folder.filePath(QStringLiteral("far.tagscope")));
        {
            Sources sources = test::syntheticSources();
            sources.findMedia = [](const fs::path &, const std::stop_token &) {
                return Result<std::vector<fs::path>>(std::vector<fs::path>());
            };
            QFile(folder.filePath(QStringLiteral("far.tagscope"))).open(QIODevice::WriteOnly);
            std::atomic<bool> mayOpen = false;
            sources.openProject = [&mayOpen](const fs::path &,
                                             const std::stop_token &stop) -> Result<std::shared_ptr<ClipAnalyst>> {
                while (!mayOpen && !stop.stop_requested())
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return cancelled();
            };
            MainWindow window(sources);
            window.show();
            window.restoreSession();
            QTest::qWait(1200); // more than a change waits
            QCOMPARE(QSettings().value(QStringLiteral("session/project")).toString(),
                     folder.filePath(QStringLiteral("far.tagscope")));
            mayOpen = true;
        }
    }

    void aSignalIsAnOrderlyEnd_data() {
        QTest::addColumn<QString>("process");
        QTest::newRow("SIGTERM") << QStringLiteral("judge-and-end-15");
        QTest::newRow("SIGINT") << QStringLiteral("judge-and-end-2");
    }

    void aSignalIsAnOrderlyEnd() {
        QFETCH(QString, process);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("street.tagscope"));
        const auto child = ended(process.toLatin1().constData(), file);
        QCOMPARE(child->exitStatus(), QProcess::NormalExit);
        QCOMPARE(child->exitCode(), 0);
        QVERIFY2(child->readAllStandardOutput().contains("end reached"), child->readAllStandardError());
        QCOMPARE(fileNamesIn(folder.path()), QStringList{QStringLiteral("street.tagscope")}); // no lock, no journal
        const Result<Project> project = Project::open(toPath(file), Project::Access::ReadOnly);
        QVERIFY_OK(project);
        QCOMPARE(project->verdictHistory().value().size(), std::size_t{2});
        QCOMPARE(QSettings().value(QStringLiteral("session/project")).toString(), file);
    }
};

static const bool isChangeAndDieRegistered = test::registerProcess("change-and-die", [](int argc, char **argv) {
    QApplication application(argc, argv);
    nameProgram();
    test::AuditWindow at = windowWith(QCoreApplication::arguments().value(1));
    at.openProject();
    at.window().findChild<ProjectPanel *>()->select(7);
    QTest::qWait(1000);
    ::kill(::getpid(), SIGKILL);
    return 3; // was not reached
});

// In the middle of a sitting.
template <int Signal>
static int judgeAndEnd(int argc, char **argv) {
    QApplication application(argc, argv);
    nameProgram();
    {
        test::AuditWindow at = windowWith(QCoreApplication::arguments().value(1));
        const EndSignals signals([&at] {
            at.window().closeUnasked();
            QCoreApplication::exit(0);
        });
        at.openProject();
        QTest::qWait(1000);
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        at.key(Qt::Key_1);
        at.key(Qt::Key_2);
        ::kill(::getpid(), Signal);
        if (QApplication::exec() != 0)
            return 4;
    }
    std::puts("end reached");
    return 0;
}
static const bool isEndedByTermRegistered = test::registerProcess("judge-and-end-15", judgeAndEnd<SIGTERM>);
static const bool isEndedByIntRegistered = test::registerProcess("judge-and-end-2", judgeAndEnd<SIGINT>);

TAGSCOPE_WINDOW_TEST(TestSession)
#include "tst_session.moc"
