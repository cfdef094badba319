// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clips/clip_bars.h"
#include "ui/clips/clip_filter.h"
#include "ui/document/document.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QAbstractItemView;
class QComboBox;
class QLabel;
class QListView;
class QMenu;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace tagscope::ui {

class ClipFilterBar;
class ClipThumbnails;
class ProjectClipModel;

// The clips of the open project: search and filters, order, and the clips themselves in one of two forms, a compact
// list with pictures or a table. The chosen clip stays chosen while the filter shows it; several can be selected.
class ProjectPanel : public QWidget {
    Q_OBJECT

public:
    // `model` and `thumbnails` outlive the panel.
    ProjectPanel(ProjectClipModel &model, ClipThumbnails &thumbnails, QWidget *parent = nullptr);

    // The model has the project already; null: none.
    void setProject(const std::shared_ptr<const OpenProject> &project);
    void setSavedFilters(const std::vector<NamedClipFilter> &filters);
    [[nodiscard]] std::optional<ClipId> currentClip() const;
    [[nodiscard]] std::vector<ClipId> selectedClips() const; // in the order of the rows
    void select(ClipId clip);
    void step(int rows);
    void focusSearch();
    void focusClips(); // unless something is being typed
    // What can be done with the selected clips; belongs to the panel.
    [[nodiscard]] QMenu *selectionMenu() { return selectionMenu_; }
    [[nodiscard]] ClipBars &bars() { return bars_; }

Q_SIGNALS:
    void clipChosen(ClipId clip);
    void analysisAsked(const std::vector<ClipId> &clips);
    void splitAsked(const std::vector<ClipId> &clips, const QString &split);
    void labelAsked(const std::vector<ClipId> &clips, int event, bool isGiven); // else it is to be taken
    void savedFiltersAsked(const std::vector<NamedClipFilter> &filters, const QString &what);

private:
    void prepareViews();
    void showForm(bool isTable);
    void filter();
    void choose(const QModelIndex &now);
    void selectClips(const std::vector<ClipId> &clips);
    void showCount();
    void wantThumbnails();
    void fillSelectionMenu();
    void addLabelMenu(const QString &title, const std::vector<ClipId> &clips, bool isGiven);
    void askForSplit();
    void copyNames();
    [[nodiscard]] QAbstractItemView *view() const; // that is shown

    ProjectClipModel &model_;
    ClipThumbnails &thumbnails_;
    ClipBars bars_;                 // of the rows
    std::optional<ClipId> current_; // also while the filter hides it
    ClipFilterBar *bar_;
    QComboBox *order_;
    QToolButton *form_;
    QLabel *count_;
    QStackedWidget *forms_;
    QListView *list_;
    QTableView *table_;
    QMenu *selectionMenu_;
    QTimer *thumbnailDelay_;
};

} // namespace tagscope::ui
