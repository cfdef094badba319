// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_blinds.h"
#include "ui/audit/audit_desk.h"
#include "ui/audit/audit_panel.h"
#include "ui/base/shortcuts.h"
#include "ui/clips/project_desk.h"
#include "ui/document/event_stretch.h"
#include "ui/playback/playback.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <algorithm>
#include <array>
#include <utility>

namespace tagscope::ui {

namespace {

// Entries that have one of these keys: both would react to none.
std::vector<QAction *> entriesWithKeysOf(const QWidget &window, const AuditEntries &entries) {
    std::vector<QAction *> found;
    for (QAction *action : window.findChildren<QAction *>()) {
        if (std::ranges::find(entries.verdicts, action) != entries.verdicts.end())
            continue;
        const QList<QKeySequence> keys = action->shortcuts();
        if (std::ranges::any_of(entries.verdicts, [&keys](const QAction *verdict) {
                return !verdict->shortcut().isEmpty() && keys.contains(verdict->shortcut());
            }))
            found.push_back(action);
    }
    return found;
}

} // namespace

// The audit: its queue, its keys and what is hidden meanwhile.
void MainWindow::makeAudit() {
    const auto read = [this] { records_->read(); };
    connect(&desk_->session(), &ProjectSession::opened, records_, read);
    connect(&desk_->session(), &ProjectSession::closed, records_, read);
    connect(records_, &AuditRecords::known, this, &MainWindow::showCurrentClip);
    connect(records_, &AuditRecords::added, this, &MainWindow::showCurrentClip);
    connect(records_, &AuditRecords::regionsChanged, this, &MainWindow::showCurrentClip);

    QDockWidget *dock = addDock(Qt::BottomDockWidgetArea, QStringLiteral("audit"), tr("Audit"), &audit_->panel());
    if (auto *training = findChild<QDockWidget *>(QStringLiteral("training")))
        tabifyDockWidget(training, dock);
    dock->hide();
    connect(dock, &QDockWidget::visibilityChanged, this, [this](bool isVisible) {
        if (isVisible)
            audit_->prepare();
    });
    makeAuditMenu();
    auto *blinds = new AuditBlinds(*this);
    connect(&auditor_, &Auditor::stageChanged, this, [this, blinds, dock] {
        if (auditor_.stage())
            dock->show();
        blinds->set(auditor_.stage(), entriesWithKeysOf(*this, audit_->entries()));
        dock->show();
        dock->raise();
        if (!auditor_.stage())
            desk_->judge().refresh(); // once, not with each verdict
    });
    connect(&audit_->sitting(), &AuditSitting::moved, this, &MainWindow::followSitting);
    connect(&audit_->sitting(), &AuditSitting::mediaReady, this, [this] {
        showCurrentClip();
        playPair();
    });
    connect(this, &MainWindow::clipShown, this, [this](const ShownClip &shown) {
        if (!shown.veil.isBare && std::exchange(isStretchDue_, false) && audit_->isWorking() &&
            findChild<Playback *>()->isPlaying())
            playPair(); // what was played until now is the clip
    });
}

void MainWindow::makeAuditMenu() {
    auto *menu = new QMenu(tr("A&udit"), this);
    menu->setObjectName(QStringLiteral("audit"));
    menuBar()->insertMenu(viewMenu_->menuAction(), menu);
    const auto add = [&](const QString &text, const QKeySequence &keys, const char *id, std::function<void()> action) {
        QAction *entry = addEntry(*menu, text, keys, std::move(action), QString::fromLatin1(id));
        entry->setObjectName(QString::fromLatin1(id));
        return entry;
    };
    AuditSitting &sitting = audit_->sitting();
    auto *dock = findChild<QDockWidget *>(QStringLiteral("audit"));
    add(tr("&Open the audit"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, "audit.open", [this, dock] {
        dock->show();
        dock->raise();
        if (!audit_->sitting().hasQueue())
            audit_->panel().setup().takeFocus();
    });
    AuditEntries entries;
    QAction *start = add(tr("&Start"), {}, "audit.start", [this, dock] {
        dock->show();
        dock->raise();
        audit_->start();
    });
    entries.end = add(tr("&End the sitting"), Qt::CTRL | Qt::Key_E, "audit.end", [&sitting] { sitting.end(); });
    menu->addSeparator();
    const std::array names{tr("&Audible"), tr("&Visible"), tr("&Both"), tr("&Neither"), tr("&Unsure")};
    const std::array<const char *, kVerdictValues> ids{"audit.audible", "audit.visible", "audit.both", "audit.neither",
                                                       "audit.unsure"};
    for (std::size_t value = 0; value < kVerdictValues; ++value)
        entries.verdicts[value] =
            add(names[value], QKeySequence(Qt::Key_1 + static_cast<int>(value)), ids[value], [this, value] {
                audit_->sitting().give(static_cast<VerdictValue>(value), audit_->panel().work().note());
            });
    menu->addSeparator();
    entries.note = add(tr("&Write a note"), Qt::Key_T, "audit.note", [this] { audit_->panel().work().writeNote(); });
    entries.repeat = add(tr("&Repeat"), Qt::Key_R, "audit.repeat", [this] { playPair(); });
    entries.back = add(tr("Bac&k"), Qt::Key_Backspace, "audit.back", [&sitting] { sitting.goBack(); });
    entries.skip = add(tr("S&kip"), Qt::Key_J, "audit.skip", [&sitting] { sitting.skip(); });
    audit_->setEntries(entries);
    const auto follow = [this, start, entries] {
        const bool isWorking = audit_->isWorking();
        start->setEnabled(!audit_->sitting().hasQueue());
        entries.end->setEnabled(audit_->sitting().hasQueue());
        entries.back->setEnabled(audit_->sitting().hasQueue());
        for (QAction *entry : entries.verdicts)
            entry->setEnabled(isWorking);
        for (QAction *entry : {entries.note, entries.repeat, entries.skip})
            entry->setEnabled(isWorking);
    };
    connect(&sitting, &AuditSitting::moved, this, follow);
    follow();
}

void MainWindow::followSitting() {
    const std::optional<SittingRow> row = audit_->sitting().current();
    if (row && auditor_.stage() == AuditStage::ModelOutput)
        desk_->show(row->clip);
    showCurrentClip();
    if (!row)
        return;
    view_.setSelection(std::nullopt);
    view_.setEvent(row->event);
    playPair();
}

void MainWindow::playPair() {
    const std::optional<SittingRow> row = audit_->sitting().current();
    auto *playback = findChild<Playback *>();
    if (!row || !shown_)
        return;
    const bool isStretch = audit_->sitting().setup().playsStretch && !auditor_.hidesOutput();
    const std::optional<TimeRange> stretch = isStretch ? stretchOf(*shown_, row->event) : std::nullopt;
    isStretchDue_ = isStretch && !stretch;
    if (stretch)
        playback->play(*stretch);
    else
        playback->playFrom(Seconds{0});
}

void MainWindow::annotate(ShownClip &shown) const {
    if (shown.clip && records_->areKnown()) {
        ClipAnnotations annotations = shown.annotations ? *shown.annotations : ClipAnnotations();
        annotations.verdicts = records_->standing(*shown.clip);
        annotations.markedRegions = records_->regions(*shown.clip);
        shown.annotations = std::make_shared<const ClipAnnotations>(std::move(annotations));
    }
    if (audit_->isWorking())
        shown = audit_->veil(shown);
}

} // namespace tagscope::ui
