// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/analysis_service.h"
#include "ui/document/feature.h"
#include "ui/document/recording_service.h"

#include <QPointer>

class QTabWidget;

namespace tagscope::ui {

class ClipListModel;
class ClipListView;
class ProjectClips;

// The clips that are open, the project's and the media beside it, and which one is looked at.
class ClipsFeature : public Feature {
    Q_OBJECT

public:
    explicit ClipsFeature(const FeatureContext &context);

    [[nodiscard]] ProjectClips &project() { return *project_; }
    [[nodiscard]] AnalysisService &service() { return service_; }
    [[nodiscard]] const ClipListModel &media() const { return *media_; }
    [[nodiscard]] bool isProjectShown() const; // its list, not that of the media
    void openMedia(const std::vector<std::filesystem::path> &files);
    void showMedia();
    void analyseWithOtherModels(); // everything that is open

    void stop() override;

private:
    void addEntries();
    void connectMedia();
    void connectProject();
    void followProject();
    void followChanges();
    void moveToSplit(const std::vector<ClipId> &clips, const QString &split);
    void selectMedia(int row);
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] std::optional<ShownClip> shownMedia() const;
    void showEvent(ClipId clip, int event);
    void step(int clips);
    void analyseAgain();
    void closeClip();

    AnalysisService service_;
    RecordingService recordings_;
    ClipListModel *media_;
    ProjectClips *project_;
    QTabWidget *lists_; // the project's clips, the opened media
    ClipListView *list_;
    QPointer<QObject> wanted_; // an event of a clip that is not there yet
};

} // namespace tagscope::ui
