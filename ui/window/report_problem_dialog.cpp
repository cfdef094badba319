// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/report_problem_dialog.h"

#include "core/base/crash_trace.h"
#include "core/base/log.h"
#include "core/base/paths.h"
#include "ui/base/notice_box.h"
#include "ui/base/text.h"
#include "ui/window/about_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tagscope::ui {
namespace {

class ReportProblem {
    Q_DECLARE_TR_FUNCTIONS(ReportProblem)
};

constexpr qint64 kMostOfTrace = 64 * 1024; // bytes; 64 frames are some 10,000

QString lastTrace() {
    const std::filesystem::path log = logFile();
    const auto file = lastCrashTrace(log.empty() ? logDirectory() : log.parent_path(), "tagscope");
    if (!file)
        return {};
    QFile trace(pathText(*file));
    return trace.open(QIODevice::ReadOnly) ? QString::fromUtf8(trace.read(kMostOfTrace)) : QString();
}

} // namespace

// In English, whatever the window's language: it is for whoever mends the program.
QString problemReport() {
    QString report = versionsText() + QLatin1Char('\n');
    if (const QString trace = lastTrace(); !trace.isEmpty())
        report += QStringLiteral("\n== Last crash\n") + trace;
    const std::string tail = logTail();
    report += QStringLiteral("\n== Log\n") + (tail.empty() ? QStringLiteral("none\n") : QString::fromStdString(tail));
    return report;
}

void showReportProblem(QWidget *window) {
    auto *dialog = new QDialog(window);
    dialog->setObjectName(QStringLiteral("reportProblem"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(ReportProblem::tr("Report a problem"));
    const QString place = pathText(logFile());
    auto *about = new QLabel(
        ReportProblem::tr("Copy this into your report, and describe what you were doing. It contains the versions of "
                          "the program and its libraries, the stack trace of the last crash, and the end of the log: "
                          "what was opened, what ran and for how long, and what failed. It includes the names of files "
                          "and folders, but no sounds, pictures or labels. Nothing is sent automatically.") +
        QStringLiteral("\n\n") +
        (place.isEmpty() ? ReportProblem::tr("The log cannot be written.")
                         : ReportProblem::tr("The full log: %1").arg(place)));
    about->setWordWrap(true);
    about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *text = new QPlainTextEdit(problemReport());
    text->setObjectName(QStringLiteral("problemReport"));
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(ReportProblem::tr("Report"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(ReportProblem::tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyReport"));
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [text] { QApplication::clipboard()->setText(text->toPlainText()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *lines = new QVBoxLayout(dialog);
    lines->addWidget(about);
    lines->addWidget(text, 1);
    lines->addWidget(buttons);
    const int line = dialog->fontMetrics().height();
    dialog->resize(50 * line, 36 * line);
    dialog->show();
    text->verticalScrollBar()->setValue(text->verticalScrollBar()->maximum());
}

void sayThatItCrashed(const std::filesystem::path &trace, QWidget *window) {
    QMessageBox *message = noticeBox(ReportProblem::tr("Tagscope crashed"),
                                     ReportProblem::tr("Tagscope crashed the last time it ran. Every edit made before "
                                                       "that has been kept. Where it crashed was written to %1.")
                                         .arg(pathText(trace)),
                                     window);
    message->setStandardButtons(QMessageBox::Close);
    message->setObjectName(QStringLiteral("crashed"));
    message->setModal(false);
    QPushButton *report = message->addButton(ReportProblem::tr("&Report…"), QMessageBox::ActionRole);
    QObject::connect(report, &QPushButton::clicked, window, [window] { showReportProblem(window); });
    message->show();
}

} // namespace tagscope::ui
