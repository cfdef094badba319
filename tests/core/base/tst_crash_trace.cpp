// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_trace.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace tagscope;

namespace {

namespace fs = std::filesystem;

std::string contentOfTrace(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::size_t traceFilesIn(const fs::path &directory) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(directory), fs::directory_iterator()));
}

// What ends a process that runs `work` under a CrashTrace.
int endOfChild(const fs::path &directory, void (*work)()) {
    const pid_t child = ::fork();
    if (child == 0) {
        {
            const CrashTrace trace(directory, "program", "1.2.3");
            work();
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

class TestCrashTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("The sanitizer has handlers of its own.");
#endif
    }

    void aCrashLeavesATrace_data() {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QByteArray>("name");
        QTest::addRow("memory") << SIGSEGV << QByteArray("SIGSEGV");
        QTest::addRow("abort") << SIGABRT << QByteArray("SIGABRT");
        QTest::addRow("division") << SIGFPE << QByteArray("SIGFPE");
    }

    void aCrashLeavesATrace() {
        QFETCH(const int, signal);
        QFETCH(const QByteArray, name);
        const QTemporaryDir folder;
        const fs::path directory = fs::path(folder.path().toStdString()) / "log";
        const int status = endOfChild(
            directory, signal == SIGSEGV   ? +[] { std::raise(SIGSEGV); }
                       : signal == SIGABRT ? +[] { std::abort(); }
                                           : +[] { std::raise(SIGFPE); });
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), signal); // as without a handler
        QVERIFY(!lastCrashTrace(directory, "program"));
        QVERIFY(!newCrashTrace(directory, "other"));
        const std::optional<fs::path> trace = newCrashTrace(directory, "program");
        QVERIFY(trace);
        const std::string text = contentOfTrace(*trace);
        QVERIFY2(text.starts_with("program 1.2.3\n" + name.toStdString() + ": "), text.c_str());
        QVERIFY(std::count(text.begin(), text.end(), '\n') >= 5 && text.find("(+0x") != std::string::npos);
        QVERIFY(!newCrashTrace(directory, "program")); // said once
        QVERIFY(lastCrashTrace(directory, "program") == trace);
    }

    void aGoodEndLeavesNothing() {
        const QTemporaryDir folder;
        const fs::path directory = folder.path().toStdString();
        const int status = endOfChild(directory, [] {});
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        QCOMPARE(traceFilesIn(directory), std::size_t{0});
    }

    // As after kill -9, or while another window is open.
    void emptyTracesAreNoCrashes() {
        const QTemporaryDir folder;
        const fs::path directory = folder.path().toStdString();
        const int status = endOfChild(directory, [] { std::raise(SIGKILL); });
        QVERIFY(WIFSIGNALED(status) && traceFilesIn(directory) == 1);
        const CrashTrace own(directory, "program", "1");
        QCOMPARE(traceFilesIn(directory), std::size_t{2});
        QVERIFY(!newCrashTrace(directory, "program"));
        QCOMPARE(traceFilesIn(directory), std::size_t{1}); // its own
    }

    void noDirectoryIsNoTrouble() {
        const CrashTrace trace("/proc/nowhere", "program", "1");
        QVERIFY(!newCrashTrace("/proc/nowhere", "program"));
    }
};

} // namespace

TAGSCOPE_CORE_TEST(TestCrashTrace)
#include "tst_crash_trace.moc"
