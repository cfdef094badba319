// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

#include <QPointer>

class QTabWidget;

namespace tagscope::ui {

class MediaClips;
class OpenClips;
class ProjectClips;

// The clips that are open, the project's and the media beside it, and which one is looked at.
class ClipsFeature : public Feature {
    Q_OBJECT

public:
    explicit ClipsFeature(const FeatureContext &context);

    [[nodiscard]] ProjectClips &project() { return *project_; }
    [[nodiscard]] const MediaClips &media() const { return *media_; }
    [[nodiscard]] bool isMediaShown() const;
    void openMedia(const std::vector<std::filesystem::path> &files);
    void showMedia();
    void analyseWithOtherModels(); // everything that is open

    void stop() override;

private:
    void addEntries();
    void connectProject();
    void followProject();
    void changeLabels(const std::vector<ClipId> &clips, int event, bool isGiven);
    void moveToSplit(const std::vector<ClipId> &clips, const QString &split);
    [[nodiscard]] OpenClips &shown() const; // whose list is in front
    void showList(OpenClips &clips);
    void showEvent(ClipId clip, int event);

    MediaClips *media_;
    ProjectClips *project_;
    QTabWidget *lists_;        // the project's clips, the opened media
    QPointer<QObject> wanted_; // an event of a clip that is not there yet
};

} // namespace tagscope::ui
