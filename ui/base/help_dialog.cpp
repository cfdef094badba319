// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/help_dialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QPointer>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tagscope::ui {

namespace {

class Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

void showPage(QMainWindow *window, const QString &name, const QString &title, const QString &html) {
    static QPointer<QDialog> open;
    if (open && open->parent() == window) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new QDialog(window);
    open = dialog;
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
    dialog->resize(40 * line, 40 * line);
    dialog->show();
}

QString paragraph(const QString &title, const QString &text) {
    return QStringLiteral("<h3>%1</h3><p>%2</p>").arg(title, text);
}

QString ofTheTag() {
    return paragraph(Help::tr("What it does"),
                     Help::tr("A clip is listened to and looked at. Each branch gives every sound event a probability; "
                              "the two are weighed, and where the result reaches the event's threshold the clip is "
                              "tagged.")) +
           paragraph(Help::tr("Why"),
                     Help::tr("p = (1 − w) · a + w · v. Choose an event to frame its row and to mark its largest "
                              "activation in all tracks. A dash stands for a number that is not there; point at it "
                              "for the reason. Below the table stands everything behind the tag: what in the sound "
                              "and in the key frames spoke for it, and the smallest change of a number that would "
                              "make it another."));
}

QString ofTheTracks() {
    return paragraph(Help::tr("Time"),
                     Help::tr("All tracks share one time axis. Ctrl and the wheel zoom at the pointer, Shift and the "
                              "wheel move, F shows the whole clip, B goes back a view. Below the tracks stands what "
                              "is under the pointer.")) +
           paragraph(Help::tr("Playing"),
                     Help::tr("Space plays and pauses, a double click plays from there, a click on an activation plays "
                              "that event. Drag to select: S plays the selection, L loops it. Comma and period step "
                              "through the recording's own pictures. The sound is what the audio network hears, all "
                              "channels averaged.")) +
           paragraph(Help::tr("Pictures"),
                     Help::tr("The clip's pictures, and the key frames (K1, K2 …) that were chosen to represent them. "
                              "The band says which key frame stands for which pictures; point at one to see its "
                              "share.")) +
           paragraph(Help::tr("Spectrogram"),
                     Help::tr("A short-time spectrum, or exactly what the audio network sees: its mel bands. The View "
                              "menu has its settings. Hatched: the sound has ended and silence was added.")) +
           paragraph(Help::tr("Activations"),
                     Help::tr("The audio network's probability of each event in each tenth of a second. The diamond is "
                              "the largest one, which is the event's audio probability a.")) +
           paragraph(
               Help::tr("Strong regions"),
               Help::tr("Each event has a tier among the labels. Drag in it to mark when the event is heard; drag "
                        "an end or the middle of what you marked to change it. Or press D where it begins and D "
                        "where it ends, while the clip plays: your reaction time is taken off. H, U and I change "
                        "the chosen region by keys. Regions of one event that overlap become one. Those of "
                        "others, and of the project's list, stay as they are."));
}

QString ofTheStages() {
    return paragraph(Help::tr("Key frames"),
                     Help::tr("The panel lays four methods side by side, with what each choice costs. Use one of them, "
                              "or put the picture at the playhead in place of a key frame, and see the tags move.")) +
           paragraph(Help::tr("Mapping"),
                     Help::tr("Which event each object was given to, and how similar their words are. Change the rule, "
                              "the cut-off, or a single cell (double click): every number follows. Undo takes it "
                              "back; a project's clips can all be mapped like that."));
}

QString ofProjects() {
    return paragraph(Help::tr("Projects"),
                     Help::tr("A project holds clips, their weak labels and splits. The clip that is chosen is "
                              "analysed before all others. The demo project makes its own recordings, in the "
                              "background; what its models say of other recordings means little. Every edit can be "
                              "undone and is kept at once; a project that was moved still opens.")) +
           paragraph(Help::tr("Clips"),
                     Help::tr("The list can be searched, sorted by any column and filtered by several things at once. "
                              "N and P go to the next clip and back. Choose several clips for what the context menu "
                              "offers for all of them.")) +
           paragraph(Help::tr("Audit"),
                     Help::tr("Ctrl+Shift+A opens it. Type your name and press Return: clip after clip plays, and one "
                              "key says whether its event is heard or seen. Each verdict is stored before the next "
                              "clip is there; undo leads back to its pair. What is not to be known at the chosen stage "
                              "is hidden in the whole window until the sitting ends.")) +
           paragraph(Help::tr("Fusion and thresholds"),
                     Help::tr("Set an event's weight and threshold by sliders, on the curves or on the map, and see "
                              "which clips flip. A point that was tuned or saved keeps its name and its history. Tune "
                              "and choose on validation clips: figures on the clips that one tunes on are too good.")) +
           paragraph(Help::tr("Evaluation"),
                     Help::tr("Measures the project's systems on a split, with intervals, compares two of them, and "
                              "writes the report as HTML, PDF or data.")) +
           paragraph(Help::tr("Training"),
                     Help::tr("Ctrl+T opens the panel. Settings that differ from the preset are bold. Ticked runs are "
                              "drawn over one another; a double click on a chart shows it alone, the right button "
                              "exports it. A run that was stopped goes on when it is chosen and started again."));
}

QString ofTheWindow() {
    return paragraph(Help::tr("Taking things out"),
                     Help::tr("The right button, or Ctrl+Shift+E, exports the table or figure that has the focus: "
                              "tables as CSV, figures as PNG, SVG or PDF, their values as CSV. Ctrl+C copies the "
                              "selected rows.")) +
           paragraph(Help::tr("Keys, panels, colours, language"),
                     Help::tr("F2 lists all keys and changes them. Panels can be moved, made windows of their own and "
                              "hidden (View → Panels). The View menu also has the colours and the language."));
}

} // namespace

void showHelp(QMainWindow *window) {
    showPage(window, QStringLiteral("help"), Help::tr("Help"),
             ofTheTag() + ofTheTracks() + ofTheStages() + ofProjects() + ofTheWindow());
}

} // namespace tagscope::ui
