#pragma once

#include "ui/services/project_session.h"

#include <QWidget>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QTimer;

namespace tagscope::ui {

class ProjectClipModel;

// The clips of the open project: search, filter by split, order, and the list. The chosen clip stays chosen while the
// filter shows it.
class ProjectPanel : public QWidget {
    Q_OBJECT

public:
    // `model` outlives the panel.
    explicit ProjectPanel(ProjectClipModel &model, QWidget *parent = nullptr);

    // The model has the project already; null: none.
    void setProject(const std::shared_ptr<const OpenProject> &project);
    [[nodiscard]] std::optional<ClipId> currentClip() const;
    void select(ClipId clip);
    void step(int rows);

Q_SIGNALS:
    void clipChosen(ClipId clip);

private:
    void filter();
    void tellCount();

    ProjectClipModel &model_;
    std::optional<ClipId> current_; // also while the filter hides it
    QLineEdit *search_;
    QComboBox *split_;
    QComboBox *order_;
    QLabel *count_;
    QListView *list_;
    QTimer *searchDelay_;
};

} // namespace tagscope::ui
