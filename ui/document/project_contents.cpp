// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_contents.h"

#include "core/base/try.h"
#include "core/project/clip_ids.h"
#include "core/project/project_lock.h"
#include "ui/base/text.h"

#include <span>
#include <utility>

namespace tagscope::ui {
namespace {

std::vector<int> eventsOf(const BinaryTable &labels, std::size_t row) {
    std::vector<int> events;
    for (std::size_t k = 0; k < labels.events; ++k)
        if (labels(row, k) != 0)
            events.push_back(static_cast<int>(k));
    return events;
}

} // namespace

Result<ProjectContents> readContents(const Project &project) {
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    const BinaryTable labels = TAGSCOPE_TRY(project.labels(idsOf(clips), Truth::Weak));
    ProjectContents contents;
    contents.file = project.file();
    contents.classes = project.classes();
    contents.isReadOnly = project.access() == Project::Access::ReadOnly;
    contents.isWrittenElsewhere = contents.isReadOnly && ProjectLock::isHeld(project.file());
    contents.note = project.note();
    contents.clips.reserve(clips.size());
    for (std::size_t i = 0; i < clips.size(); ++i)
        contents.clips.push_back({std::move(clips[i]), eventsOf(labels, i)});
    contents.runs = runRecords(project).value_or(std::vector<RunRecord>());
    contents.trainingSettings = TAGSCOPE_TRY(storedTrainingSettings(project));
    return contents;
}

Result<ClipAnnotations> readAnnotations(const Project &project, ClipId clip) {
    std::vector<StrongRegion> regions = TAGSCOPE_TRY(project.regions(clip));
    std::vector<KnownPresence> presence = TAGSCOPE_TRY(project.presence(std::span(&clip, 1)));
    std::vector<Verdict> verdicts = TAGSCOPE_TRY(project.verdictHistory(clip));
    std::vector<MarkedRegion> marked = TAGSCOPE_TRY(project.markedRegions(clip));
    return ClipAnnotations{std::move(regions), std::move(presence), standingVerdicts(std::move(verdicts)),
                           std::move(marked)};
}

Result<AuditRecord> readAudit(const Project &project) {
    std::vector<Verdict> verdicts = TAGSCOPE_TRY(project.verdictHistory());
    std::vector<MarkedRegion> regions = TAGSCOPE_TRY(project.markedRegions());
    std::vector<Remark> remarks = TAGSCOPE_TRY(project.remarkHistory());
    return AuditRecord{std::move(verdicts), std::move(regions), std::move(remarks)};
}

QStringList clipNames(const ProjectContents &contents) {
    QStringList names;
    for (const LabelledClip &clip : contents.clips)
        names << toText(clip.clip.name);
    return names;
}

} // namespace tagscope::ui
