// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/stages_feature.h"

#include "ui/base/core_text.h"
#include "ui/base/export.h"
#include "ui/clips/project_clips.h"
#include "ui/stages/clip_mapping.h"
#include "ui/stages/flow_chart.h"
#include "ui/stages/key_frame_panel.h"
#include "ui/stages/map_project.h"
#include "ui/stages/mapping_panel.h"
#include "ui/stages/revise_clip.h"

#include <QPainter>
#include <QUndoStack>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

StageSource stagesOf(std::shared_ptr<ClipAnalyst> project) {
    return {.objects = [project](const ClipAnalysis &clip, int picture,
                                 const std::stop_token &stop) { return project->objectsOf(clip, picture, stop); },
            .cosines = [project](const ClipAnalysis &, const std::stop_token &stop) { return project->cosines(stop); }};
}

std::vector<std::pair<ClipId, std::vector<int>>> tagsAt(const ProjectMapping &change, MappingService::Side side) {
    std::vector<std::pair<ClipId, std::vector<int>>> tags;
    tags.reserve(change.tags.size());
    for (const ProjectMapping::Tags &clip : change.tags)
        tags.emplace_back(clip.clip, side == MappingService::Side::Before ? clip.before : clip.after);
    return tags;
}

QString outcomeText(const ProjectMapping &outcome) {
    QStringList lines;
    lines << StagesFeature::tr("The project now uses this mapping. Video probabilities changed in %1 of %2 clips, tags "
                               "in %3 of %4 whose sound was analysed.")
                 .arg(outcome.changed)
                 .arg(outcome.clips)
                 .arg(outcome.changedTags)
                 .arg(outcome.tags.size());
    if (outcome.leftOut > 0)
        lines << StagesFeature::tr("%1 were never analysed, or have no pictures: they will be mapped when they are.")
                     .arg(outcome.leftOut);
    for (const Message &failure : outcome.failures)
        lines << QStringLiteral("✗ ") + translated(failure);
    constexpr qsizetype kMostLines = 5;
    if (lines.size() > kMostLines)
        lines = lines.first(kMostLines) << StagesFeature::tr("… and %1 more.").arg(lines.size() - kMostLines);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

StagesFeature::StagesFeature(const FeatureContext &context, ProjectClips &project)
    : Feature(context), project_(project),
      keyFrames_(new KeyFramePanel(revisions_, context.view, context.document.undo(), context.sources.thumbnails)),
      mappingPanel_(new MappingPanel(revisions_, context.view, context.document.undo())) {
    addDocks();
    addEntry("clip", 501, "clip.useAsKeyFrame", tr("Use the picture at the playhead as key f&rame"),
             Qt::CTRL | Qt::Key_K, [this] { keyFrames_->usePictureAtPlayhead(); });
    addEntry("clip", 502, "clip.backToAnalysis", tr("&Back to the analysis"), {}, [this] { goBackToAnalysis(); });
    context.clip.setStep(CurrentClip::Step::Revision, [this](ShownClip &shown) { revise(shown); });
    connect(&revisions_, &ClipRevisions::changed, &context.clip, &CurrentClip::refresh);
    connect(&revisions_, &ClipRevisions::workChanged, &context.clip, &CurrentClip::refresh);
    connect(&context.clip, &CurrentClip::changed, this, &StagesFeature::show);
    connect(&context.clip, &CurrentClip::analysisAsked, this, &StagesFeature::goBackToAnalysis);
    connect(keyFrames_, &KeyFramePanel::modelsAsked, &context.clip, &CurrentClip::modelsAsked);
    connect(mappingPanel_, &MappingPanel::modelsAsked, &context.clip, &CurrentClip::modelsAsked);
    connectMapping();
}

void StagesFeature::addDocks() {
    constexpr double kHeight = 0.36; // room to see something in
    addDock({.name = QStringLiteral("keyFrames"),
             .title = tr("Key frames"),
             .content = keyFrames_,
             .place = 50,
             .keys = {},
             .workspaces = {Workspace::Explain},
             .height = kHeight,
             .isOpen = false});
    addDock({.name = QStringLiteral("mapping"),
             .title = tr("Mapping"),
             .content = mappingPanel_,
             .place = 60,
             .keys = {},
             .workspaces = {Workspace::Explain},
             .height = kHeight,
             .isOpen = false});
    FlowChart *flow = &mappingPanel_->chart();
    offerExport(*flow, {.name = QStringLiteral("mapping"),
                        .paint =
                            [flow](QPaintDevice &device) {
                                QPainter painter(&device);
                                flow->paint(painter, flow->rect());
                            },
                        .data = [flow] { return flowCsv(flow->mapping()); }});
}

void StagesFeature::connectMapping() {
    connect(mappingPanel_, &MappingPanel::projectAsked, this, &StagesFeature::applyToProject);
    connect(mappingPanel_, &MappingPanel::cancelAsked, &mapping_, &MappingService::cancel);
    connect(&mapping_, &MappingService::progressed, mappingPanel_, &MappingPanel::setWork);
    connect(&mapping_, &MappingService::mapped, this, &StagesFeature::takeMapping);
    connect(&mapping_, &MappingService::restored, this, &StagesFeature::takeRestored);
    connect(&mapping_, &MappingService::failed, this, [this](const Error &error) {
        mappingPanel_->setStatus(error.isCancelled() ? tr("Cancelled: the project is mapped as before.")
                                                     : tr("✗ %1").arg(translated(error.message)));
        context_.clip.refresh();
    });
    connect(&mapping_, &MappingService::mapped, &project_.judge(), &ClipJudge::refresh);
    connect(&mapping_, &MappingService::restored, &project_.judge(), &ClipJudge::refresh);
    // Video probabilities follow from the words of all events. They come of the objects that are known, and are no
    // edit.
    connect(&context_.document.edits(), &ProjectEdits::eventsChanged, this,
            [this](bool isVideoStale) { isMappingDue_ = isVideoStale; });
    connect(&context_.document, &Document::opened, this, [this] {
        if (std::exchange(isMappingDue_, false) && !context_.document.project()->contents.isReadOnly)
            mapping_.applyAgain(context_.document.project()->analyst);
    });
    connect(&mapping_, &MappingService::mappedAgain, this,
            [this](const std::shared_ptr<ClipAnalyst> &analyst, const std::shared_ptr<const ProjectMapping> &outcome) {
                mappingPanel_->setStatus(outcomeText(*outcome));
                if (!isOpen(analyst))
                    return;
                project_.followMapping(tagsAt(*outcome, MappingService::Side::After));
                Q_EMIT context_.document.edits().scoresChanged();
            });
}

void StagesFeature::applyToProject(const MappingOptions &mapping) {
    if (!context_.document.project() || mapping_.isWorking())
        return;
    mapping_.apply(context_.document.project()->analyst, mapping);
    mappingPanel_->setWork(0.0);
    context_.clip.refresh();
}

bool StagesFeature::isOpen(const std::shared_ptr<ClipAnalyst> &analyst) const {
    return context_.document.project() && context_.document.project()->analyst == analyst;
}

void StagesFeature::takeMapping(const std::shared_ptr<ClipAnalyst> &analyst,
                                const std::shared_ptr<const ProjectMapping> &outcome) {
    mappingPanel_->setStatus(outcomeText(*outcome));
    if (!isOpen(analyst))
        return;
    const QString text = tr("Mapping of the project");
    context_.document.undo().beginMacro(text); // what the project has now is no change of the clip any more
    context_.document.undo().push(new MapProject(context_.document, mapping_, outcome, text));
    ClipRevision own = revisions_.revision();
    own.mapping.reset();
    if (own != revisions_.revision())
        context_.document.undo().push(new ReviseClip(revisions_, RevisedClip::of(*revisions_.analysis()), own, text));
    context_.document.undo().endMacro();
    project_.followMapping(tagsAt(*outcome, MappingService::Side::After));
    context_.clip.refresh();
}

void StagesFeature::takeRestored(const std::shared_ptr<ClipAnalyst> &analyst,
                                 const std::shared_ptr<const ProjectMapping> &change, MappingService::Side side) {
    mappingPanel_->setStatus(side == MappingService::Side::Before ? tr("The project is mapped as before.")
                                                                  : tr("The project uses the new mapping again."));
    if (isOpen(analyst))
        project_.followMapping(tagsAt(*change, side));
    context_.clip.refresh();
}

void StagesFeature::goBackToAnalysis() {
    if (revisions_.analysis() && !revisions_.revision().isEmpty())
        context_.document.undo().push(
            new ReviseClip(revisions_, RevisedClip::of(*revisions_.analysis()), {}, tr("As analysed")));
}

void StagesFeature::show(const ShownClip &shown) {
    const std::shared_ptr<const ClipAnalysis> before = !shown.analysis ? nullptr
                                                       : shown.clip    ? context_.point.apply(revisions_.analysis())
                                                                       : revisions_.analysis();
    keyFrames_->setClip(before, shown.analysis);
    mappingPanel_->setClip(before, shown.analysis);
    mappingPanel_->setProject(shown.clip.has_value(),
                              mapping_.isWorking() ? tr("The project is being mapped.") : QString());
}

void StagesFeature::revise(ShownClip &shown) {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    revisions_.open(shown.analysis, shown.clip && project ? stagesOf(project->analyst) : context_.sources.stages);
    shown.analysis = revisions_.apply(shown.analysis);
    shown.isRevised = shown.analysis && !revisions_.revision().isEmpty();
    if (!shown.isRevised)
        return;
    const ClipRevision revision = revisions_.revision();
    const bool hasKeyFrames = revision.keyFrames || !revision.pictures.empty();
    QString line = hasKeyFrames && revision.mapping ? tr("Shown with your key frames and your mapping.")
                   : hasKeyFrames                   ? tr("Shown with your key frames.")
                                                    : tr("Shown with your mapping.");
    if (!revisions_.failure().isEmpty())
        line = tr("✗ Your changes cannot be shown: %1").arg(revisions_.failure());
    else if (!revisions_.work().isEmpty())
        line = revisions_.work();
    shown.notice += (shown.notice.isEmpty() ? QString() : QStringLiteral("\n")) + line;
}

} // namespace tagscope::ui
