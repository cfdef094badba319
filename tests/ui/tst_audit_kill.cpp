// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_analyst.h"
#include "core/project/project.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <csignal>
#include <fstream>
#include <unistd.h>

// A verdict is safe as soon as its key is answered: another process is killed then, as a crash or a power cut of the
// program would.
using namespace tagscope;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kClips = 12;

void makeProject(const fs::path &file, const fs::path &media) {
    Result<Project> project = Project::create(file, {{"Car", {}, {}, 0.5, 0.5}, {"Bus", {}, {}, 0.5, 0.5}});
    QVERIFY_OK(project);
    std::vector<NewClip> clips;
    std::vector<std::pair<ClipId, int>> labels;
    for (std::size_t i = 0; i < kClips; ++i) {
        const fs::path recording = media / ("clip" + std::to_string(i) + ".mp4");
        std::ofstream(recording) << "synthetic playback reads nothing of it";
        clips.push_back({"clip" + std::to_string(i), recording, Seconds(0), Seconds(10), "test"});
    }
    const Result<std::vector<ClipId>> ids = project->addClips(clips);
    QVERIFY_OK(ids);
    for (std::size_t i = 0; i < kClips; ++i)
        labels.emplace_back((*ids)[i], static_cast<int>(i % 2));
    QVERIFY_OK(project->addLabels(labels));
}

// Presses so many keys and dies at the very end of the last one.
void pressAndDie(const fs::path &file, int keys) {
    const Result<std::shared_ptr<ui::ClipAnalyst>> source = LocalAnalyst::open(file, {});
    if (!source)
        ::_exit(2);
    test::AuditWindow at(*source);
    at.openProject();
    auto *order = at.window().findChild<QComboBox *>(QStringLiteral("auditOrder"));
    order->setCurrentIndex(order->findData(static_cast<int>(QueueOrder::Random)));
    at.start(QStringLiteral("Ann"), AuditStage::Sound);
    for (int i = 0; i < keys; ++i)
        at.key(static_cast<Qt::Key>(Qt::Key_1 + i % 3));
    ::kill(::getpid(), SIGKILL);
}

} // namespace

class TestAuditKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKillRightAfterTheKeyLosesNothing_data() {
        QTest::addColumn<int>("keys");
        for (const int keys : {1, 2, 3})
            QTest::addRow("%d", keys) << keys;
    }

    void aKillRightAfterTheKeyLosesNothing() {
        QFETCH(const int, keys);
        const test::MadeMedia media;
        const fs::path file = media.path("p.tagscope");
        makeProject(file, media.path(""));
        for (int round = 1; round <= 2; ++round) { // the second one goes on where the first was killed
            QProcess child;
            child.start(
                QCoreApplication::applicationFilePath(),
                {QStringLiteral("press-and-die"), QString::fromStdString(file.string()), QString::number(keys)});
            QVERIFY(child.waitForFinished(60000));
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            const Result<Project> project = Project::open(file);
            QVERIFY_OK(project);
            const Result<std::vector<Verdict>> history = project->verdictHistory();
            QVERIFY_OK(history);
            QCOMPARE(history->size(), static_cast<std::size_t>(round * keys));
            for (std::size_t i = 0; i < history->size(); ++i)
                QCOMPARE(static_cast<int>(*(*history)[i].value),
                         static_cast<int>(VerdictValue::Heard) + static_cast<int>(i) % keys);
            QCOMPARE(standingVerdicts(*history).size(), history->size()); // another pair each
        }
    }
};

// What the test starts, to be killed.
static const bool isPressAndDieRegistered = tagscope::test::registerProcess("press-and-die", [](int argc, char **argv) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("tagscope-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tagscope-test-kill"));
    const QStringList arguments = QCoreApplication::arguments();
    pressAndDie(arguments.value(1).toStdString(), arguments.value(2).toInt());
    return 3; // was not reached
});

TAGSCOPE_WINDOW_TEST(TestAuditKill)

#include "tst_audit_kill.moc"
