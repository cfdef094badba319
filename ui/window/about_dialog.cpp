// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/about_dialog.h"

#include "core/base/library_version.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSysInfo>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tagscope::ui {
namespace {

class AboutDialog {
    Q_DECLARE_TR_FUNCTIONS(AboutDialog)
};

// CHANGELOG.md, which is compiled in.
QWidget *makeChanges() {
    auto *changes = new QTextBrowser;
    changes->setObjectName(QStringLiteral("changes"));
    changes->setAccessibleName(AboutDialog::tr("Changes"));
    QFile file(QStringLiteral(":/CHANGELOG.md"));
    if (file.open(QIODevice::ReadOnly))
        changes->setMarkdown(QString::fromUtf8(file.readAll()));
    return changes;
}

} // namespace

QString versionsText() {
    QStringList lines{QStringLiteral("Tagscope %1").arg(QCoreApplication::applicationVersion()),
                      QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
                      QStringLiteral("Qt %1").arg(QLatin1String(qVersion()))};
    for (const LibraryVersion &library : linkedLibraries())
        lines << QString::fromStdString(library.name + " " + library.version);
    return lines.join(QLatin1Char('\n'));
}

void showAbout(QWidget *window) {
    auto *dialog = new QDialog(window);
    dialog->setObjectName(QStringLiteral("about"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(AboutDialog::tr("About Tagscope"));
    auto *about = new QLabel(
        AboutDialog::tr("<h3>Tagscope %1</h3><p>Shows why a video clip was tagged with a sound event.</p>"
                        "<p>Free software under the GNU General Public License, version 3 or later. It comes without "
                        "any warranty.</p>")
            .arg(QCoreApplication::applicationVersion()));
    about->setWordWrap(true);
    auto *versions = new QPlainTextEdit(versionsText());
    versions->setObjectName(QStringLiteral("versions"));
    versions->setReadOnly(true);
    versions->setAccessibleName(AboutDialog::tr("Versions"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *pages = new QTabWidget;
    pages->addTab(versions, AboutDialog::tr("Built with"));
    pages->addTab(makeChanges(), AboutDialog::tr("Changes"));
    auto *lines = new QVBoxLayout(dialog);
    lines->addWidget(about);
    lines->addWidget(pages, 1);
    lines->addWidget(buttons);
    const int line = dialog->fontMetrics().height();
    dialog->resize(36 * line, 30 * line);
    dialog->show();
}

} // namespace tagscope::ui
