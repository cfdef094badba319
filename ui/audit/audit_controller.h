// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_queue_service.h"
#include "ui/audit/audit_sitting.h"
#include "ui/audit/audit_work_page.h"
#include "ui/base/paced.h"
#include "ui/document/shown_clip.h"

#include <QObject>

class QUndoStack;

namespace tagscope::ui {

class AuditPanel;
class ProjectClips;

// Everything of the window that is there for an audit: the queue, the sitting, the panel, the project's keys, and what
// the annotator at work may see of a clip. GUI thread; the panel belongs to who takes it.
class AuditController : public QObject {
    Q_OBJECT

public:
    AuditController(ProjectClips &project, AuditRecords &records, Auditor &auditor, QUndoStack &undo, QObject *parent);

    [[nodiscard]] AuditPanel &panel() { return *panel_; }
    [[nodiscard]] AuditSitting &sitting() { return sitting_; }
    void setEntries(const AuditEntries &entries); // once
    [[nodiscard]] const AuditEntries &entries() const { return entries_; }

    // The queue of the setup is made where it is not, as when the panel is seen.
    void prepare();
    // As soon as the queue is there.
    void start();
    // The project is an annotator's task: nothing but its pages may be seen, also between the sittings.
    [[nodiscard]] bool hasTask() const { return hasTask_; }
    // A pair is looked at: nothing else may be.
    [[nodiscard]] bool isWorking() const { return sitting_.current().has_value(); }
    // The clip of the pair that is looked at, before anything is taken away from it; in words where there is no
    // recording.
    [[nodiscard]] ShownClip shownClip() const;
    // What the annotator may see of it.
    [[nodiscard]] ShownClip conceal(const ShownClip &shown) const;

Q_SIGNALS:
    void taskChanged(); // there is one, or none any more

private:
    void setTask(const std::optional<AuditTask> &task, AuditStage open);
    void followProject();
    void followScores();
    void takeSetting(const std::string &json);
    void chooseKeys(VerdictValue value, const QKeySequence &keys);
    void keepSetting();
    void takeQueue(const std::shared_ptr<const SittingQueue> &queue);
    void applyKeys();
    void notify(); // what the queue holds
    [[nodiscard]] std::shared_ptr<const ClipAnalysis> bareOf(const SittingRow &row) const;

    ProjectClips &project_;
    AuditRecords &records_;
    Auditor &auditor_;
    AuditQueueService queues_;
    AuditSitting sitting_;
    AuditPanel *panel_;
    AuditEntries entries_;
    AuditSetting setting_;
    std::shared_ptr<const SittingQueue> queue_; // of the setup as it is; null until it is made
    bool isQueueOld_ = false;                   // other scores are stored by now
    Paced making_;
    std::optional<SittingSetup> wanted_; // is being made
    std::optional<Error> failure_;       // why it was not
    bool isStartDue_ = false;
    bool hasTask_ = false;
    bool isSettingDue_ = false; // of the project that was opened; what is told later was set here
    mutable std::shared_ptr<const ClipAnalysis> bare_; // of `bareClip_`: the same while it is looked at
    mutable ClipId bareClip_ = 0;
};

} // namespace tagscope::ui
