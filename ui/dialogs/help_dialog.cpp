#include "ui/dialogs/help_dialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tagscope::ui {

namespace {

class Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

void showPage(QMainWindow *window, const QString &name, const QString &title, const QString &html) {
    if (auto *open = window->findChild<QDialog *>(name)) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new QDialog(window);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *text = new QTextBrowser;
    text->setHtml(html);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *lines = new QVBoxLayout(dialog);
    lines->addWidget(text);
    lines->addWidget(buttons);
    const int line = dialog->fontMetrics().height();
    dialog->resize(38 * line, 34 * line);
    dialog->show();
}

QString paragraph(const QString &title, const QString &text) {
    return QStringLiteral("<h3>%1</h3><p>%2</p>").arg(title, text);
}

} // namespace

void showHelp(QMainWindow *window) {
    const QString html =
        paragraph(
            Help::tr("What it does"),
            Help::tr("A clip is listened to and looked at. Each branch gives every sound event a probability; the "
                     "two are weighed, and where the result reaches the event's threshold the clip is tagged.")) +
        paragraph(Help::tr("Pictures"),
                  Help::tr("The clip's pictures, and the key frames (K1, K2 …) that were chosen to represent them. The "
                           "band says which key frame stands for which pictures; point at one to see its share.")) +
        paragraph(Help::tr("Spectrogram"),
                  Help::tr("The mel bands that the audio network sees, in decibels. Hatched: the sound has ended and "
                           "silence was added.")) +
        paragraph(
            Help::tr("Activations"),
            Help::tr("The audio network's probability of each event in each tenth of a second. The diamond is the "
                     "largest one, which is the event's audio probability a.")) +
        paragraph(
            Help::tr("Why"),
            Help::tr("p = (1 − w) · a + w · v. Choose an event to frame its row and to mark its largest activation "
                     "in all tracks. A dash stands for a number that is not there; point at it for the reason.")) +
        paragraph(Help::tr("Key frames"),
                  Help::tr("The panel lays four methods side by side, with what each choice costs. Use one of them, or "
                           "put the picture at the playhead in place of a key frame, and see the tags move.")) +
        paragraph(Help::tr("Mapping"),
                  Help::tr("Which event each object was given to, and how similar their words are. Change the rule, "
                           "the cut-off, or a single cell (double click): every number follows. Undo takes it back; "
                           "a project's clips can all be mapped like that.")) +
        paragraph(Help::tr("Projects"),
                  Help::tr("A project holds clips, their weak labels and splits. The clip that is chosen is analysed "
                           "before all others. The demo project makes its own recordings, in the background; what its "
                           "models say of other recordings means little.")) +
        paragraph(Help::tr("Training"),
                  Help::tr("Ctrl+T opens the panel. Settings that differ from the preset are bold. Ticked runs are "
                           "drawn over one another; a double click on a chart shows it alone, the right button exports "
                           "it. A run that was stopped goes on when it is chosen and started again.")) +
        paragraph(Help::tr("Time"),
                  Help::tr("Ctrl and the wheel zoom at the pointer, Shift and the wheel move, F shows "
                           "the whole clip. F2 lists all keys."));
    showPage(window, QStringLiteral("help"), Help::tr("Help"), html);
}

} // namespace tagscope::ui
