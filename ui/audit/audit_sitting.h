// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_order.h"
#include "ui/audit/audit_pace.h"
#include "ui/audit/audit_records.h"
#include "ui/audit/media_ahead.h"
#include "ui/audit/sitting_remarks.h"
#include "ui/document/auditor.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <map>
#include <memory>
#include <set>
#include <vector>

class QUndoStack;

namespace tagscope::ui {

// How a verdict came about, which is stored with it.
struct HowGiven {
    QString key;                                 // that was pressed; empty: none
    std::optional<double> played = std::nullopt; // seconds of the clip that had sounded
    int plays = 0;
};

// An annotator's way through a queue, in the window: takes verdicts, has each stored at once, and goes on without
// waiting for the answer; a verdict that is refused brings its pair back. The auditor's stage is set while pairs are
// looked at, and only then. GUI thread.
class AuditSitting : public QObject {
    Q_OBJECT

public:
    AuditSitting(ProjectEdits &edits, AuditRecords &records, Auditor &auditor, QUndoStack &undo,
                 QObject *parent = nullptr);

    void setProject(std::shared_ptr<const OpenProject> project); // ends what was; null: none
    // At the first pair of the queue that the auditor has not judged at its stage. The records are known, and the
    // auditor has a name.
    void begin(std::shared_ptr<const SittingQueue> queue);
    void end();
    // The verdicts of this annotator at this stage that hold.
    [[nodiscard]] std::map<AuditedPair, VerdictValue> judged(const std::string &annotator, AuditStage stage) const;

    [[nodiscard]] bool hasQueue() const { return order_.queue() != nullptr; }
    // Nothing where there is no queue, or its end is reached.
    [[nodiscard]] std::optional<SittingRow> current() const;
    [[nodiscard]] const AuditOrder &order() const { return order_; }
    [[nodiscard]] const SittingSetup &setup() const { return order_.queue()->setup; }
    [[nodiscard]] std::optional<double> perHour() const { return pace_.perHour(); }
    [[nodiscard]] const AuditPace &pace() const { return pace_; }
    [[nodiscard]] std::map<VerdictValue, std::size_t> counts() const; // of what was said of the queue
    // The places of all pairs of the clip that is looked at: its page.
    [[nodiscard]] std::vector<std::size_t> page() const;
    [[nodiscard]] QString eventName(int event) const;
    // The recording of the pair that is looked at; null until it is known.
    [[nodiscard]] const Result<std::filesystem::path> *media() const;
    [[nodiscard]] std::int64_t begun() const { return begun_; } // microseconds since 1970, UTC
    // The annotator's verdict on the pair that is looked at, where one holds: also before it is stored, or taken back.
    [[nodiscard]] std::optional<Verdict> standing() const;
    // Why the verdict on the pair that is looked at could not be stored; empty: nothing of the kind.
    [[nodiscard]] const QString &refusal() const { return refusal_; }

    void give(VerdictValue value, const QString &note, const HowGiven &how = {});
    // What is heard beside what is asked, in the clip that is looked at.
    void giveAlsoHeard(int event, const HowGiven &how);
    [[nodiscard]] SittingRemarks &remarks() const { return *remarks_; }
    [[nodiscard]] const std::string &annotator() const { return annotator_; } // of the sitting
    // The annotator saw a clip outside the sitting, with all that the window shows.
    void addSeen(ClipId clip) { seen_.insert(clip); }
    void goBack();
    void skip();
    void takeSkipped();
    void mediaMayBeThere() { media_.forget(); }

Q_SIGNALS:
    void moved();   // another pair is looked at, or none any more
    void changed(); // what is told of the queue
    void mediaReady();
    void ended();

private:
    void follow(const Verdict &now, bool isUndone);
    void take(const std::vector<Verdict> &added);
    void takeBack(const std::vector<Verdict> &refused, const Error &error);
    void notifyMove();
    void push(Verdict after, const HowGiven &how);
    [[nodiscard]] bool isInformed(const Verdict &verdict) const;
    [[nodiscard]] Verdict blank() const; // of the pair that is looked at
    [[nodiscard]] bool isOwn(const Verdict &verdict) const;
    [[nodiscard]] std::optional<Verdict> standingOf(const AuditedPair &pair) const;

    ProjectEdits &edits_;
    AuditRecords &records_;
    Auditor &auditor_;
    QUndoStack &undo_;
    std::shared_ptr<const OpenProject> project_;
    AuditOrder order_;
    std::string annotator_;
    std::int64_t begun_ = 0;
    QElapsedTimer clock_;
    AuditPace pace_;
    MediaAhead media_;
    QString refusal_;
    std::set<ClipId> seen_; // of the open project
    std::unique_ptr<SittingRemarks> remarks_;
};

} // namespace tagscope::ui
