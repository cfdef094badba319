#pragma once

#include "ui/services/background_analysis.h"
#include "ui/services/clip_progress.h"
#include "ui/services/project_analyses.h"
#include "ui/services/project_session.h"
#include "ui/services/training_service.h"
#include "ui/views/shown_clip.h"

#include <QObject>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tagscope::ui {

class ProjectClipModel;
class ProjectPanel;
class TrainingPanel;

// Everything of the window that is there for a project: the list of its clips, the clip that is looked at, the work in
// the background, and training. GUI thread; the widgets belong to who takes them.
class ProjectDesk : public QObject {
    Q_OBJECT

public:
    explicit ProjectDesk(const Sources &sources, QObject *parent = nullptr);

    [[nodiscard]] ProjectPanel *panel() { return panel_; }
    [[nodiscard]] TrainingPanel *trainingPanel() { return training_; }
    [[nodiscard]] ProjectSession &session() { return session_; }
    [[nodiscard]] BackgroundAnalysis &background() { return background_; }

    // Nothing where no project is open, being opened, or failed to open.
    [[nodiscard]] std::optional<ShownClip> shownClip() const;

    void stepClips(int clips);
    void analyseAgain();
    // Makes and analyses all clips that are not, in the background.
    void analyseRest();
    void cancel(); // the clip's analysis and the background's
    void backToOwnModels();
    // The project has another mapping: clips are analysed anew where they are looked at, and have these tags.
    void followMapping(const std::vector<std::pair<ClipId, std::vector<int>>> &tags);

Q_SIGNALS:
    void shownClipChanged();

private:
    void followOpening();
    void followProject();
    void choose(ClipId clip);
    void showRun(const QString &run);
    void wantClip();
    void setProgress(ClipId clip, const ClipProgress &progress);
    void takeAnalysis(ClipId clip, const std::string &run);
    void takeFailure(ClipId clip, const std::string &run, const Error &error);
    void startBackgroundOnce();
    [[nodiscard]] ShownClip shownOf(ClipId clip) const;
    [[nodiscard]] QString missingText(const LabelledClip &clip) const;
    [[nodiscard]] QString noticeOf(const ClipAnalysis *analysis) const;

    ProjectSession session_;
    ProjectAnalyses analyses_;
    BackgroundAnalysis background_;
    TrainingService trainingService_;
    ProjectClipModel *clips_;
    ProjectPanel *panel_;
    TrainingPanel *training_;
    std::optional<Error> openError_;
    std::optional<ClipId> current_;
    std::string run_;              // whose activations are shown; empty: the project's own
    QString runProblem_;           // why they are not
    bool isBackgroundDue_ = false; // once the first clip is there
};

} // namespace tagscope::ui
