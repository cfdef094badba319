// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_records.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/document/analysis_service.h"
#include "ui/document/auditor.h"
#include "ui/document/current_point.h"
#include "ui/document/recording_service.h"
#include "ui/document/shown_clip.h"
#include "ui/document/view_state.h"
#include "ui/plot/colour_map.h"
#include "ui/stages/clip_revisions.h"
#include "ui/stages/mapping_service.h"

#include <QMainWindow>
#include <QUndoStack>
#include <filesystem>
#include <functional>
#include <vector>

class QAction;
class QDockWidget;
class QMenu;
class QStackedWidget;
class QTabWidget;

namespace tagscope::ui {

class AuditDesk;
class ClipListModel;
class FileFinder;
struct ImportOffer;
class ClipListView;
class ClipStatePage;
class ClipView;
class Playback;
class MappingPanel;
class ProjectDesk;
class RegionByKey;
class RegionMarking;
class StartPage;
class TransportBar;
class WhyPanel;

// The program's window: puts the clip list, the tracks and the tables together and holds what they share. It needs no
// model to be shown; everything that takes time goes through `sources`, on other threads.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const Sources &sources, QWidget *parent = nullptr);

    // Adds the files to the list, starts their analysis and shows the first of them.
    void openMedia(const std::vector<std::filesystem::path> &files);
    // Media are opened; of projects the first, in place of the one that is open.
    void open(const std::vector<std::filesystem::path> &files);
    void openProject(const std::filesystem::path &file);
    // The demo project of this directory, which is made there where it is missing.
    void openDemo(const std::filesystem::path &directory);
    // What was open when the window was closed last, where a person has not switched that off.
    void restoreSession();

    void setTheme(Theme theme);
    void setLanguage(Language language);
    void setColourMap(ColourMap map);

Q_SIGNALS:
    // Another clip, or the same with other figures; without an analysis while there is none.
    void clipShown(const ShownClip &shown);

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeCentre();
    void makeDocks();
    QDockWidget *addDock(Qt::DockWidgetArea area, const QString &name, const QString &title, QWidget *content);
    void connectClips();
    void connectProject();
    void restore();

    // The parts of the window that bring their own docks and menu entries, each in a file of its name. In this order,
    // after the menus.
    void makeDocument();
    void moveToSplit(const std::vector<ClipId> &clips, const QString &split);
    void makeFileEntries();
    void offerNewProject(const ImportOffer &offer);
    void offerImport(const ImportOffer &offer); // into the project that is open, else into a new one
    void askForMissingMedia();
    void takeFoundMedia(const std::vector<std::filesystem::path> &folders,
                        const std::vector<std::filesystem::path> &media);
    void markMissing(const QStringList &files);
    void saveSession();
    void restoreClip();
    void makeTracks();
    void makeSpectrogramMenu(QMenu &menu);
    void showSpectrogramSettings();
    void makePlayback();
    void makePlayMenu(Playback &playback, TransportBar &transport);
    void makeWhy();
    void makeStages();
    void makeFusion();
    void makeEvaluation();
    void makeAudit();
    void makeAuditMenu();
    void followSitting();
    void playPair();
    void makeRegions();
    void makeRegionMenu(RegionMarking &marking, RegionByKey &byKey);
    void makeAgreement();
    void makeJobs();
    // Another part of the window asks for a clip of the project and one of its events.
    void showPair(ClipId clip, int event);
    void offerAnnotations(const std::vector<std::filesystem::path> &files); // for the project that is open
    void makeManners();
    // Adds what annotators said of the clip by now, and takes away what the one at work may not see.
    void annotate(ShownClip &shown) const;
    // Adds to the clip what a person changed of it.
    void revise(ShownClip &shown);
    [[nodiscard]] bool changesTracks(const ClipAnalysis *before, const ClipAnalysis *now) const;
    void connectMapping();
    void offerExports();
    void giveAllKeys();

    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeProjectMenu();
    void makeClipMenu();
    void makeViewMenu();
    void makeHelpMenu();
    // `id`: that by which the settings know the entry's keys, such as "clip.next"; one is made up where it is empty.
    QAction *addEntry(QMenu &menu, const QString &text, const QKeySequence &keys, std::function<void()> action,
                      const QString &id = {});
    // One of several, kept in the settings.
    void addChoice(QMenu &menu, const QString &title, const QStringList &names, const QString &chosen,
                   const std::function<void(const QString &)> &choose);

    void askForMedia();
    void askForProject();
    void openOwnDemo(); // that of this user
    void showRecent();
    void showRecentIn(QMenu &menu, bool isProjects);
    void showCurrentClip();
    void selectClip(int row);
    void analyseAgain();
    void closeClip();
    void chooseEvent(int step);
    void stepClips(int clips);
    void followProject();
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] bool isProjectShown() const;
    [[nodiscard]] std::optional<ShownClip> shownMedia() const;

    Sources sources_;
    ViewState view_;
    QUndoStack undo_;
    ClipRevisions revisions_;
    MappingService mapping_;
    CurrentPoint point_;
    Auditor auditor_;
    AnalysisService service_;
    RecordingService recordings_;
    FileFinder *finder_;
    ClipListModel *clips_;
    ProjectDesk *desk_;
    AuditRecords *records_;
    AuditDesk *audit_;
    std::shared_ptr<const ClipAnalysis> revised_; // of the clip that is shown, as changed here
    std::shared_ptr<const ClipAnalysis> shown_;   // and judged by the current weights and thresholds
    QTabWidget *lists_;                           // the project's clips, the opened media
    ClipListView *list_;
    QStackedWidget *centre_;
    StartPage *startPage_;
    ClipStatePage *statePage_;
    ClipView *clipView_;
    WhyPanel *why_;
    MappingPanel *mappingPanel_ = nullptr;
    QMenu *fileMenu_ = nullptr;
    QMenu *projectMenu_ = nullptr;
    QMenu *clipMenu_ = nullptr;
    QMenu *viewMenu_ = nullptr;
    QMenu *recentMenu_ = nullptr;
    QMenu *recentProjectsMenu_ = nullptr;
    QMenu *panelsMenu_ = nullptr;
    struct Restoring {
        QString clip; // name
        TimeRange range;
        bool isMediaShown = false;
    };
    std::uint64_t document_ = 0;         // whose changes can be undone, as ProjectEdits numbers them
    std::optional<Restoring> restoring_; // once its project is there
    bool isStretchDue_ = false;          // as soon as the pair's analysis is there
    bool hasDockSizes_ = false;          // restored, or given at the first showing
};

} // namespace tagscope::ui
