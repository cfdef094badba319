// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/library_version.h"
#include "core/base/log.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <fstream>

using namespace tagscope;

namespace {

namespace fs = std::filesystem;

class TestLog : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    [[nodiscard]] fs::path directory() const { return fs::path(folder_.path().toStdString()) / "state" / "log"; }
    [[nodiscard]] static std::string contentOf(const fs::path &file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

private Q_SLOTS:
    void cleanup() {
        closeLog();
        std::error_code ignored;
        fs::remove_all(directory(), ignored);
    }

    void librariesAreKnown() {
        for (const char *name : {"LibTorch", "SQLite", "FFTW", "spdlog"})
            QVERIFY2(std::ranges::any_of(linkedLibraries(),
                                         [name](const LibraryVersion &library) {
                                             return library.name == name &&
                                                    library.version.find('.') != std::string::npos;
                                         }),
                     name);
    }

    void whatHappensIsKept() {
        QVERIFY(openLog({"program", "1.2.3", {{"Lib", "4.5"}}, directory()}));
        QCOMPARE(logFile(), directory() / "program.log");
        logInfo("opened street.mp4");
        logWarning("odd {} braces");
        logError({Error::Kind::Malformed, plainText("It is damaged."), "byte 7"}, "opening street.mp4");
        logError(cancelled().value(), "nothing");
        { const LoggedWork work("tuning"); }
        const std::string tail = logTail();
        for (const char *part :
             {"program 1.2.3 begins, with Lib 4.5", "I opened street.mp4", "W odd {} braces",
              "E opening street.mp4: It is damaged. Cause: byte 7", "I tuning begins", "I tuning ends after 0.0"})
            QVERIFY2(tail.find(part) != std::string::npos, part);
        QVERIFY(tail.find("nothing") == std::string::npos);
        QCOMPARE(tail, contentOf(logFile())); // at once, so that a crash loses nothing
    }

    void oldLinesGo() {
        QVERIFY(openLog({"program", "1", {}, directory(), 2000, 3}));
        for (int i = 0; i < 500; ++i)
            logInfo("line " + std::to_string(i));
        for (const char *name : {"program.log", "program.1.log", "program.2.log"})
            QVERIFY2(fs::exists(directory() / name) && fs::file_size(directory() / name) <= 2000, name);
        QVERIFY(!fs::exists(directory() / "program.3.log"));
        const std::string tail = logTail(3000); // of two files
        QVERIFY(tail.size() <= 3000 && tail.size() > 2000);
        QVERIFY(tail.ends_with("line 499\n") && tail.starts_with("20"));
        QVERIFY(logTail().find("line 498\n") < logTail().find("line 499\n"));
    }

    void noLogIsNoTrouble() {
        fs::create_directories(directory().parent_path());
        std::ofstream(directory()) << "a file where a directory should be";
        const Result<void> opened = openLog({"program", "1", {}, directory()});
        QVERIFY(!opened);
        QVERIFY(opened.error().what().find("program.log") != std::string::npos && !opened.error().cause.empty());
        logInfo("nobody hears it");
        logError({Error::Kind::Internal, plainText("x"), {}}, "y");
        QVERIFY(logFile().empty() && logTail().empty());
    }
};

} // namespace

TAGSCOPE_CORE_TEST(TestLog)
#include "tst_log.moc"
