// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/export.h"
#include "ui/base/key_guard.h"
#include "ui/base/mnemonics.h"
#include "ui/base/shortcuts.h"
#include "ui/document/memory_return.h"
#include "ui/plot/chart_export.h"
#include "ui/tracks/activation_curves.h"
#include "ui/tracks/activation_plot.h"
#include "ui/tracks/clip_csv.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/labels_track.h"
#include "ui/tracks/picture_strip.h"
#include "ui/tracks/spectrogram_plot.h"
#include "ui/tracks/waveform_plot.h"
#include "ui/window/main_window.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <algorithm>

namespace tagscope::ui {

namespace {

bool hasAction(const QWidget &widget, const QString &id) {
    const QList<QAction *> actions = widget.actions();
    return std::any_of(actions.begin(), actions.end(), [&id](const QAction *action) { return idOf(*action) == id; });
}

// Not one that is part of another widget, such as the rows that a box unfolds.
bool isTable(const QAbstractItemView &view) {
    return qobject_cast<const QHeaderView *>(&view) == nullptr && view.window()->windowType() != Qt::Popup;
}

} // namespace

void MainWindow::makeManners() {
    new KeyGuard(this);
    new ThemeFollower(*this);
    auto *memory = new MemoryReturn(this);
    connect(this, &MainWindow::clipShown, memory, &MemoryReturn::ask);
    offerExports();
    giveAllKeys();
    for (const QAction *top : menuBar()->actions())
        if (top->menu() != nullptr)
            tellApart(*top->menu());
}

void MainWindow::offerExports() {
    for (QAbstractItemView *view : findChildren<QAbstractItemView *>())
        if (isTable(*view) && !hasAction(*view, QStringLiteral("table.export")))
            offerExport(*view, view->objectName());
    const auto values = [this](QByteArray (*csv)(const ClipAnalysis &)) {
        return [this, csv] { return shown_ ? csv(*shown_) : QByteArray(); };
    };
    const auto offer = [](QWidget *track, const Figure &figure) {
        if (track != nullptr && !hasAction(*track, QStringLiteral("figure.export")))
            offerExport(*track, figure);
    };
    offer(findChild<PictureStrip *>(), {.name = QStringLiteral("pictures"), .paint = {}, .data = {}});
    offer(findChild<WaveformPlot *>(), {.name = QStringLiteral("waveform"), .paint = {}, .data = {}});
    offer(findChild<LabelsTrack *>(), {.name = QStringLiteral("labels"), .paint = {}, .data = {}});
    if (auto *plot = findChild<SpectrogramPlot *>())
        offer(plot, {.name = QStringLiteral("spectrogram"), .paint = drawingOf(*plot), .data = values(logMelCsv)});
    if (auto *plot = findChild<ActivationPlot *>())
        offer(plot, {.name = QStringLiteral("activations"), .paint = drawingOf(*plot), .data = values(activationsCsv)});
    if (auto *plot = findChild<ActivationCurves *>())
        offer(plot, {.name = QStringLiteral("curves"), .paint = drawingOf(*plot), .data = values(activationsCsv)});
    addEntry(
        *clipMenu_, tr("E&xport all tracks…"), {},
        [this] { askForExport(*clipView_, {.name = QStringLiteral("tracks"), .paint = {}, .data = {}}); },
        QStringLiteral("clip.exportTracks"));
}

// Entries that were not made by addEntry() get their ids here, so that their keys can be chosen as well.
void MainWindow::giveAllKeys() {
    const auto give = [](QAction *entry, const QString &id) {
        if (idOf(*entry).isEmpty())
            giveKeys(*entry, id, entry->shortcuts());
    };
    for (const QDockWidget *dock : findChildren<QDockWidget *>())
        give(dock->toggleViewAction(), QStringLiteral("panel.") + dock->objectName());
}

void MainWindow::setLanguage(Language language) {
    chooseLanguage(language);
    statusBar()->showMessage(tr("The language changes when Tagscope is started the next time."));
}

} // namespace tagscope::ui
