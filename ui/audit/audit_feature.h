// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_sitting.h"
#include "ui/audit/listening.h"
#include "ui/document/feature.h"

namespace tagscope::ui {

class WindowConcealment;
class UndoConcealment;
class AuditController;
class AuditRecords;
class Playback;
class ProjectClips;

// The audit: its queue, its keys and what is hidden meanwhile.
class AuditFeature : public Feature {
    Q_OBJECT

public:
    // All outlive it.
    AuditFeature(const FeatureContext &context, ProjectClips &project, Playback &playback,
                 WindowConcealment &concealment);

    [[nodiscard]] AuditRecords &records() { return *records_; }
    // The event that an annotator is asked about; nothing while none is.
    [[nodiscard]] std::optional<int> askedEvent() const;

    void stop() override;

Q_SIGNALS:
    void correctedAsked(); // the labels as the audit leaves them, as a file

private:
    void connectRecords();
    void connectSitting();
    void addSittingEntries();
    void addPairEntries();
    void showDock();
    void followStage();
    void followSitting();
    void playPair();
    void answer(std::size_t key);
    void addAlsoHeard(const QString &name);
    void flag(); // puts one on the clip, or takes it off
    [[nodiscard]] HowGiven howGiven(const QAction *entry) const;
    // Adds what annotators said of the clip by now, and takes away what the one at work may not see.
    void annotate(ShownClip &shown) const;

    ProjectClips &project_;
    Playback &playback_;
    WindowConcealment &concealment_;
    UndoConcealment *undo_;
    AuditRecords *records_;
    AuditController *audit_;
    QDockWidget *dock_;
    Listening listening_;             // to the clip that is looked at
    std::optional<ClipId> heardClip_; // it
    bool isStretchDue_ = false;       // as soon as the pair's analysis is there
};

} // namespace tagscope::ui
