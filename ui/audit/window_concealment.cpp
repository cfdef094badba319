// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/window_concealment.h"

#include "ui/base/shortcuts.h"

#include <QDialog>
#include <QEvent>
#include <QMainWindow>
#include <QStatusBar>
#include <QToolTip>
#include <algorithm>
#include <array>

namespace tagscope::ui {

namespace {

// Docks and entries by the beginnings of their names. Of the stages that hide the models' output what is allowed is
// listed, so that what is added to the window later is hidden until somebody says that it may be seen.
constexpr std::array kBlindEntries{
    "audit.",        "play.",       "speed.",    "sound.",         "selection.",        "view.",     "spectrogram.",
    "help.help",     "edit.",       "regions.",  "track.waveform", "track.spectrogram", "file.quit", "file.openProject",
    "project.close", "panel.audit", "help.keys", "help.about"}; // a report of a problem names files
constexpr std::array kPictureEntries{"picture.", "track.pictures", "panel.video"};
constexpr std::array kBlindDocks{"audit"};
constexpr std::array kPictureDocks{"video"};
// With the models' output: what shows other clips, and what others said.
constexpr std::array kHiddenEntries{"clip.next",
                                    "clip.previous",
                                    "project.search",
                                    "panel.clips",
                                    "panel.agreement",
                                    "selection.clips",
                                    "project.export",
                                    "project.regions",
                                    "project.mergeAudit",
                                    "project.importAnnotations",
                                    "project.importScores",
                                    "team.",
                                    "workspace."};
constexpr std::array kHiddenDocks{"clips", "agreement"};

template <std::size_t N>
bool beginsWith(const std::array<const char *, N> &beginnings, const QString &name) {
    return std::ranges::any_of(beginnings,
                               [&name](const char *beginning) { return name.startsWith(QLatin1String(beginning)); });
}

bool isEntryAllowed(const QString &id, AuditStage stage) {
    if (stage == AuditStage::ModelOutput)
        return !beginsWith(kHiddenEntries, id);
    return beginsWith(kBlindEntries, id) || (stage == AuditStage::Pictures && beginsWith(kPictureEntries, id));
}

// Entries that have a key of one of these: both would react to none.
std::vector<QAction *> entriesWithKeysOf(const QWidget &window, const std::vector<QAction *> &used) {
    std::vector<QAction *> found;
    for (QAction *action : window.findChildren<QAction *>()) {
        if (std::ranges::find(used, action) != used.end())
            continue;
        const QList<QKeySequence> keys = action->shortcuts();
        if (std::ranges::any_of(used, [&keys](const QAction *entry) {
                return !entry->shortcut().isEmpty() && keys.contains(entry->shortcut());
            }))
            found.push_back(action);
    }
    return found;
}

bool isDockAllowed(const QString &name, AuditStage stage) {
    if (stage == AuditStage::ModelOutput)
        return !beginsWith(kHiddenDocks, name);
    return beginsWith(kBlindDocks, name) || (stage == AuditStage::Pictures && beginsWith(kPictureDocks, name));
}

} // namespace

WindowConcealment::WindowConcealment(QMainWindow &window) : QObject(&window), window_(window) {}

void WindowConcealment::set(std::optional<AuditStage> stage, const std::vector<QAction *> &used) {
    if (stage == stage_)
        return;
    if (stage_)
        open();
    if (stage)
        close(*stage, entriesWithKeysOf(window_, used));
}

void WindowConcealment::close(AuditStage stage, const std::vector<QAction *> &resting) {
    layout_ = window_.saveState();
    for (QDialog *dialog : window_.findChildren<QDialog *>())
        if (dialog->isVisible())
            dialog->close();
    for (QAction *action : window_.findChildren<QAction *>())
        if (const QString id = idOf(*action); !id.isEmpty() && !isEntryAllowed(id, stage))
            rest(*action);
    for (QAction *action : resting)
        rest(*action);
    for (QDockWidget *dock : window_.findChildren<QDockWidget *>()) {
        if (isDockAllowed(dock->objectName(), stage))
            continue;
        rest(*dock->toggleViewAction());
        dock->hide();
        dock->installEventFilter(this);
        closed_.emplace_back(dock);
    }
    window_.statusBar()->clearMessage();
    QToolTip::hideText();
    stage_ = stage;
}

void WindowConcealment::rest(QAction &action) {
    if (std::ranges::any_of(resting_, [&action](const QPointer<QAction> &known) { return known == &action; }))
        return;
    // What is out of use for a reason of its own stays so afterwards.
    action.setProperty("isOwnRest", !action.isEnabled());
    action.setEnabled(false);
    resting_.emplace_back(&action);
    connect(&action, &QAction::changed, this, [this, &action] {
        if (stage_ && action.isEnabled()) {
            action.setProperty("isOwnRest", false);
            action.setEnabled(false);
        }
    });
}

void WindowConcealment::open() {
    stage_.reset();
    for (const QPointer<QDockWidget> &dock : closed_)
        if (dock)
            dock->removeEventFilter(this);
    closed_.clear();
    for (const QPointer<QAction> &action : resting_) {
        if (!action)
            continue;
        disconnect(action, &QAction::changed, this, nullptr);
        action->setEnabled(!action->property("isOwnRest").toBool());
    }
    resting_.clear();
    window_.restoreState(layout_);
}

bool WindowConcealment::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Show)
        if (auto *dock = qobject_cast<QDockWidget *>(watched))
            QMetaObject::invokeMethod(dock, &QWidget::hide, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace tagscope::ui
