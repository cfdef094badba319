// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/core_text.h"
#include "ui/base/export.h"
#include "ui/base/text.h"
#include "ui/clips/project_desk.h"
#include "ui/stages/clip_mapping.h"
#include "ui/stages/flow_chart.h"
#include "ui/stages/key_frame_panel.h"
#include "ui/stages/map_project.h"
#include "ui/stages/mapping_panel.h"
#include "ui/stages/revise_clip.h"
#include "ui/why/why_panel.h"
#include "ui/window/main_window.h"

#include <QDockWidget>
#include <QMenu>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

StageSource stagesOf(std::shared_ptr<ProjectSource> project) {
    return {.objects = [project](const ClipAnalysis &clip, int picture,
                                 const std::stop_token &stop) { return project->objectsOf(clip, picture, stop); },
            .cosines = [project](const ClipAnalysis &, const std::stop_token &stop) { return project->cosines(stop); }};
}

std::vector<std::pair<ClipId, std::vector<int>>> tagsOf(const ProjectMapping &change, MappingService::Side side) {
    std::vector<std::pair<ClipId, std::vector<int>>> tags;
    tags.reserve(change.tags.size());
    for (const ProjectMapping::Tags &clip : change.tags)
        tags.emplace_back(clip.clip, side == MappingService::Side::Before ? clip.before : clip.after);
    return tags;
}

QString outcomeText(const ProjectMapping &outcome) {
    QStringList lines;
    lines << MainWindow::tr("The project is mapped like this now. Video probabilities changed in %1 of %2 clips, tags "
                            "in %3 of %4 whose sound was analysed.")
                 .arg(outcome.changed)
                 .arg(outcome.clips)
                 .arg(outcome.changedTags)
                 .arg(outcome.tags.size());
    if (outcome.leftOut > 0)
        lines << MainWindow::tr("%1 were never analysed, or have no pictures: they will be mapped when they are.")
                     .arg(outcome.leftOut);
    for (const std::string &failure : outcome.failures)
        lines << QStringLiteral("✗ ") + toText(failure);
    constexpr qsizetype kMostLines = 5;
    if (lines.size() > kMostLines)
        lines = lines.first(kMostLines) << MainWindow::tr("… and %1 more.").arg(lines.size() - kMostLines);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void MainWindow::makeStages() {
    auto *keyFrames = new KeyFramePanel(revisions_, view_, undo_, sources_.thumbnails);
    mappingPanel_ = new MappingPanel(revisions_, view_, undo_);
    auto *training = findChild<QDockWidget *>(QStringLiteral("training"));
    QDockWidget *keyFrameDock =
        addDock(Qt::BottomDockWidgetArea, QStringLiteral("keyFrames"), tr("Key frames"), keyFrames);
    QDockWidget *mappingDock =
        addDock(Qt::BottomDockWidgetArea, QStringLiteral("mapping"), tr("Mapping"), mappingPanel_);
    if (training != nullptr)
        tabifyDockWidget(training, keyFrameDock);
    tabifyDockWidget(keyFrameDock, mappingDock);
    for (QDockWidget *dock : {keyFrameDock, mappingDock}) {
        dock->hide();
        // Room to see something in, the first time.
        connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool isVisible) {
            constexpr double kShareOfWindow = 0.36;
            if (!isVisible || dock->property("hadRoom").toBool())
                return;
            dock->setProperty("hadRoom", true);
            if (dock->height() < kShareOfWindow * height())
                resizeDocks({dock}, {static_cast<int>(kShareOfWindow * height())}, Qt::Vertical);
        });
    }
    clipMenu_->addSeparator();
    addEntry(
        *clipMenu_, tr("Use the picture at the playhead as key f&rame"), QKeySequence(Qt::CTRL | Qt::Key_K),
        [keyFrames] { keyFrames->usePictureAtPlayhead(); }, QStringLiteral("clip.useAsKeyFrame"));
    addEntry(
        *clipMenu_, tr("&Back to the analysis"), {}, [this] { Q_EMIT why_->analysisAsked(); },
        QStringLiteral("clip.backToAnalysis"));

    connect(this, &MainWindow::clipShown, this, [this, keyFrames](const ShownClip &shown) {
        const std::shared_ptr<const ClipAnalysis> before =
            shown.analysis ? point_.apply(revisions_.analysis()) : nullptr;
        keyFrames->setClip(before, shown.analysis);
        mappingPanel_->setClip(before, shown.analysis);
        mappingPanel_->setProject(shown.clip.has_value(),
                                  mapping_.isWorking() ? tr("The project is being mapped.") : QString());
    });
    connect(&revisions_, &ClipRevisions::workChanged, this, &MainWindow::showCurrentClip);
    connect(why_, &WhyPanel::analysisAsked, this, [this] {
        if (revisions_.analysis() && !revisions_.revision().isEmpty())
            undo_.push(new ReviseClip(revisions_, RevisedClip::of(*revisions_.analysis()), {}, tr("As analysed")));
    });
    auto *flow = mappingPanel_->findChild<FlowChart *>();
    offerExport(*flow, {.name = QStringLiteral("mapping"),
                        .paint =
                            [flow](QPaintDevice &device) {
                                QPainter painter(&device);
                                flow->paint(painter, flow->rect());
                            },
                        .data = [flow] { return flowCsv(flow->mapping()); }});
    connectMapping();
}

void MainWindow::connectMapping() {
    connect(mappingPanel_, &MappingPanel::projectAsked, this, [this](const MappingOptions &mapping) {
        if (!desk_->session().project() || mapping_.isWorking())
            return;
        mapping_.apply(desk_->session().project()->source, mapping);
        mappingPanel_->setWork(0.0);
        showCurrentClip();
    });
    connect(mappingPanel_, &MappingPanel::cancelAsked, &mapping_, &MappingService::cancel);
    connect(&mapping_, &MappingService::progressed, mappingPanel_, &MappingPanel::setWork);
    const auto isOpen = [this](const std::shared_ptr<ProjectSource> &source) {
        return desk_->session().project() && desk_->session().project()->source == source;
    };
    connect(&mapping_, &MappingService::mapped, this,
            [this, isOpen](const std::shared_ptr<ProjectSource> &source,
                           const std::shared_ptr<const ProjectMapping> &outcome) {
                mappingPanel_->setStatus(outcomeText(*outcome));
                if (!isOpen(source))
                    return;
                const QString text = tr("Mapping of the project");
                undo_.beginMacro(text); // what the project has now is no change of the clip any more
                undo_.push(new MapProject(mapping_, source, outcome, text));
                ClipRevision own = revisions_.revision();
                own.mapping.reset();
                if (own != revisions_.revision())
                    undo_.push(new ReviseClip(revisions_, RevisedClip::of(*revisions_.analysis()), own, text));
                undo_.endMacro();
                desk_->followMapping(tagsOf(*outcome, MappingService::Side::After));
                showCurrentClip();
            });
    connect(&mapping_, &MappingService::restored, this,
            [this, isOpen](const std::shared_ptr<ProjectSource> &source,
                           const std::shared_ptr<const ProjectMapping> &change, MappingService::Side side) {
                mappingPanel_->setStatus(side == MappingService::Side::Before
                                             ? tr("The project is mapped as it was before.")
                                             : tr("The project is mapped anew again."));
                if (isOpen(source))
                    desk_->followMapping(tagsOf(*change, side));
                showCurrentClip();
            });
    connect(&mapping_, &MappingService::failed, this, [this](const Error &error) {
        mappingPanel_->setStatus(error.isCancelled() ? tr("Cancelled: the project is mapped as before.")
                                                     : tr("✗ %1").arg(translated(error.message)));
        showCurrentClip();
    });
}

void MainWindow::revise(ShownClip &shown) {
    const std::shared_ptr<const OpenProject> project = desk_->session().project();
    revisions_.open(shown.analysis, shown.clip && project ? stagesOf(project->source) : sources_.stages);
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

// Whether the tracks show anything else: another mapping changes no more than figures.
bool MainWindow::changesTracks(const ClipAnalysis *before, const ClipAnalysis *now) const {
    if (before == nullptr || now == nullptr || before->media != now->media || before->start != now->start ||
        before->models.crnn != now->models.crnn || before->mediaHash != now->mediaHash ||
        before->audio.has_value() != now->audio.has_value() || before->video.has_value() != now->video.has_value())
        return before != now;
    const bool isSameSound = !now->audio || (now->audio->probabilities == before->audio->probabilities &&
                                             now->audio->peakSteps == before->audio->peakSteps);
    const bool areSamePictures = !now->video || now->video->selection.pictures == before->video->selection.pictures;
    return !isSameSound || !areSamePictures;
}

} // namespace tagscope::ui
