#include "ui/dialogs/help_dialog.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
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

QString row(const QString &keys, const QString &what) {
    return QStringLiteral("<tr><td style='padding-right: 24px'><b>%1</b></td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
}

QString rowsOf(const QMenu &menu) {
    QString rows;
    for (const QAction *action : menu.actions())
        if (!action->shortcut().isEmpty())
            rows += row(action->shortcut().toString(QKeySequence::NativeText), action->text().remove(QLatin1Char('&')));
    return rows;
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
        paragraph(Help::tr("Playing"),
                  Help::tr("Space plays and pauses, a double click plays from there, a click on an activation plays "
                           "that event. Drag to select: S plays the selection, L loops it. Comma and period step "
                           "through the recording's own pictures. The sound is what the audio network hears, all "
                           "channels averaged.")) +
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

void showKeys(QMainWindow *window) {
    QString rows;
    for (const QAction *action : window->menuBar()->actions())
        if (action->menu() != nullptr)
            rows += rowsOf(*action->menu());
    const QString tracks =
        row(Help::tr("Ctrl+wheel"), Help::tr("Zoom at the pointer")) +
        row(Help::tr("Ctrl+Shift+wheel"), Help::tr("Zoom frequencies (spectrogram)")) +
        row(Help::tr("Shift+wheel"), Help::tr("Scroll")) +
        row(Help::tr("Click"), Help::tr("Set the playhead; on an activation: play that event")) +
        row(Help::tr("Double click"), Help::tr("Play from there")) +
        row(Help::tr("Drag"), Help::tr("Select; Shift+click moves the nearer end")) +
        row(Help::tr("←  →"), Help::tr("Playhead by 0.1 s; with Shift by 1 s")) +
        row(Help::tr("Home  End"), Help::tr("Playhead to the start, to the end")) +
        row(Help::tr("↑  ↓"), Help::tr("Event above, below; in the pictures: key frame before, after")) +
        row(Help::tr("Tab"), Help::tr("On to the next track or panel"));
    showPage(window, QStringLiteral("keys"), Help::tr("Keys"),
             QStringLiteral("<h3>%1</h3><table>%2</table><h3>%3</h3><table>%4</table>")
                 .arg(Help::tr("Everywhere"), rows, Help::tr("In the tracks"), tracks));
}

} // namespace tagscope::ui
