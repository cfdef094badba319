// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/project_clips.h"

#include "core/analysis/misleading_media.h"
#include "core/evaluation/project_points.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/clips/clip_row.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_panel.h"
#include "ui/clips/stored_marks.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

// Clips that are scored because a project was opened, at most: a night of one core, and a GiB or two of results. More
// than these somebody has to ask for.
constexpr std::size_t kMostUnasked = 2000;

// Clips that are looked at come before those that are only trained on.
std::vector<ClipId> inOrderOfInterest(const ProjectContents &contents) {
    const auto rank = [](const std::string &split) { return split == "test" ? 0 : split == "training" ? 2 : 1; };
    std::vector<const Clip *> clips;
    for (const LabelledClip &clip : contents.clips)
        clips.push_back(&clip.clip);
    std::stable_sort(clips.begin(), clips.end(),
                     [&rank](const Clip *a, const Clip *b) { return rank(a->split) < rank(b->split); });
    std::vector<ClipId> ids;
    ids.reserve(clips.size());
    for (const Clip *clip : clips)
        ids.push_back(clip->id);
    return ids;
}

} // namespace

ProjectClips::ProjectClips(const Sources &sources, Document &document, QObject *parent)
    : OpenClips(parent), document_(document), edits_(document.edits()), background_(sources.yield),
      thumbnails_(sources.thumbnails), clips_(new ProjectClipModel(this)),
      panel_(new ProjectPanel(*clips_, thumbnails_)), scoresTold_([this] {
          Q_EMIT edits_.scoresChanged();
          scoresTold_.over();
      }) {
    connect(&document_, &Document::openingBegan, this, &ProjectClips::followOpening);
    connect(&document_, &Document::opened, this, &ProjectClips::followProject);
    connect(&document_, &Document::closed, this, &ProjectClips::followProject);
    connect(&document_, &Document::failed, this, [this](const Error &error) {
        openError_ = error;
        Q_EMIT shownClipChanged();
    });
    connectClips();
    connect(&analyses_, &ProjectAnalyses::progressed, this, [this](ClipId clip, double fraction, const QString &stage) {
        setProgress(clip, {ClipProgress::State::Analysing, fraction, stage, {}, clips_->progress(clip).tags});
    });
    connect(&analyses_, &ProjectAnalyses::analysed, this, &ProjectClips::takeAnalysis);
    connect(&analyses_, &ProjectAnalyses::failed, this, &ProjectClips::takeFailure);
    const auto stopAt = [this](ClipProgress::State state) {
        return [this, state](ClipId clip) {
            ClipProgress progress = clips_->progress(clip);
            progress.state = progress.tags ? ClipProgress::State::Done : state;
            setProgress(clip, progress);
        };
    };
    connect(&analyses_, &ProjectAnalyses::cancelled, this, stopAt(ClipProgress::State::Cancelled));
    connect(&analyses_, &ProjectAnalyses::abandoned, this, stopAt(ClipProgress::State::Untouched));
    connect(&analyses_, &ProjectAnalyses::notKept, this, &ProjectClips::failed);
    connectBackground();
    new StoredMarks(document_, *clips_, this); // belongs to this
}

QWidget *ProjectClips::list() {
    return panel_;
}

void ProjectClips::connectBackground() {
    connect(&background_, &BackgroundAnalysis::analysed, this,
            [this](ClipId clip, const TagsOfClip &tags, const std::vector<Message> &misleads) {
                if (clips_->progress(clip).state != ClipProgress::State::Analysing)
                    setProgress(clip, {ClipProgress::State::Done, 1.0, {}, {}, tags, misleads});
                scoresTold_.want();
            });
    connect(&background_, &BackgroundAnalysis::pointsMade, &edits_, &ProjectEdits::pointsChanged);
    connect(&background_, &BackgroundAnalysis::pointsFailed, this, &ProjectClips::failed);
    connect(&background_, &BackgroundAnalysis::failed, this, [this](ClipId clip, const Error &error) {
        if (const LabelledClip *known = clips_->find(clip))
            JobRegistry::instance().log(LogKind::Failed, BackgroundAnalysis::tr("Background"),
                                        toText(known->clip.name) + QStringLiteral(": ") + translated(error.message));
        if (clips_->progress(clip).state != ClipProgress::State::Analysing)
            setProgress(clip, {ClipProgress::State::Failed, 0.0, {}, error, {}});
    });
}

void ProjectClips::connectClips() {
    connect(panel_, &ProjectPanel::clipChosen, this, &ProjectClips::choose);
    connect(panel_, &ProjectPanel::analysisAsked, this, &ProjectClips::analyse);
    connect(&judge_, &ClipJudge::scored, &panel_->bars(), &ClipBars::setScores);
    connect(&judge_, &ClipJudge::judged, clips_, &ProjectClipModel::setJudgements);
    connect(&edits_, &ProjectEdits::splitsChanged, this, [this](const std::vector<SplitOfClip> &splits) {
        clips_->setSplits(splits);
        document_.countReadiness();
    });
    connect(&edits_, &ProjectEdits::placesChanged, this, &ProjectClips::takePlaces);
    connect(&document_, &Document::labelsChanged, this,
            [this](const std::vector<std::pair<ClipId, int>> &labels, bool isGiven) {
                clips_->setLabels(labels, isGiven);
                judge_.setLabels(document_.project());
                Q_EMIT shownClipChanged();
            });
    connect(&edits_, &ProjectEdits::eventsToChange, this, &ProjectClips::cancel);
    connect(&edits_, &ProjectEdits::settingKnown, this, [this](const std::string &key, const std::string &json) {
        if (key != kClipFiltersKey)
            return;
        savedFilters_ = json;
        panel_->setSavedFilters(clipFiltersIn(json, clips_->classes()));
    });
    // Whose scores the audio branch has, is what an open clip shows.
    using Known = std::pair<const void *, std::string>;
    connect(&edits_, &ProjectEdits::settingKnown, this,
            [this, known = Known()](const std::string &key, const std::string &json) mutable {
                if (key != kBranchSetting)
                    return;
                const Known before = std::exchange(known, Known(document_.project().get(), branchChoiceIn(json).audio));
                if (before.first == known.first && before.second != known.second)
                    analyseWithOtherModels();
            });
}

void ProjectClips::takePlaces(const std::vector<FoundMedia> &places) {
    clips_->setPlaces(places);
    for (const FoundMedia &place : places)
        thumbnails_.retry(place.clip);
    if (current_ && !analyses_.find(*current_, run_))
        wantClip();
    Q_EMIT shownClipChanged();
}

void ProjectClips::followOpening() {
    openError_.reset();
    Q_EMIT shownClipChanged();
}

void ProjectClips::followProject() {
    // First of all: what is cancelled below tells of its clip, which may be none of the project that is open now.
    const std::optional<ClipId> before = std::exchange(current_, std::nullopt);
    background_.cancel();
    const std::shared_ptr<const OpenProject> project = document_.project();
    analyses_.setAnalyst(project ? project->analyst : nullptr);
    openError_.reset();
    const bool isSame = project && project->contents.file == file_; // that was read again
    file_ = project ? project->contents.file : std::filesystem::path();
    run_.clear();
    runProblem_.clear();
    clips_->setProject(project);
    panel_->setProject(project);
    scoresTold_.forget();
    isBackgroundDue_ = project && (project->contents.makesMedia || !project->contents.isReadOnly);
    savedFilters_.clear();
    edits_.readSetting(kClipFiltersKey);
    judge_.setProject(project);
    if (project && !project->contents.clips.empty())
        panel_->select(isSame && before && clips_->find(*before) != nullptr
                           ? *before
                           : inOrderOfInterest(project->contents).front());
    Q_EMIT shownClipChanged();
}

void ProjectClips::choose(ClipId clip) {
    current_ = clip;
    runProblem_.clear();
    openError_.reset();
    if (!analyses_.find(clip, run_))
        wantClip();
    Q_EMIT shownClipChanged();
}

void ProjectClips::wantClip() {
    if (clips_->progress(*current_).state != ClipProgress::State::Missing)
        analyses_.want(*current_, run_);
}

void ProjectClips::showRun(const QString &run) {
    run_ = run.toStdString();
    runProblem_.clear();
    if (current_ && !analyses_.find(*current_, run_))
        wantClip();
    Q_EMIT shownClipChanged();
}

void ProjectClips::forgetRun(const QString &run) {
    analyses_.forgetRun(run.toStdString());
    if (current_ && run.toStdString() == run_)
        wantClip();
}

void ProjectClips::followMapping(const std::vector<std::pair<ClipId, std::vector<int>>> &tags) {
    for (const auto &[clip, now] : tags) {
        ClipProgress progress = clips_->progress(clip);
        if (!progress.tags || *progress.tags == now)
            continue;
        progress.tags = now;
        setProgress(clip, progress);
    }
    if (!current_)
        return;
    analyses_.forgetAllBut(*current_, run_);
    wantClip();
}

void ProjectClips::analyseWithOtherModels() {
    const std::shared_ptr<const OpenProject> project = document_.project();
    if (!project)
        return;
    background_.cancel();
    using State = ClipProgress::State;
    for (const LabelledClip &clip : project->contents.clips)
        if (const State state = clips_->progress(clip.clip.id).state; state == State::Done || state == State::Failed)
            setProgress(clip.clip.id, {});
    if (!current_)
        return;
    analyses_.forgetAllBut(*current_, run_);
    isBackgroundDue_ =
        project->contents.makesMedia || !project->contents.isReadOnly; // without models it had nothing to do
    wantClip();
}

void ProjectClips::show(ClipId clip) {
    panel_->select(clip);
    if (current_ != clip && clips_->find(clip) != nullptr)
        choose(clip);
}

void ProjectClips::stepClips(int clips) {
    panel_->step(clips);
}

void ProjectClips::analyseAgain() {
    if (!current_)
        return;
    runProblem_.clear();
    wantClip();
}

void ProjectClips::analyseRest() {
    const std::shared_ptr<const OpenProject> project = document_.project();
    if (!project)
        return;
    std::vector<ClipId> clips = inOrderOfInterest(project->contents);
    std::erase_if(clips, [this](ClipId clip) {
        const ClipProgress::State state = clips_->progress(clip).state;
        return state == ClipProgress::State::Done || state == ClipProgress::State::Missing;
    });
    background_.start(project->analyst, {.clips = std::move(clips), .tunedOn = clipsToTuneOn()});
}

void ProjectClips::scoreRest(bool isAsked) {
    const std::shared_ptr<const OpenProject> project = document_.project();
    if (!project)
        return;
    std::vector<ClipId> clips = inOrderOfInterest(project->contents);
    std::erase_if(clips, [this](ClipId clip) { return clips_->progress(clip).state == ClipProgress::State::Missing; });
    background_.start(project->analyst, {.clips = std::move(clips),
                                         .isForScores = true,
                                         .most = isAsked ? 0 : kMostUnasked,
                                         .tunedOn = clipsToTuneOn()});
}

std::vector<ClipId> ProjectClips::clipsToTuneOn() const {
    std::vector<ClipId> clips;
    for (const LabelledClip &clip : document_.project()->contents.clips)
        if (clip.clip.split == kSplitOfPoints)
            clips.push_back(clip.clip.id);
    return clips;
}

void ProjectClips::analyse(const std::vector<ClipId> &clips) {
    if (const std::shared_ptr<const OpenProject> project = document_.project())
        background_.start(project->analyst, {.clips = clips});
}

void ProjectClips::startBackgroundOnce() {
    if (std::exchange(isBackgroundDue_, false))
        scoreRest(false);
}

void ProjectClips::cancel() {
    isBackgroundDue_ = false;
    analyses_.cancel();
    background_.cancel();
}

void ProjectClips::setProgress(ClipId clip, const ClipProgress &progress) {
    clips_->setProgress(clip, progress);
    if (progress.state == ClipProgress::State::Done)
        thumbnails_.retry(clip); // a demo's recording is made with its analysis
    if (clip == current_)
        Q_EMIT shownClipChanged();
}

void ProjectClips::takeAnalysis(ClipId clip, const std::string &run) {
    ClipProgress progress{ClipProgress::State::Done,      1.0, {}, {}, clips_->progress(clip).tags,
                          clips_->progress(clip).misleads};
    if (run.empty()) {
        progress.tags = tagsOf(*analyses_.find(clip, run));
        progress.misleads = misleadingNotes(*analyses_.find(clip, run));
        scoresTold_.want();
    }
    setProgress(clip, progress);
    startBackgroundOnce();
}

void ProjectClips::takeFailure(ClipId clip, const std::string &run, const Error &error) {
    if (run.empty()) {
        setProgress(clip, {ClipProgress::State::Failed, 0.0, {}, error, {}});
    } else { // what is known of the clip itself stays
        runProblem_ = translated(error.message);
        ClipProgress progress = clips_->progress(clip);
        progress.state = progress.tags ? ClipProgress::State::Done : ClipProgress::State::Untouched;
        setProgress(clip, progress);
    }
    startBackgroundOnce();
}

std::optional<ShownClip> ProjectClips::shownClip() const {
    ShownClip shown;
    if (document_.isOpening()) {
        shown.title = fileName(document_.openingFile());
        shown.state = tr("Opening the project…");
        return shown;
    }
    if (openError_) {
        shown.title = fileName(document_.openingFile());
        shown.state = translated(openError_->message);
        shown.cause = toText(openError_->cause);
        return shown;
    }
    if (current_ && document_.project())
        return shownOf(*current_);
    if (!document_.project())
        return std::nullopt;
    shown.title = fileName(document_.project()->contents.file);
    shown.state = document_.project()->contents.clips.empty()
                      ? tr("The project has no clips yet. To add some, drop a list of labels here, or choose Import "
                           "into the project… in the Project menu.")
                      : tr("Choose a clip in the list.");
    return shown;
}

ShownClip ProjectClips::shownOf(ClipId clip) const {
    const LabelledClip &labelled = *clips_->find(clip);
    const ClipProgress &progress = clips_->progress(clip);
    ShownClip shown;
    shown.title = toText(labelled.clip.name);
    shown.clip = clip;
    shown.labels = labelled.labels;
    shown.analysis = analyses_.find(clip, run_);
    shown.isOfRun = !run_.empty();
    if (!shown.analysis)
        shown.analysis = analyses_.find(clip); // until the run's is there
    shown.annotations = analyses_.annotations(clip);
    shown.notice = noticeOf(shown.analysis.get());
    shown.state = progress.state == ClipProgress::State::Missing ? missingText(labelled) : clips_->stateText(clip);
    addProgress(shown, progress);
    return shown;
}

QString ProjectClips::missingText(const LabelledClip &clip) const {
    const QString labels = tr("Its weak labels: %1.").arg(clips_->labelsText(clip.clip.id));
    if (clip.clip.media.empty())
        return tr("The recording of this clip was never found, so there is nothing to play or to show. %1\nChoose "
                  "Locate missing media… in the Project menu.")
            .arg(labels);
    return tr("The recording of this clip is missing: %1\n%2\nPut it back there, or choose Locate missing media… in "
              "the "
              "Project menu.")
        .arg(pathText(clip.clip.media), labels);
}

QString ProjectClips::noticeOf(const ClipAnalysis *analysis) const {
    QStringList lines;
    if (const QString notice = noticeText(document_.project()->contents); !notice.isEmpty())
        lines << notice;
    if (run_.empty() || analysis == nullptr)
        return lines.join(QLatin1Char('\n'));
    if (!runProblem_.isEmpty())
        lines << tr("✗ The activations of %1 cannot be shown: %2").arg(toText(run_), runProblem_);
    else if (!analyses_.find(*current_, run_))
        lines << tr("Analysing the sound with %1…").arg(toText(run_));
    else
        lines << tr("Activations: %1").arg(toText(analysis->models.crnn));
    return lines.join(QLatin1Char('\n'));
}

} // namespace tagscope::ui
