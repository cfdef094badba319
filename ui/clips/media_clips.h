// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clips/clip_thumbnails.h"
#include "ui/clips/open_clips.h"
#include "ui/document/analysis_service.h"
#include "ui/document/recording_service.h"

#include <QTimer>

namespace tagscope::ui {

class ClipListModel;
class ClipListView;

// Media that are open without a project: as they are, and until they are closed.
class MediaClips : public OpenClips {
    Q_OBJECT

public:
    explicit MediaClips(const Sources &sources, QObject *parent = nullptr);

    void open(const std::vector<std::filesystem::path> &files);
    void showWindow(const std::filesystem::path &file, Seconds start); // of a long recording
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::vector<std::filesystem::path> files() const;

    [[nodiscard]] QWidget *list() override;
    [[nodiscard]] std::optional<ShownClip> shownClip() const override;
    void stepClips(int clips) override;
    void analyseAgain() override;
    void analyseWithOtherModels() override;
    void closeClip() override;
    void cancel() override;

private:
    [[nodiscard]] int currentRow() const; // -1 where none is
    void select(int row);
    void wantPictures();

    AnalysisService service_;
    RecordingService recordings_;
    ClipThumbnails pictures_;
    ClipListModel *clips_;
    ClipListView *list_;
    QTimer pictureDelay_;
};

} // namespace tagscope::ui
