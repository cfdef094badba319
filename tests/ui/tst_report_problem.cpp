// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "tests/support/qt_test.h"
#include "tests/ui/warnings.h"
#include "ui/base/text.h"
#include "ui/window/about_dialog.h"
#include "ui/window/report_problem_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <fstream>

using namespace tagscope;
using namespace tagscope::ui;

// What the program shows of its log, of a crash, and of itself.
class TestReportProblem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        test::failOnWarnings();
        folder_ = std::make_unique<QTemporaryDir>();
        directory_ = folder_->path().toStdString();
    }
    void cleanup() { closeLog(); }

    void theLogIsShownAndCopied() {
        QVERIFY(openLog({"tagscope", "1.2.3", {}, directory_}));
        logInfo("opened street.mp4");
        std::ofstream(directory_ / "tagscope-crash.txt") << "tagscope 1.2.3\nSIGSEGV: memory\n";
        QWidget window;
        showReportProblem(&window);
        auto *dialog = window.findChild<QDialog *>(QStringLiteral("reportProblem"));
        QVERIFY(dialog != nullptr && dialog->isVisible() && !dialog->isModal());
        const QString shown = dialog->findChild<QPlainTextEdit *>(QStringLiteral("problemReport"))->toPlainText();
        for (const char *part :
             {"Qt 6.", "LibTorch ", "== Last crash\ntagscope 1.2.3\nSIGSEGV", "== Log\n20", "opened street.mp4"})
            QVERIFY2(shown.contains(QLatin1String(part)), part);
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text().contains(pathText(logFile())); }));
        QApplication::clipboard()->clear();
        dialog->findChild<QPushButton *>(QStringLiteral("copyReport"))->click();
        QCOMPARE(QApplication::clipboard()->text(), shown);
        delete dialog;
    }

    void noLogIsSaid() {
        QVERIFY(problemReport().endsWith(QStringLiteral("== Log\nnone\n")));
        QWidget window;
        showReportProblem(&window);
        const auto labels = window.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(QStringLiteral("The log cannot be written."));
        }));
        delete window.findChild<QDialog *>(QStringLiteral("reportProblem"));
    }

    void aCrashIsSaidWithItsTrace() {
        QWidget window;
        window.show();
        sayThatItCrashed("/state/tagscope-crash.txt", &window);
        auto *message = window.findChild<QMessageBox *>(QStringLiteral("crashed"));
        QVERIFY(message != nullptr && message->isVisible() && !message->isModal());
        QVERIFY(message->informativeText().contains(QStringLiteral("/state/tagscope-crash.txt")));
        message->buttons().constLast()->click();
        QTRY_VERIFY(window.findChild<QDialog *>(QStringLiteral("reportProblem")) != nullptr);
    }

    void versionsAreNamed() {
        QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
        QWidget window;
        showAbout(&window);
        const QString shown = window.findChild<QPlainTextEdit *>(QStringLiteral("versions"))->toPlainText();
        QVERIFY(shown.startsWith(QStringLiteral("Tagscope 1.2.3\n")) && shown.contains(QStringLiteral("\nSQLite 3.")));
        QCOMPARE(shown, versionsText());
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::filesystem::path directory_;
};

TAGSCOPE_WINDOW_TEST(TestReportProblem)
#include "tst_report_problem.moc"
