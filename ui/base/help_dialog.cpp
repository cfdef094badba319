// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/help_dialog.h"

#include "ui/base/guide.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QMainWindow>
#include <QPointer>
#include <QScreen>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace tagscope::ui {

namespace {

class Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString paragraph(const QString &title, const QString &text) {
    return QStringLiteral("<h3>%1</h3><p>%2</p>").arg(title, text);
}

QString ofTheTag() {
    return paragraph(Help::tr("Action"),
                     Help::tr("Tagscope analyses a clip's sound and its pictures. Each branch gives every sound event "
                              "a probability; the two are weighted and combined, and the clip is tagged with the event "
                              "where the result reaches the event's threshold.")) +
           paragraph(Help::tr("Why"),
                     Help::tr("p = (1 − w) · a + w · v. Choose an event to frame its row and mark its largest "
                              "activation in all tracks. A dash stands for a missing number; point at it for the "
                              "reason. Below the table is everything behind the tag: what in the sound and in the key "
                              "frames supports it, and the smallest change to a number that would flip it."));
}

QString ofTheTracks() {
    return paragraph(Help::tr("Time"),
                     Help::tr("All tracks share one time axis. Ctrl+wheel zooms at the pointer, Shift+wheel scrolls, F "
                              "shows the whole clip, B goes back to the previous view. What is under the pointer is "
                              "shown below the tracks.")) +
           paragraph(
               Help::tr("Playing"),
               Help::tr(
                   "Space plays and pauses, a double-click plays from that point, a click on an activation plays that "
                   "event. Drag to select: S plays the selection, L loops it. Comma and period step through the "
                   "recording's own pictures. The sound is what the audio network hears, all channels averaged.")) +
           paragraph(Help::tr("Pictures"),
                     Help::tr("The clip's pictures, and the key frames (K1, K2 …) chosen to represent them. The band "
                              "shows which key frame represents which pictures; point at one to see its share.")) +
           paragraph(
               Help::tr("Spectrogram"),
               Help::tr("A short-time spectrum, or exactly what the audio network sees: its mel bands. Its settings "
                        "are in the View menu. Hatched: after the end of the sound, padded with silence.")) +
           paragraph(Help::tr("Activations"),
                     Help::tr("The audio network's probability of each event in each tenth of a second. The diamond "
                              "marks the largest one, which is the event's audio probability a.")) +
           paragraph(Help::tr("Strong regions"),
                     Help::tr("Each event has a tier among the labels. Drag in it to mark when the event is heard; "
                              "drag an end or the middle of your region to change it. Or press D where it begins and D "
                              "again where it ends while the clip plays: your reaction time is subtracted. H, U and I "
                              "adjust the chosen region from the keyboard. Overlapping regions of one event are "
                              "merged. Regions by others, and those of the project's list, stay as they are."));
}

QString ofTheStages() {
    return paragraph(
               Help::tr("Key frames"),
               Help::tr("The panel compares four methods side by side, with the cost of each choice. Use one of them, "
                        "or replace a key frame with the picture at the playhead, and see how the tags change.")) +
           paragraph(Help::tr("Mapping"),
                     Help::tr("Which event each object was assigned to, and how similar their words are. Change the "
                              "rule, the cut-off, or a single cell (double-click): every number follows. Undo reverts "
                              "it; all clips of a project can be mapped the same way."));
}

QString ofProjects() {
    return paragraph(Help::tr("Projects"),
                     Help::tr("A project holds clips, their weak labels and splits. The chosen clip is analysed before "
                              "all others. The demo project generates its own recordings in the background; what its "
                              "models say about other recordings means little. Every edit can be undone and is saved "
                              "at once; a project still opens after it has been moved.")) +
           paragraph(Help::tr("Clips"),
                     Help::tr("The list can be searched, sorted by any column and filtered by several criteria at "
                              "once. N and P go to the next and the previous clip. Select several clips to use the "
                              "context menu on all of them.")) +
           paragraph(Help::tr("Audit"),
                     Help::tr("Ctrl+Shift+A opens it. Type your name and press Return: the clips play one after "
                              "another, and a single key records whether the event is heard or seen. Each verdict is "
                              "stored before the next clip appears; undo returns to its pair. Whatever must not be "
                              "known at the chosen stage is hidden in the whole window until the session ends.")) +
           paragraph(Help::tr("Fusion and thresholds"),
                     Help::tr("Set an event's weight and threshold with the sliders, on the curves or on the map, and "
                              "see which clips flip. A tuned or saved point keeps its name and its history. Tune and "
                              "choose on validation clips: figures for the clips used in tuning are too optimistic.")) +
           paragraph(Help::tr("Evaluation"),
                     Help::tr("Evaluates the project's systems on a split, with intervals, compares two of them, and "
                              "writes the report as HTML, PDF or data.")) +
           paragraph(Help::tr("Training"),
                     Help::tr("Ctrl+T opens the panel. Settings that differ from the preset are bold. Ticked runs are "
                              "overlaid; double-click a chart to show it alone, right-click to export it. A stopped "
                              "run continues when it is chosen and started again."));
}

QString ofTheWindow() {
    return paragraph(
               Help::tr("Exporting"),
               Help::tr("Right-click, or press Ctrl+Shift+E, to export the table or figure that has the focus: tables "
                        "as CSV, figures as PNG, SVG or PDF, their values as CSV. Ctrl+C copies the selected rows.")) +
           paragraph(Help::tr("Keys, panels, theme, language"),
                     Help::tr("F2 lists all keys and lets you change them. Panels can be moved, detached and hidden "
                              "(View → Panels). The theme and the language are in the View menu too."));
}

QListWidgetItem *addPage(QListWidget &pages, const QString &title, const QUrl &place) {
    auto *page = new QListWidgetItem(title, &pages);
    page->setData(Qt::UserRole, place);
    page->setToolTip(title);
    return page;
}

// What is chosen in the list is shown, and a link that is followed chooses in the list.
void follow(QListWidget &pages, GuideBrowser &text) {
    QObject::connect(&pages, &QListWidget::currentItemChanged, &text, [&text](const QListWidgetItem *page) {
        if (page != nullptr)
            text.setSource(page->data(Qt::UserRole).toUrl());
    });
    QObject::connect(&text, &QTextBrowser::sourceChanged, &pages, [&pages](const QUrl &place) {
        const QSignalBlocker silent(pages);
        for (int row = 0; row < pages.count(); ++row)
            if (pages.item(row)->data(Qt::UserRole).toUrl().matches(place, QUrl::RemoveFragment))
                pages.setCurrentRow(row);
    });
}

// The guide on the left, page by page, and the page on the right.
QWidget *makePages() {
    auto *pages = new QListWidget;
    pages->setObjectName(QStringLiteral("chapters"));
    pages->setAccessibleName(Help::tr("Chapters"));
    pages->setWordWrap(true);
    pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *text = new GuideBrowser(ofTheTag() + ofTheTracks() + ofTheStages() + ofProjects() + ofTheWindow());
    text->setAccessibleName(Help::tr("Help"));
    addPage(*pages, Help::tr("The window at a glance"), GuideBrowser::ownPage());
    //: The folder of resources/guide that holds the guide in this language.
    for (const GuideChapter &chapter : guideChapters(Help::tr("en")))
        addPage(*pages, chapter.title, QUrl::fromLocalFile(chapter.file));
    follow(*pages, *text);
    pages->setCurrentRow(0);
    auto *parts = new QSplitter;
    parts->addWidget(pages);
    parts->addWidget(text);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    parts->setSizes({15 * pages->fontMetrics().height(), 45 * pages->fontMetrics().height()});
    return parts;
}

} // namespace

void showHelp(QMainWindow *window) {
    static QPointer<QDialog> open;
    if (open && open->parent() == window) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new QDialog(window);
    open = dialog;
    dialog->setObjectName(QStringLiteral("help"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Help::tr("Help"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *lines = new QVBoxLayout(dialog);
    lines->addWidget(makePages(), 1);
    lines->addWidget(buttons);
    const int line = dialog->fontMetrics().height();
    const QSize screen = dialog->screen()->availableSize();
    dialog->resize(QSize(62 * line, 46 * line).boundedTo(screen * 9 / 10));
    dialog->show();
}

} // namespace tagscope::ui
