// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clips/project_dialogs.h"
#include "ui/document/feature.h"

#include <QStringList>

namespace tagscope::ui {

class ClipsFeature;
class FileFinder;
class StartPage;

// Projects and media come into the window, are looked for, and are there again at the next start.
class FilesFeature : public Feature {
    Q_OBJECT

public:
    FilesFeature(const FeatureContext &context, ClipsFeature &clips);

    [[nodiscard]] QWidget *startPage(); // in the middle of the window while nothing is open
    // Media are opened; of projects the first, in place of the one that is open.
    void open(const std::vector<std::filesystem::path> &files);
    // Adds the files to the list, starts their analysis and shows the first of them.
    void openMedia(const std::vector<std::filesystem::path> &files);
    void openProject(const std::filesystem::path &file);
    // The demo project of this directory, which is made there where it is missing.
    void openDemo(const std::filesystem::path &directory);
    // What was open when the window was closed last, where a person has not switched that off.
    void restoreSession();

    void save(QSettings &settings) const override;

private:
    void connectStartPage();
    void addFileEntries();
    void addProjectEntries();
    void askForMedia();
    void askForProject();
    void openOwnDemo(); // that of this user
    void showRecent();
    void showRecentIn(QMenu &menu, bool isProjects);
    void offerNewProject(const ImportOffer &offer);
    void offerImport(const ImportOffer &offer); // into the project that is open, else into a new one
    void offerAnnotations(const std::vector<std::filesystem::path> &files); // for the project that is open
    void askForMissingMedia();
    void takeFoundMedia(const std::vector<std::filesystem::path> &folders,
                        const std::vector<std::filesystem::path> &media);
    void markMissing(const QStringList &files);
    void restoreClip();

    struct Restoring {
        QString clip; // name
        TimeRange range;
        bool isMediaShown = false;
    };
    ClipsFeature &clips_;
    FileFinder *finder_;
    StartPage *startPage_;
    [[nodiscard]] bool isAllowed(const QAction *entry) const; // says so where it is not

    QAction *openMedia_ = nullptr;
    QAction *openProject_ = nullptr;
    QAction *import_ = nullptr;
    QAction *importAnnotations_ = nullptr;
    QMenu *recentProjects_ = nullptr;
    QMenu *recentMedia_ = nullptr;
    std::optional<Restoring> restoring_; // once its project is there
    bool isRangeDue_ = false;            // once its clip is
};

} // namespace tagscope::ui
