// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_desk.h"
#include "ui/audit/region_bar.h"
#include "ui/audit/region_by_key.h"
#include "ui/base/core_text.h"
#include "ui/base/shortcuts.h"
#include "ui/base/text.h"
#include "ui/clips/project_desk.h"
#include "ui/playback/playback.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/labels_track.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QInputDialog>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr Seconds kNudge{0.01};
constexpr Seconds kLargeNudge{0.1};

std::optional<MarkableClip> markableClip(const ShownClip &shown, bool isKnown) {
    if (!shown.clip || !shown.analysis || !isKnown)
        return std::nullopt;
    MarkableClip clip{*shown.clip, shown.analysis->duration, {}, {}, {}};
    for (const EventClass &event : shown.analysis->settings.events)
        clip.events << toText(event.name);
    if (!shown.annotations)
        return clip;
    clip.regions = shown.annotations->markedRegions;
    for (const StrongRegion &region : shown.annotations->regions) {
        clip.edges.push_back(region.onset);
        clip.edges.push_back(region.offset);
    }
    return clip;
}

// Without waiting for the answer: what plays goes on meanwhile.
void askForName(MainWindow &window, Auditor &auditor, RegionMarking &marking) {
    const QString kName = QStringLiteral("annotatorName");
    if (window.findChild<QInputDialog *>(kName) != nullptr)
        return;
    auto *dialog = new QInputDialog(&window);
    dialog->setObjectName(kName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(MainWindow::tr("Your name"));
    dialog->setLabelText(MainWindow::tr("Regions are kept under the name of who marked them. Yours:"));
    dialog->setTextValue(auditor.name());
    QObject::connect(dialog, &QInputDialog::textValueSelected, &auditor, &Auditor::setName);
    QObject::connect(dialog, &QInputDialog::rejected, &marking, &RegionMarking::forgetWaiting);
    dialog->open();
}

} // namespace

// Strong regions, marked on the timeline.
void MainWindow::makeRegions() {
    auto *playback = findChild<Playback *>();
    auto *marking = new RegionMarking(desk_->edits(), auditor_, view_, undo_, this);
    auto *byKey = new RegionByKey(*marking, *playback, view_, this);
    auto *track = clipView_->findChild<LabelsTrack *>();
    track->setMarking(*marking, *byKey);
    auto *bar = new RegionBar(*marking, *byKey, *track->hands(), auditor_);
    clipView_->layout()->addWidget(bar);
    bar->hide();
    const auto showBar = [this, marking, bar] {
        bar->setVisible(marking->clip() && clipView_->isTrackShown(QStringLiteral("labels")));
    };
    connect(this, &MainWindow::clipShown, marking, [this, marking, showBar](const ShownClip &shown) {
        marking->setClip(markableClip(shown, records_->areKnown()));
        showBar();
        // The pair that is asked about, where its clip came after it.
        if (audit_->isWorking() && shown.analysis && !view_.event())
            view_.setEvent(audit_->sitting().current()->event);
    });
    for (const QAction *entry : findChildren<QAction *>()) {
        if (idOf(*entry) == QLatin1String("track.labels"))
            connect(entry, &QAction::toggled, bar, showBar);
        if (idOf(*entry) == QLatin1String("selection.clear"))
            connect(entry, &QAction::triggered, byKey, &RegionByKey::abandon);
    }
    connect(marking, &RegionMarking::nameNeeded, this, [this, marking] { askForName(*this, auditor_, *marking); });
    connect(bar, &RegionBar::nameAsked, this, [this, marking] { askForName(*this, auditor_, *marking); });
    connect(&desk_->edits(), &ProjectEdits::regionsRefused, bar, [bar](const Error &error) {
        bar->say(tr("✗ The regions stay as they were: %1").arg(translated(error.message)));
    });
    makeRegionMenu(*marking, *byKey);
}

void MainWindow::makeRegionMenu(RegionMarking &marking, RegionByKey &byKey) {
    auto *menu = new QMenu(tr("&Regions"), this);
    menu->setObjectName(QStringLiteral("regions"));
    menuBar()->insertMenu(viewMenu_->menuAction(), menu);
    const auto add = [&](const QString &text, const QKeySequence &keys, const char *id, std::function<void()> action) {
        addEntry(*menu, text, keys, std::move(action), QString::fromLatin1(id));
    };
    add(tr("Region &begins or ends here"), Qt::Key_D, "regions.mark", [&byKey] { byKey.press(); });
    add(tr("&Mark the selection as a region"), Qt::Key_A, "regions.selection", [this, &marking] {
        if (!view_.selection())
            Q_EMIT marking.told(tr("Select a stretch of the clip first: drag in the waveform, say."));
        else if (!view_.event())
            Q_EMIT marking.told(tr("Choose an event first: a region is one of an event."));
        else
            marking.mark(*view_.event(), *view_.selection());
    });
    menu->addSeparator();
    add(tr("&Next region"), Qt::Key_G, "regions.next", [&marking] { marking.step(1); });
    add(tr("&Previous region"), Qt::SHIFT | Qt::Key_G, "regions.previous", [&marking] { marking.step(-1); });
    add(tr("P&lay the region"), Qt::SHIFT | Qt::Key_S, "regions.play", [this, &marking] {
        if (marking.chosen())
            view_.askToPlay(rangeOf(*marking.chosen()));
    });
    menu->addSeparator();
    add(tr("&Hold the onset, the offset or both"), Qt::Key_H, "regions.hold", [&marking] { marking.holdNextPart(); });
    add(tr("&Earlier by 10 ms"), Qt::Key_U, "regions.earlier", [&marking] { marking.nudge(-kNudge); });
    add(tr("La&ter by 10 ms"), Qt::Key_I, "regions.later", [&marking] { marking.nudge(kNudge); });
    add(tr("Earl&ier by 100 ms"), Qt::CTRL | Qt::Key_U, "regions.muchEarlier",
        [&marking] { marking.nudge(-kLargeNudge); });
    add(tr("Late&r by 100 ms"), Qt::CTRL | Qt::Key_I, "regions.muchLater", [&marking] { marking.nudge(kLargeNudge); });
    add(tr("&Delete the region"), Qt::Key_Delete, "regions.delete", [&marking] { marking.removeChosen(); });
}

} // namespace tagscope::ui
