// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/paced.h"
#include "ui/clips/clip_judge.h"
#include "ui/clips/clip_thumbnails.h"
#include "ui/clips/open_clips.h"
#include "ui/document/background_analysis.h"
#include "ui/document/clip_progress.h"
#include "ui/document/document.h"
#include "ui/document/project_analyses.h"
#include "ui/document/shown_clip.h"

#include <QObject>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tagscope::ui {

class ProjectClipModel;
class ProjectPanel;

// The project's setting that holds its filters of clips.
inline constexpr const char *kClipFiltersKey = "clipFilters";

// The clips of the open project: their list, the one that is looked at, and the work in the background. GUI thread; the
// panel belongs to who takes it.
class ProjectClips : public OpenClips {
    Q_OBJECT

public:
    // `document` outlives it.
    ProjectClips(const Sources &sources, Document &document, QObject *parent = nullptr);

    [[nodiscard]] ProjectPanel *panel() { return panel_; }
    [[nodiscard]] Document &document() { return document_; }
    [[nodiscard]] BackgroundAnalysis &background() { return background_; }
    [[nodiscard]] ProjectClipModel &clips() { return *clips_; }
    [[nodiscard]] ClipJudge &judge() { return judge_; }
    [[nodiscard]] ProjectEdits &edits() { return edits_; }
    // The filters that the project keeps, as JSON.
    [[nodiscard]] const std::string &savedFilters() const { return savedFilters_; }

    [[nodiscard]] QWidget *list() override;
    // Nothing where no project is open, being opened, or failed to open.
    [[nodiscard]] std::optional<ShownClip> shownClip() const override;

    [[nodiscard]] bool hasClip() const { return current_.has_value(); }
    // Looks at this clip, whatever the list shows.
    void show(ClipId clip);
    void stepClips(int clips) override;
    void analyseAgain() override;
    void analyseWithOtherModels() override;
    void closeClip() override {} // it stays one of the project's
    // Makes and analyses all clips that are not, in the background.
    void analyseRest();
    // Likewise only those that have no scores yet; more than a project may have to be scored unasked, where `isAsked`.
    void scoreRest(bool isAsked);
    void analyse(const std::vector<ClipId> &clips); // these, likewise
    void cancel() override;                         // the clip's analysis and the background's
    void showRun(const QString &run);               // its activations; empty: those of the project's own models
    void forgetRun(const QString &run);             // whose model is another now
    // The project has another mapping: clips are analysed anew where they are looked at, and have these tags.
    void followMapping(const std::vector<std::pair<ClipId, std::vector<int>>> &tags);

Q_SIGNALS:
    void failed(const Error &error); // of what is stored of the clips

private:
    void followOpening();
    void followProject();
    void connectClips();
    void takePlaces(const std::vector<FoundMedia> &places);
    void choose(ClipId clip);
    void wantClip();
    void setProgress(ClipId clip, const ClipProgress &progress);
    void takeAnalysis(ClipId clip, const std::string &run);
    void takeFailure(ClipId clip, const std::string &run, const Error &error);
    void startBackgroundOnce();
    void connectBackground();
    [[nodiscard]] std::vector<ClipId> clipsToTuneOn() const;
    [[nodiscard]] ShownClip shownOf(ClipId clip) const;
    [[nodiscard]] QString missingText(const LabelledClip &clip) const;
    [[nodiscard]] QString noticeOf(const ClipAnalysis *analysis) const;

    Document &document_;
    ProjectEdits &edits_;
    ProjectAnalyses analyses_;
    BackgroundAnalysis background_;
    ClipJudge judge_;
    ClipThumbnails thumbnails_;
    ProjectClipModel *clips_;
    ProjectPanel *panel_;
    std::optional<Error> openError_;
    std::optional<ClipId> current_;
    std::string run_;    // whose activations are shown; empty: the project's own
    QString runProblem_; // why they are not
    std::string savedFilters_;
    std::filesystem::path file_;   // of the project that was followed last
    bool isBackgroundDue_ = false; // once the first clip is there
    Paced scoresTold_;
};

} // namespace tagscope::ui
