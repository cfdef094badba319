// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/branch_sources.h"
#include "ui/document/project_contents.h"
#include "ui/document/project_edits.h"
#include "ui/document/sources.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace tagscope::ui {

// What is open of a project, to be shared by everything that shows it. Immutable.
struct OpenProject {
    std::shared_ptr<ClipAnalyst> analyst;
    std::shared_ptr<Project> store; // the analyst's
    ProjectContents contents;
    std::vector<QString> searchTexts; // one a clip
};

// A clip's name, split and labels, a line each, folded for a search that ignores case.
[[nodiscard]] QString searchTextOf(const LabelledClip &clip, const std::vector<EventClass> &classes);

// What a person has to know of all the project's figures, such as that a demo's recordings are made; may be empty.
[[nodiscard]] QString noticeText(const ProjectContents &contents);

// The project that is open, at most one, what changes it, and what can be undone of that. Opens projects away from the
// GUI thread; lives on the GUI thread. Destroying it asks what runs to stop and waits for it.
class Document : public QObject {
    Q_OBJECT

public:
    Document(OpenProjectFunction open, MakeDemoFunction makeDemo, QObject *parent = nullptr);

    // The project that is open stays so until the new one is there; of its own file, where that is another by now, only
    // until that is to be opened.
    void open(const std::filesystem::path &file);
    // The demo project in `directory`, made there where there is none.
    void openDemo(const std::filesystem::path &directory);
    void close();
    // Reads the open project again, whose clips have changed: opened() tells of it as of another.
    void reload();
    // Opens its file again, whose events are others by now. What can be undone stays.
    void reopen();
    // Once the project that is open now has stored what was wished, and is open again where that needs it; never where
    // another one is open by then. `context`: as for signals.
    void whenSettled(QObject *context, const std::function<void()> &then);

    [[nodiscard]] bool isOpening() const { return loading_.isRunning(); }
    [[nodiscard]] const std::filesystem::path &openingFile() const { return opening_; }   // file or directory
    [[nodiscard]] std::shared_ptr<const OpenProject> project() const { return project_; } // null where none is open

    [[nodiscard]] ProjectEdits &edits() { return edits_; }
    // Of the open project only: what was done to another cannot be undone in this one.
    [[nodiscard]] QUndoStack &undo() { return undo_; }

    // Why nothing more can be stored: another file, or none, is in the place of the project's. Looked for every few
    // seconds, after each edit that failed, and by checkFile(); nothing while all is well.
    [[nodiscard]] const std::optional<Error> &loss() const { return loss_; }
    void checkFile();
    // The same for somebody who is about to close the window; waits for it, but no longer than `most`.
    void checkFile(std::chrono::milliseconds most);
    // Everything as a new project: copySaved() or copyFailed() tells of it.
    void saveCopy(const std::filesystem::path &target);
    void saveCopyNow(const std::filesystem::path &target); // waits for it, and tells nothing
    [[nodiscard]] BranchSources &branches() { return branches_; }

    // Counts the clips that are ready to be trained on, anew.
    void countReadiness();

Q_SIGNALS:
    void openingBegan();
    void opened();
    void failed(const Error &error);
    void closed();
    // Of the open project, whose contents have them by now.
    void labelsChanged(const std::vector<std::pair<ClipId, int>> &labels, bool isGiven);
    void readinessCounted(const std::vector<SplitReadiness> &splits);
    void readinessFailed(const Error &error);
    void lossChanged();
    void copySaved(const std::filesystem::path &target);
    void copyFailed(const Error &error);

private:
    using FindFunction = std::function<Result<std::filesystem::path>(const std::stop_token &)>;
    using LoadFunction = std::function<Result<std::shared_ptr<const OpenProject>>(const std::stop_token &)>;
    void begin(const std::filesystem::path &place, LoadFunction load);
    void begin(const std::filesystem::path &place, FindFunction find);
    [[nodiscard]] Result<std::shared_ptr<const OpenProject>> load(const FindFunction &find,
                                                                  const std::shared_ptr<const OpenProject> &current,
                                                                  const std::stop_token &stop) const;
    void take(Result<std::shared_ptr<const OpenProject>> project);
    void show(std::shared_ptr<const OpenProject> project);
    void takeLabels(const std::vector<std::pair<ClipId, int>> &labels, bool isGiven);
    void takeLoss(const Result<void> &checked);

    OpenProjectFunction open_;
    MakeDemoFunction makeDemo_;
    std::filesystem::path opening_;
    std::shared_ptr<const OpenProject> project_;
    ProjectEdits edits_;
    QUndoStack undo_;
    QTimer watch_; // runs while a project is open
    std::optional<Error> loss_;
    bool isReopening_ = false;
    std::shared_ptr<std::atomic<bool>> hasLetGo_ =
        std::make_shared<std::atomic<bool>>(false); // to open its place again
    Job<void> checking_;
    Job<std::filesystem::path> copying_;
    BranchSources branches_{edits_, undo_};
    Job<std::vector<SplitReadiness>> counting_;
    Job<std::shared_ptr<const OpenProject>> loading_; // last, so that its work ends before what it uses
};

} // namespace tagscope::ui
