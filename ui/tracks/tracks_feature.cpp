// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/shortcuts.h"
#include "ui/clips/clip_list_model.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/spectrogram_dialog.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace tagscope::ui {

// The tracks that are shown, and how.
void MainWindow::makeTracks() {
    connect(this, &MainWindow::clipShown, clipView_, &ClipView::setLabels);
    clips_->setRecordings(recordings_);
    connect(clipView_, &ClipView::windowChosen, this,
            [this](const std::filesystem::path &media, Seconds start) { selectClip(clips_->windowRow(media, start)); });
    clipView_->setSpectrogramSettings(storedSpectrogramSettings());

    const auto keyOf = [](const QString &id) { return QStringLiteral("tracks/") + id; };
    QMenu *tracks = viewMenu_->addMenu(tr("&Tracks"));
    for (const ClipView::NamedTrack &track : clipView_->tracks()) {
        QAction *entry = tracks->addAction(track.title);
        entry->setCheckable(true);
        entry->setChecked(QSettings().value(keyOf(track.id), true).toBool());
        giveKeys(*entry, QStringLiteral("track.") + track.id, {});
        clipView_->showTrack(track.id, entry->isChecked());
        connect(entry, &QAction::toggled, this, [this, id = track.id, key = keyOf(track.id)](bool isShown) {
            clipView_->showTrack(id, isShown);
            QSettings().setValue(key, isShown);
        });
    }
    tracks->addSeparator();
    QAction *curves = tracks->addAction(tr("Activations as &curves"));
    curves->setCheckable(true);
    giveKeys(*curves, QStringLiteral("tracks.curves"), {});
    connect(curves, &QAction::toggled, this, [this, key = keyOf(QStringLiteral("curves"))](bool isCurves) {
        clipView_->setCurves(isCurves);
        QSettings().setValue(key, isCurves);
    });
    curves->setChecked(QSettings().value(keyOf(QStringLiteral("curves")), false).toBool());
    makeSpectrogramMenu(*viewMenu_->addMenu(tr("&Spectrogram")));
}

void MainWindow::makeSpectrogramMenu(QMenu &menu) {
    auto *kinds = new QActionGroup(this);
    for (const SpectrogramKind kind : kSpectrogramKinds) {
        QAction *entry = kinds->addAction(titleOf(kind));
        entry->setCheckable(true);
        giveKeys(*entry, QStringLiteral("spectrogram.kind%1").arg(static_cast<int>(kind)), {});
        connect(entry, &QAction::triggered, this, [this, kind] {
            SpectrogramSettings settings = clipView_->spectrogramSettings();
            settings.kind = kind;
            clipView_->setSpectrogramSettings(settings);
            store(settings);
        });
    }
    menu.addActions(kinds->actions());
    menu.addSeparator();
    addEntry(
        menu, tr("&All frequencies"), {}, [this] { view_.fitFrequencies(); }, QStringLiteral("spectrogram.fit"));
    addEntry(
        menu, tr("&Settings of the spectrogram…"), {}, [this] { showSpectrogramSettings(); },
        QStringLiteral("spectrogram.settings"));
    connect(&menu, &QMenu::aboutToShow, this, [this, kinds] {
        const auto kind = static_cast<qsizetype>(clipView_->spectrogramSettings().kind);
        kinds->actions().at(kind)->setChecked(true);
    });
}

void MainWindow::showSpectrogramSettings() {
    auto *dialog = findChild<SpectrogramDialog *>();
    if (dialog == nullptr) {
        dialog = new SpectrogramDialog(this);
        connect(dialog, &SpectrogramDialog::chosen, this, [this](const SpectrogramSettings &settings) {
            clipView_->setSpectrogramSettings(settings);
            store(settings);
        });
    }
    dialog->show(clipView_->spectrogramSettings());
}

} // namespace tagscope::ui
