// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clips_feature.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/clips/background_status.h"
#include "ui/clips/media_clips.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_clips.h"
#include "ui/clips/project_panel.h"
#include "ui/document/project_commands.h"

#include <QMenu>
#include <QTabWidget>
#include <QUndoStack>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

ClipsFeature::ClipsFeature(const FeatureContext &context)
    : Feature(context), media_(new MediaClips(context.sources, this)),
      project_(new ProjectClips(context.sources, context.document, this)), lists_(new QTabWidget) {
    lists_->setDocumentMode(true);
    lists_->setTabBarAutoHide(true);
    lists_->addTab(media_->list(), tr("Media"));
    project_->panel()->setParent(&context.parent); // until a project is open
    project_->panel()->hide();
    addDock({.name = QStringLiteral("clips"),
             .title = tr("Clips"),
             .content = lists_,
             .place = 10,
             .keys = {},
             .workspaces = {Workspace::Explain, Workspace::Tune, Workspace::Train},
             .area = Qt::LeftDockWidgetArea,
             .width = 0.17,
             .height = 0.75});
    addEntries();
    addStatus(new BackgroundStatus(project_->background()));
    context.clip.addSource([this] { return shown().shownClip(); });
    for (OpenClips *clips : {static_cast<OpenClips *>(media_), static_cast<OpenClips *>(project_)})
        connect(clips, &OpenClips::shownClipChanged, this, [this, clips] {
            if (clips == &shown() || context_.document.isOpening())
                context_.clip.refresh();
        });
    connect(lists_, &QTabWidget::currentChanged, &context_.clip, &CurrentClip::refresh);
    connectProject();
    connect(&context.clip, &CurrentClip::againAsked, this, [this] { shown().analyseAgain(); });
    connect(&context.clip, &CurrentClip::eventAsked, this, &ClipsFeature::showEvent);
    connect(&context.clip, &CurrentClip::ownModelsAsked, this, [this] { project_->showRun({}); });
    connect(&context.clip, &CurrentClip::windowAsked, media_, &MediaClips::showWindow);
}

void ClipsFeature::addEntries() {
    addEntry("clip", 101, "clip.next", tr("&Next clip"), Qt::Key_N, [this] { shown().stepClips(1); });
    addEntry("clip", 102, "clip.previous", tr("&Previous clip"), Qt::Key_P, [this] { shown().stepClips(-1); });
    addEntry("file", 201, "file.analyseAgain", tr("&Analyse again"), Qt::Key_F5, [this] { shown().analyseAgain(); });
    addEntry("file", 202, "file.cancelAnalyses", tr("&Cancel all analyses"), Qt::SHIFT | Qt::Key_Escape,
             [this] { stop(); });
    addEntry("file", 203, "file.closeClip", tr("C&lose clip"), QKeySequence::Close, [this] { shown().closeClip(); });
    addEntry("project", 105, "project.analyseAll", tr("&Analyse all clips in the background"), {},
             [this] { project_->analyseRest(); });
    addEntry("project", 201, "project.close", tr("&Close project"), {}, [this] { context_.document.close(); });
    addEntry("project", 301, *project_->panel()->selectionMenu()->menuAction());
    addEntry("project", 302, "project.search", tr("&Find clips"), QKeySequence::Find,
             [this] { project_->panel()->focusSearch(); });
}

void ClipsFeature::connectProject() {
    for (const auto change : {&Document::openingBegan, &Document::opened, &Document::closed})
        connect(&context_.document, change, this, &ClipsFeature::followProject);
    connect(&context_.document, &Document::opened, project_->panel(), &ProjectPanel::focusClips);
    const ProjectPanel *panel = project_->panel();
    connect(panel, &ProjectPanel::splitAsked, this, &ClipsFeature::moveToSplit);
    connect(panel, &ProjectPanel::labelAsked, this, &ClipsFeature::changeLabels);
    connect(panel, &ProjectPanel::savedFiltersAsked, this,
            [this](const std::vector<NamedClipFilter> &filters, const QString &what) {
                const std::string before = project_->savedFilters().empty() ? "[]" : project_->savedFilters();
                context_.document.undo().push(new ChangeSetting(context_.document.edits(), kClipFiltersKey, before,
                                                                jsonOf(filters, project_->clips().classes()), what));
            });
    const auto say = [this](const Error &error) { context_.say(translated(error.message)); };
    connect(&context_.document.edits(), &ProjectEdits::failed, this, say);
    connect(&project_->judge(), &ClipJudge::failed, this, say);
    connect(project_, &ProjectClips::failed, this, say);
    connect(&context_.document.edits(), &ProjectEdits::scoresChanged, &project_->judge(), &ClipJudge::refreshSoon);
    connect(&context_.document.edits(), &ProjectEdits::pointsChanged, &project_->judge(), &ClipJudge::refreshSoon);
    const auto showBars = [this] { project_->panel()->bars().setEvent(context_.view.event()); };
    connect(&context_.view, &ViewState::eventChanged, this, showBars);
    connect(&context_.point, &CurrentPoint::changed, this,
            [this] { project_->judge().setPoint(context_.point.point()); });
}

// The tab of the project is there while one is open, being opened, or has failed to open.
void ClipsFeature::followProject() {
    const bool isThere = context_.document.isOpening() || context_.document.project();
    const int tab = lists_->indexOf(project_->panel());
    if (isThere && tab < 0)
        lists_->insertTab(0, project_->panel(), tr("Project"));
    else if (!isThere && tab >= 0)
        lists_->removeTab(tab);
    if (isThere)
        showList(*project_);
    context_.clip.refresh();
}

void ClipsFeature::changeLabels(const std::vector<ClipId> &clips, int event, bool isGiven) {
    std::vector<std::pair<ClipId, int>> labels;
    for (const ClipId clip : clips)
        if (const LabelledClip *now = project_->clips().find(clip))
            if (std::ranges::count(now->labels, event) == (isGiven ? 0 : 1))
                labels.emplace_back(clip, event);
    if (labels.empty())
        return;
    const auto count = static_cast<int>(labels.size());
    const QString name = toText(project_->clips().classes()[static_cast<std::size_t>(event)].name);
    context_.document.undo().push(new ChangeLabels(context_.document.edits(), std::move(labels), isGiven,
                                                   isGiven ? tr("giving the label %2: %1").arg(count).arg(name)
                                                           : tr("taking the label %2: %1").arg(count).arg(name)));
}

void ClipsFeature::moveToSplit(const std::vector<ClipId> &clips, const QString &split) {
    std::vector<SplitOfClip> before;
    std::vector<SplitOfClip> after;
    for (const ClipId clip : clips) {
        const LabelledClip *now = project_->clips().find(clip);
        if (now == nullptr || toText(now->clip.split) == split)
            continue;
        before.push_back({clip, now->clip.split});
        after.push_back({clip, split.toStdString()});
    }
    if (after.empty())
        return;
    const auto count = static_cast<int>(after.size());
    const QString name = split.isEmpty() ? tr("no split") : split;
    context_.document.undo().push(new ChangeSplits(context_.document.edits(), std::move(before), std::move(after),
                                                   tr("moving clips to %2: %1").arg(count).arg(name)));
}

void ClipsFeature::openMedia(const std::vector<std::filesystem::path> &files) {
    showMedia();
    media_->open(files);
    media_->list()->setFocus();
}

void ClipsFeature::showMedia() {
    showList(*media_);
}

bool ClipsFeature::isMediaShown() const {
    return &shown() == media_;
}

OpenClips &ClipsFeature::shown() const {
    if (lists_->currentWidget() == project_->list())
        return *project_;
    return *media_;
}

void ClipsFeature::showList(OpenClips &clips) {
    lists_->setCurrentWidget(clips.list());
}

void ClipsFeature::showEvent(ClipId clip, int event) {
    delete wanted_.data();
    ProjectPanel *panel = project_->panel();
    showList(*project_);
    panel->select(clip);
    if (panel->currentClip() != clip) {
        context_.say(tr("The clip is hidden by the current filters."));
        return;
    }
    context_.view.setEvent(event);
    const std::optional<ShownClip> now = project_->shownClip();
    if (now && now->clip == clip && now->analysis)
        return;
    // With the clip that was shown until now its event is forgotten.
    auto *once = new QObject(this);
    wanted_ = once;
    connect(&context_.clip, &CurrentClip::changed, once, [this, once, clip, event](const ShownClip &shown) {
        if (shown.clip == clip && !shown.analysis)
            return;
        disconnect(&context_.clip, nullptr, once, nullptr);
        once->deleteLater();
        if (shown.clip == clip)
            context_.view.setEvent(event);
    });
}

void ClipsFeature::analyseWithOtherModels() {
    project_->analyseWithOtherModels();
    media_->analyseWithOtherModels();
}

void ClipsFeature::stop() {
    media_->cancel();
    project_->cancel();
}

} // namespace tagscope::ui
