// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/clip_pictures.h"
#include "ui/document/view_state.h"
#include "ui/stages/clip_revisions.h"
#include "ui/stages/method_comparison.h"

#include <QUndoStack>
#include <QWidget>
#include <memory>

class QLabel;
class QListView;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace tagscope::ui {

class EmptyState;
class FittedTable;
class KeyFrameMethodModel;
class KeyFrameModel;
class NumberBox;
class RevisionEffectModel;

// "Key frames": those of the clip with what they stand for and show; the methods of choosing them side by side, with
// what each costs; and what another choice does to the tags. Every change goes through the undo stack.
class KeyFramePanel : public QWidget {
    Q_OBJECT

public:
    // All outlive it.
    KeyFramePanel(ClipRevisions &revisions, ViewState &view, QUndoStack &undo, const ThumbnailFunction &thumbnails,
                  QWidget *parent = nullptr);

    // The open clip as analysed and as it is with the changes, both judged alike; null: none.
    void setClip(const std::shared_ptr<const ClipAnalysis> &before, const std::shared_ptr<const ClipAnalysis> &now);

public Q_SLOTS:
    // In place of the chosen key frame.
    void usePictureAtPlayhead();
    void goBackToAnalysis();

Q_SIGNALS:
    void modelsAsked(); // to add what is missing

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeCards();
    QWidget *makeIntervals();
    QWidget *makeMethods();
    QWidget *makeEffects();
    void showControls();
    void compare();
    void takeResults(const std::vector<MethodResult> &results);
    void useMethod();
    void push(const ClipRevision &revision, const QString &text);
    void wantPictures();
    void followView();
    void followRevisions();
    void enableActions();
    [[nodiscard]] int pictureAtPlayhead() const;
    [[nodiscard]] int chosenKeyFrame() const; // -1: none

    ClipRevisions &revisions_;
    ViewState &view_;
    QUndoStack &undo_;
    ClipPictures pictures_;
    MethodComparison comparison_;
    KeyFrameModel *keyFrames_;
    KeyFrameMethodModel *methods_;
    RevisionEffectModel *effects_;
    std::shared_ptr<const ClipAnalysis> analysis_; // as it was analysed
    std::shared_ptr<const ClipAnalysis> now_;
    QStackedWidget *pages_; // why there are none; the panel
    EmptyState *nothing_;
    QWidget *intervals_ = nullptr; // says that nothing chose them
    QListView *cards_;
    QLabel *status_;
    QPushButton *swap_;
    QPushButton *back_;
    QSpinBox *count_;
    NumberBox *lambda_;
    QTableView *methodTable_;
    QLabel *methodStatus_;
    QPushButton *use_;
    FittedTable *effectTable_;
    bool isComparisonDue_ = false; // once somebody looks
};

} // namespace tagscope::ui
