// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/region_format.h"
#include "ui/base/recent_files.h"
#include "ui/base/text.h"
#include "ui/clips/annotation_dialog.h"
#include "ui/clips/project_desk.h"
#include "ui/clips/project_dialogs.h"
#include "ui/clips/project_panel.h"
#include "ui/document/file_finder.h"
#include "ui/window/main_window.h"

#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <algorithm>

namespace tagscope::ui {

namespace {

bool isProjectFile(const std::filesystem::path &file) {
    return file.extension() == ".tagscope";
}

bool isLabelList(const std::filesystem::path &file) {
    const QString extension = pathText(file.extension()).toLower();
    return extension == QStringLiteral(".csv") || extension == QStringLiteral(".tsv") ||
           extension == QStringLiteral(".txt");
}

} // namespace

void MainWindow::open(const std::vector<std::filesystem::path> &files) {
    std::vector<std::filesystem::path> media;
    std::vector<std::filesystem::path> folders;
    std::vector<std::filesystem::path> annotations;
    ImportOffer offer;
    for (const std::filesystem::path &file : files) {
        std::error_code error;
        if (std::filesystem::is_directory(file, error))
            folders.push_back(file);
        else if (regionFormatOf(file) != nullptr)
            annotations.push_back(file);
        else if (isLabelList(file))
            offer.lists.push_back(file);
        else if (!isProjectFile(file))
            media.push_back(file);
    }
    openMedia(media);
    if (!annotations.empty())
        offerAnnotations(annotations);
    if (!offer.lists.empty()) {
        if (folders.size() == 1) // that of the lists' media
            offer.media = folders.front();
        offerImport(offer);
    } else if (!folders.empty()) {
        finder_->findMedia(folders);
    }
    const auto project = std::find_if(files.begin(), files.end(), isProjectFile);
    if (project != files.end())
        openProject(*project);
}

void MainWindow::openProject(const std::filesystem::path &file) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(file, error);
    desk_->session().open(error ? file : absolute);
}

void MainWindow::openDemo(const std::filesystem::path &directory) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(directory, error);
    desk_->session().openDemo(error ? directory : absolute);
}

void MainWindow::openOwnDemo() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    openDemo(toPath(folder + QStringLiteral("/tagscope/demo")));
}

void MainWindow::askForProject() {
    const QString key = QStringLiteral("window/projectFolder");
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Open project"), QSettings().value(key).toString(),
                                                        tr("Projects (*.tagscope);;All files (*)"));
    if (chosen.isEmpty())
        return;
    QSettings().setValue(key, QFileInfo(chosen).path());
    openProject(toPath(chosen));
}

bool MainWindow::isProjectShown() const {
    return lists_->currentWidget() == desk_->panel();
}

// The tab of the project is there while one is open, being opened, or has failed to open.
void MainWindow::followProject() {
    const ProjectSession &session = desk_->session();
    const bool isThere = session.isOpening() || session.project();
    const int tab = lists_->indexOf(desk_->panel());
    if (isThere && tab < 0)
        lists_->insertTab(0, desk_->panel(), tr("Project"));
    else if (!isThere && tab >= 0)
        lists_->removeTab(tab);
    if (isThere)
        lists_->setCurrentWidget(desk_->panel());
    if (session.project() && !session.isOpening()) {
        RecentFiles::projects().add({pathText(session.project()->contents.file)});
        showRecent();
    }
    showCurrentClip();
}

void MainWindow::stepClips(int clips) {
    if (isProjectShown())
        desk_->stepClips(clips);
    else
        selectClip(currentRow() + clips);
}

} // namespace tagscope::ui
