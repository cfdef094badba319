// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/workbench_contents.h"
#include "core/fusion/workbench.h"
#include "core/project/project.h"
#include "ui/base/job.h"
#include "ui/document/current_point.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>
#include <cstdint>
#include <memory>
#include <optional>

namespace tagscope::ui {

// The weights and thresholds that are worked on, beside a saved operating point, and their figures on the clips of a
// split. Each change can be undone; the window's clips are judged by them at once. Scores are read on another thread.
// Lives on the GUI thread.
class WorkbenchService : public QObject {
    Q_OBJECT

public:
    using Labels = Workbench::Labels;
    enum class Value { Weight, Threshold };

    // `current` and `undo` outlive it.
    WorkbenchService(CurrentPoint &current, QUndoStack &undo, QObject *parent = nullptr);

    // `defaults`: what is worked on until a point is chosen; one entry an event. Null: none is open.
    void setProject(std::shared_ptr<Project> project, OperatingPoint defaults);
    // Scores and labels of this split; empty: the usual one. What was there stays until they are.
    void load(const std::string &split);
    [[nodiscard]] bool isLoading() const { return loading_.isRunning(); }
    [[nodiscard]] const WorkbenchContents *contents() const { return contents_.get(); } // null: not loaded yet
    [[nodiscard]] std::shared_ptr<const WorkbenchContents> sharedContents() const { return contents_; }
    [[nodiscard]] Workbench *bench() { return bench_.get(); } // null without scores

    [[nodiscard]] Labels labels() const { return labels_; }
    void setLabels(Labels labels);

    [[nodiscard]] const OperatingPoint &point() const { return point_; }
    [[nodiscard]] bool isChanged() const { return point_ != saved_.point; } // since it was saved
    // Undoable. Changes of the same value with the same gesture (not 0) are undone together.
    void change(std::size_t event, Value value, double to, int gesture = 0);
    // Of both values; undone together.
    void changeBoth(std::size_t event, double weight, double threshold, int gesture = 0);
    // `text`: of the entry in the menu.
    void changeAll(const OperatingPoint &to, const QString &text, int gesture = 0);

    // The name of the point that was taken up last; empty: the project's own defaults.
    [[nodiscard]] const std::string &name() const { return taken_.name; }
    // Takes up another point, and compares with it from now on. Undoable.
    void use(const NamedOperatingPoint &point);

    // What the point is compared with. Its name is empty for the project's own defaults.
    [[nodiscard]] const NamedOperatingPoint &saved() const { return saved_; }
    void setSaved(const NamedOperatingPoint &saved);
    // Both at once, without an entry to undo: another project, or its points were read.
    void begin(const NamedOperatingPoint &point);

    // What use() changes.
    struct Use {
        NamedOperatingPoint taken;
        OperatingPoint point;
        NamedOperatingPoint saved;
    };

    // For the commands on the undo stack alone.
    void apply(const Use &use);
    void apply(std::size_t event, Value value, double to);
    void apply(const OperatingPoint &to);
    [[nodiscard]] std::uint64_t project() const { return project_; } // commands of others do nothing

Q_SIGNALS:
    void loadingBegan();
    void loaded();
    void failed(const Error &error);
    void labelsChanged();
    void edited(int event); // -1: all events
    void savedChanged();
    void used(const std::string &name); // another point is taken up, in use() or undoing it

private:
    struct Loaded {
        std::shared_ptr<const WorkbenchContents> contents;
        std::unique_ptr<Workbench> bench; // null where there are no scores
    };
    void take(Result<Loaded> read);
    void judge();
    void judgeSoon();

    CurrentPoint &current_;
    QUndoStack &undo_;
    std::shared_ptr<Project> store_;
    std::uint64_t project_ = 0;
    std::shared_ptr<const WorkbenchContents> contents_;
    std::unique_ptr<Workbench> bench_;
    Labels labels_ = Labels::Weak;
    NamedOperatingPoint taken_; // the point that was taken up last, as it is stored
    OperatingPoint point_;
    NamedOperatingPoint saved_;
    QTimer judging_; // so that the clip that is open follows at the screen's rate, not the mouse's
    Job<Loaded> loading_;
};

} // namespace tagscope::ui
