// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/project_edits.h"

#include <QObject>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace tagscope::ui {

// Shared, so that a worker can look at them without a copy: those of a clip are replaced, never changed.
using RegionsByClip = std::unordered_map<ClipId, std::shared_ptr<const std::vector<MarkedRegion>>>;

// What annotators said of the open project's clips, as it is stored: read with the project, and kept as ProjectEdits
// tells of changes. GUI thread.
class AuditRecords : public QObject {
    Q_OBJECT

public:
    explicit AuditRecords(ProjectEdits &edits, QObject *parent = nullptr);

    // Another project is open, or none: reads what is stored of it.
    void read();
    [[nodiscard]] bool areKnown() const { return areKnown_; }

    // Of all clips, in the order in which they were added.
    [[nodiscard]] const std::vector<Verdict> &history() const { return history_; }
    // Those that hold of a clip, ordered by event, stage and annotator.
    [[nodiscard]] std::vector<Verdict> standing(ClipId clip) const;
    // Those of a clip that hold, ordered by onset and event.
    [[nodiscard]] std::vector<MarkedRegion> regions(ClipId clip) const;
    [[nodiscard]] const RegionsByClip &allRegions() const { return regions_; }

    // What annotators told the lead: the whole history.
    [[nodiscard]] const std::vector<Remark> &remarks() const { return remarks_; }

Q_SIGNALS:
    void known(); // all of them, anew
    void added(const std::vector<Verdict> &verdicts);
    void regionsChanged(const std::vector<ClipId> &clips);
    void remarksChanged(); // not with all the others

private:
    void take(const AuditRecord &record);
    void append(const std::vector<Verdict> &verdicts);
    void replace(const std::vector<ClipId> &clips, const std::vector<MarkedRegion> &regions);

    ProjectEdits &edits_;
    bool areKnown_ = false;
    std::vector<Verdict> history_;
    std::unordered_map<ClipId, std::vector<std::size_t>> entries_; // positions in history_
    RegionsByClip regions_;
    std::vector<Remark> remarks_;
};

} // namespace tagscope::ui
