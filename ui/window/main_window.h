// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"
#include "ui/window/features.h"

#include <QMainWindow>
#include <QUndoStack>
#include <filesystem>
#include <vector>

class QStackedWidget;

namespace tagscope::ui {

class ChangeDelay;
class LostFileBanner;
class StartCover;
class Workspaces;

// The program's window: puts together what the features bring, and holds what they share. It needs no model to be
// shown; everything that takes time goes through `sources`, on other threads.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const Sources &sources, QWidget *parent = nullptr);

    // As FilesFeature does.
    void openMedia(const std::vector<std::filesystem::path> &files);
    void open(const std::vector<std::filesystem::path> &files);
    void openProject(const std::filesystem::path &file);
    void openDemo(const std::filesystem::path &directory);
    void restoreSession();

    // The tour with the first clip, unless this person has had it.
    void offerTour();
    void startTour();

    // For somebody who waits for no answers, such as a system that ends: what would otherwise be asked is decided so
    // that nothing is lost.
    void closeUnasked();
    // What a person did until now outlasts the program, however that ends.
    void storeAll();

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
    void fillMenus();
    void offerTables();
    [[nodiscard]] QWidget *panel(const QString &name) const; // a dock; null: there is none of that name
    void restore();
    void watchChanges();
    void store();
    void showClip(const ShownClip &shown);

    Sources sources_;
    Document document_;
    ViewState view_;
    CurrentPoint point_;
    Auditor auditor_;
    CurrentClip clip_;
    FeatureContext context_;
    Features features_;
    std::vector<Dock> docks_; // by their places
    LostFileBanner *lostFile_;
    QStackedWidget *centre_;
    StartCover *cover_ = nullptr; // made with the centre
    ChangeDelay *changes_;
    Workspaces *workspaces_ = nullptr;
};

} // namespace tagscope::ui
