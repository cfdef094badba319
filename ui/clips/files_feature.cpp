// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/files_feature.h"

#include "core/formats/region_format.h"
#include "ui/base/core_text.h"
#include "ui/base/mnemonics.h"
#include "ui/base/recent_files.h"
#include "ui/base/text.h"
#include "ui/base/usual_folder.h"
#include "ui/clips/annotation_dialog.h"
#include "ui/clips/clips_feature.h"
#include "ui/clips/media_clips.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_clips.h"
#include "ui/clips/project_panel.h"
#include "ui/clips/start_page.h"
#include "ui/document/file_finder.h"
#include "ui/document/import_command.h"
#include "ui/document/project_commands.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QUndoStack>
#include <algorithm>
#include <iterator>
#include <utility>

namespace tagscope::ui {

namespace {

// More media than a person would open one by one: they are worth a project.
constexpr std::size_t kMostMediaToOpen = 20;

QString restoreKey() {
    return QStringLiteral("session/restore");
}

bool isRestoringWanted() {
    return QSettings().value(restoreKey(), true).toBool();
}

bool isProjectFile(const std::filesystem::path &file) {
    return file.extension() == ".tagscope";
}

bool isLabelList(const std::filesystem::path &file) {
    return QStringList{QStringLiteral(".csv"), QStringLiteral(".tsv"), QStringLiteral(".txt")}.contains(
        pathText(file.extension()).toLower());
}

} // namespace

FilesFeature::FilesFeature(const FeatureContext &context, ClipsFeature &clips)
    : Feature(context), clips_(clips), finder_(new FileFinder(context.sources.findMedia, this)),
      startPage_(new StartPage) {
    connectStartPage();
    addFileEntries();
    addProjectEntries();
    connect(finder_, &FileFinder::found, this, &FilesFeature::takeFoundMedia);
    connect(finder_, &FileFinder::checked, this, &FilesFeature::markMissing);
    connect(finder_, &FileFinder::failed, this,
            [this](const Error &error) { context_.say(translated(error.message)); });
    connect(&context.document, &Document::opened, this, [this] {
        RecentFiles::projects().add({pathText(context_.document.project()->contents.file)});
        showRecent();
        startPage_->setNotice({});
        restoreClip();
    });
    connect(&context.document, &Document::failed, this, [this] { restoring_.reset(); });
    connect(&context.auditor, &Auditor::stageChanged, this, &FilesFeature::showRecent);
    showRecent();
}

QWidget *FilesFeature::startPage() {
    return startPage_;
}

void FilesFeature::connectStartPage() {
    connect(startPage_, &StartPage::openAsked, this, &FilesFeature::askForMedia);
    connect(startPage_, &StartPage::projectAsked, this, &FilesFeature::askForProject);
    connect(startPage_, &StartPage::newProjectAsked, this, [this] { offerNewProject({}); });
    connect(startPage_, &StartPage::modelsAsked, &context_.clip, &CurrentClip::modelsAsked);
    connect(startPage_, &StartPage::demoAsked, this, &FilesFeature::openOwnDemo);
    connect(startPage_, &StartPage::recentProjectAsked, this,
            [this](const QString &file) { openProject(toPath(file)); });
    connect(startPage_, &StartPage::recentAsked, this, [this](const QString &file) { openMedia({toPath(file)}); });
}

void FilesFeature::addFileEntries() {
    openMedia_ =
        addEntry("file", 101, "file.openMedia", tr("&Open media…"), QKeySequence::Open, [this] { askForMedia(); });
    addEntry("file", 102, "file.newProject", tr("&New project…"), QKeySequence::New, [this] { offerNewProject({}); });
    openProject_ = addEntry("file", 103, "file.openProject", tr("Open &project…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
                            [this] { askForProject(); });
    addEntry("file", 104, "file.openDemo", tr("Open &demo project"), {}, [this] { openOwnDemo(); });
    recentProjects_ = addMenu("file", 105, tr("Open re&cent project"));
    recentMedia_ = addMenu("file", 106, tr("Open &recent media"));
    QAction *restored =
        addEntry("file", 401, "file.restoreSession", tr("Reopen the last project or media at &startup"));
    restored->setCheckable(true);
    restored->setChecked(isRestoringWanted());
    connect(restored, &QAction::toggled, this, [](bool isWanted) { QSettings().setValue(restoreKey(), isWanted); });
}

void FilesFeature::addProjectEntries() {
    import_ =
        addEntry("project", 303, "project.import", tr("&Import into the project…"), {}, [this] { offerImport({}); });
    addEntry("project", 304, "project.locate", tr("&Locate missing media…"), {}, [this] { askForMissingMedia(); });
    importAnnotations_ = addEntry("project", 306, "project.importAnnotations", tr("I&mport verdicts or regions…"), {},
                                  [this] { offerAnnotations({}); });
}

void FilesFeature::open(const std::vector<std::filesystem::path> &files) {
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
    if (!media.empty() && isAllowed(openMedia_))
        openMedia(media);
    if (!annotations.empty() && isAllowed(importAnnotations_))
        offerAnnotations(annotations);
    if (!offer.lists.empty()) {
        if (!isAllowed(import_))
            return;
        if (folders.size() == 1) // that of the lists' media
            offer.media = folders.front();
        offerImport(offer);
    } else if (!folders.empty() && isAllowed(openMedia_)) {
        finder_->findMedia(folders);
    }
    std::vector<std::filesystem::path> projects;
    std::ranges::copy_if(files, std::back_inserter(projects), isProjectFile);
    if (projects.empty() || !isAllowed(openProject_))
        return;
    openProject(projects.front());
    if (projects.size() > 1)
        context_.say(tr("One project can be open at a time: %1 is opened, %2 is not.")
                         .arg(pathText(projects[0].filename()), pathText(projects[1].filename())));
}

// What is dropped goes no other way than through the menus: what a sitting locks there is locked here.
bool FilesFeature::isAllowed(const QAction *entry) const {
    if (!entry->isEnabled())
        context_.say(
            tr("%1 is not possible while a session of the audit is under way.").arg(withoutMnemonic(entry->text())));
    return entry->isEnabled();
}

void FilesFeature::askForMedia() {
    const QStringList chosen = QFileDialog::getOpenFileNames(
        &context_.parent, tr("Open media"), usualFolder(QStringLiteral("window/folder")),
        tr("Video and sound (*.mp4 *.mkv *.webm *.mov *.avi *.mpg *.mpeg *.m4v *.ts *.flv *.3gp *.wav *.flac *.mp3 "
           "*.ogg *.opus *.m4a *.aac *.aiff);;All files (*)"));
    if (chosen.isEmpty())
        return;
    QSettings().setValue(QStringLiteral("window/folder"), QFileInfo(chosen.front()).path());
    std::vector<std::filesystem::path> files;
    for (const QString &file : chosen)
        files.push_back(toPath(file));
    openMedia(files);
}

void FilesFeature::openMedia(const std::vector<std::filesystem::path> &files) {
    if (files.empty())
        return;
    QStringList names;
    std::vector<std::filesystem::path> absolute;
    for (const std::filesystem::path &file : files) {
        std::error_code error;
        const std::filesystem::path whole = std::filesystem::absolute(file, error);
        absolute.push_back(error ? file : whole);
        names << pathText(absolute.back());
    }
    RecentFiles::media().add(names);
    showRecent();
    clips_.openMedia(absolute);
}

void FilesFeature::openProject(const std::filesystem::path &file) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(file, error);
    context_.document.open(error ? file : absolute);
}

void FilesFeature::openDemo(const std::filesystem::path &directory) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(directory, error);
    context_.document.openDemo(error ? directory : absolute);
}

void FilesFeature::openOwnDemo() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    openDemo(toPath(folder + QStringLiteral("/tagscope/demo")));
}

void FilesFeature::askForProject() {
    const QString key = QStringLiteral("window/projectFolder");
    const QString chosen = QFileDialog::getOpenFileName(&context_.parent, tr("Open project"), usualFolder(key),
                                                        tr("Projects (*.tagscope);;All files (*)"));
    if (chosen.isEmpty())
        return;
    QSettings().setValue(key, QFileInfo(chosen).path());
    openProject(toPath(chosen));
}

void FilesFeature::showRecent() {
    startPage_->setRecent(RecentFiles::projects().files(), RecentFiles::media().files());
    showRecentIn(*recentProjects_, true);
    showRecentIn(*recentMedia_, false);
    finder_->check(RecentFiles::projects().files() + RecentFiles::media().files());
}

void FilesFeature::showRecentIn(QMenu &menu, bool isProjects) {
    const RecentFiles recent = isProjects ? RecentFiles::projects() : RecentFiles::media();
    const QStringList files = context_.auditor.hidesOutput() ? QStringList() : recent.files(); // names tell of clips
    menu.clear();
    menu.setEnabled(!files.isEmpty());
    for (const QString &file : files) {
        QString shown = file;
        QAction *entry = menu.addAction(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
        entry->setData(file);
        connect(entry, &QAction::triggered, this, [this, file] { open({toPath(file)}); });
    }
    if (files.isEmpty())
        return;
    menu.addSeparator();
    connect(menu.addAction(tr("&Clear this list")), &QAction::triggered, this, [this, recent] {
        recent.clear();
        showRecent();
    });
}

void FilesFeature::offerNewProject(const ImportOffer &offer) {
    newProjectDialog(
        offer, context_.sources.models, [this](const std::filesystem::path &file) { openProject(file); },
        &context_.parent)
        ->open();
}

void FilesFeature::offerImport(const ImportOffer &offer) {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    if (!project) {
        offerNewProject(offer);
        return;
    }
    importDialog(
        project->store, offer,
        [this, project](const ProjectChange &change) {
            if (project == context_.document.project())
                takeImportedClips(context_.document, change);
        },
        &context_.parent)
        ->open();
}

void FilesFeature::offerAnnotations(const std::vector<std::filesystem::path> &files) {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    if (!project || context_.auditor.stage())
        return context_.say(project ? tr("Verdicts and regions can be imported once the session has ended.")
                                    : tr("First open the project that the annotations are about."));
    const auto take = [this, project](const AuditImportReport &report) {
        if (project == context_.document.project())
            takeImported(context_.document, report);
    };
    const AnnotationOffer offer{files, context_.auditor.name(), clipNames(project->contents)};
    annotationDialog(project->store, offer, take, &context_.parent)->open();
}

void FilesFeature::askForMissingMedia() {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    if (!project) {
        context_.say(tr("Open a project first: its missing media will be searched for."));
        return;
    }
    const QString folder = QFileDialog::getExistingDirectory(&context_.parent, tr("Folder to search for missing media"),
                                                             pathText(project->contents.file.parent_path()));
    if (folder.isEmpty())
        return;
    locateDialog(
        project->store, toPath(folder),
        [this, project](const std::vector<LocatedMedia> &moved) {
            if (project == context_.document.project())
                context_.document.undo().push(new ChangePlaces(
                    context_.document.edits(), moved, tr("relocating media: %1").arg(static_cast<int>(moved.size()))));
        },
        &context_.parent)
        ->open();
}

void FilesFeature::takeFoundMedia(const std::vector<std::filesystem::path> &folders,
                                  const std::vector<std::filesystem::path> &media) {
    if (media.empty())
        context_.say(tr("There are no video or sound files in %1.").arg(pathText(folders.front())));
    else if (media.size() <= kMostMediaToOpen)
        openMedia(media);
    else if (context_.document.project())
        offerImport({{}, folders.front()});
    else
        offerNewProject({{}, folders.front()});
}

void FilesFeature::markMissing(const QStringList &files) {
    startPage_->setMissing(files);
    for (const QMenu *menu : {recentProjects_, recentMedia_})
        for (QAction *entry : menu->actions())
            if (const QVariant file = entry->data(); files.contains(file.toString())) {
                QString shown = file.toString();
                entry->setText(tr("✗ %1 (not found)").arg(shown.replace(QLatin1Char('&'), QStringLiteral("&&"))));
            }
    const QString last = QSettings().value(QStringLiteral("session/project")).toString();
    if (!restoring_ || context_.document.project() || context_.document.isOpening())
        return;
    if (files.contains(last)) {
        startPage_->setNotice(tr("✗ The project that was open last no longer exists: %1").arg(last));
        restoring_.reset();
    } else {
        openProject(toPath(last));
    }
}

void FilesFeature::save(QSettings &settings) const {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    if (restoring_)
        return; // what was open last is not there yet
    settings.setValue(QStringLiteral("session/project"), project ? pathText(project->contents.file) : QString());
    const std::optional<ClipId> clip = clips_.project().panel()->currentClip();
    const LabelledClip *labelled = clip ? clips_.project().clips().find(*clip) : nullptr;
    settings.setValue(QStringLiteral("session/clip"), labelled != nullptr ? toText(labelled->clip.name) : QString());
    if (!isRangeDue_) {
        settings.setValue(QStringLiteral("session/from"), context_.view.range().lower.count());
        settings.setValue(QStringLiteral("session/to"), context_.view.range().upper.count());
    }
    QStringList media;
    for (const std::filesystem::path &file : clips_.media().files())
        media << pathText(file);
    settings.setValue(QStringLiteral("session/media"), media);
    settings.setValue(QStringLiteral("session/isMediaShown"), clips_.isMediaShown());
}

void FilesFeature::restoreSession() {
    if (!isRestoringWanted())
        return;
    const QSettings settings;
    std::vector<std::filesystem::path> media;
    for (const QString &file : settings.value(QStringLiteral("session/media")).toStringList())
        media.push_back(toPath(file));
    openMedia(media);
    const QString project = settings.value(QStringLiteral("session/project")).toString();
    if (project.isEmpty())
        return;
    restoring_ = Restoring{settings.value(QStringLiteral("session/clip")).toString(),
                           {Seconds(settings.value(QStringLiteral("session/from")).toDouble()),
                            Seconds(settings.value(QStringLiteral("session/to")).toDouble())},
                           settings.value(QStringLiteral("session/isMediaShown")).toBool()};
    finder_->check(RecentFiles::projects().files() + RecentFiles::media().files() + QStringList{project});
}

// The project is there: its clip, and once that is shown, what was seen of it.
void FilesFeature::restoreClip() {
    if (!restoring_)
        return;
    const Restoring before = *std::exchange(restoring_, std::nullopt);
    for (int row = 0; row < clips_.project().clips().rowCount(); ++row)
        if (const std::optional<ClipId> clip = clips_.project().clips().clipAt(row);
            clip && toText(clips_.project().clips().find(*clip)->clip.name) == before.clip) {
            clips_.project().panel()->select(*clip);
            break;
        }
    if (before.isMediaShown && !clips_.media().isEmpty())
        clips_.showMedia();
    isRangeDue_ = true;
    auto *once = new QObject(this);
    connect(&context_.clip, &CurrentClip::changed, once, [this, once, before](const ShownClip &shown) {
        const bool isSame = shown.title == before.clip;
        if (isSame && !shown.analysis)
            return;
        isRangeDue_ = false;
        if (isSame)
            context_.view.setRange(before.range);
        once->deleteLater(); // or another clip was chosen meanwhile
    });
}

} // namespace tagscope::ui
