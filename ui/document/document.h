// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/project_contents.h"
#include "ui/document/project_edits.h"
#include "ui/document/sources.h"

#include <QObject>
#include <QUndoStack>
#include <memory>
#include <stop_token>
#include <vector>

namespace tagscope::ui {

// What is open of a project, to be shared by everything that shows it. Immutable.
struct OpenProject {
    std::shared_ptr<ClipAnalyst> analyst;
    std::shared_ptr<Project> store; // the analyst's
    ProjectContents contents;
    std::vector<QString> searchTexts; // one a clip: name, split and labels, folded for a search that ignores case
};

// What a person has to know of all the project's figures, such as that a demo's recordings are made; may be empty.
[[nodiscard]] QString noticeText(const ProjectContents &contents);

// The project that is open, at most one, what changes it, and what can be undone of that. Opens projects away from the
// GUI thread; lives on the GUI thread. Destroying it asks what runs to stop and waits for it.
class Document : public QObject {
    Q_OBJECT

public:
    Document(OpenProjectFunction open, MakeDemoFunction makeDemo, QObject *parent = nullptr);

    // The project that is open stays so until the new one is there.
    void open(const std::filesystem::path &file);
    // The demo project in `directory`, made there where there is none.
    void openDemo(const std::filesystem::path &directory);
    void close();
    // Reads the open project again, whose clips have changed: opened() tells of it as of another.
    void reload();

    [[nodiscard]] bool isOpening() const { return loading_.isRunning(); }
    [[nodiscard]] const std::filesystem::path &openingFile() const { return opening_; }   // file or directory
    [[nodiscard]] std::shared_ptr<const OpenProject> project() const { return project_; } // null where none is open

    [[nodiscard]] ProjectEdits &edits() { return edits_; }
    // Of the open project only: what was done to another cannot be undone in this one.
    [[nodiscard]] QUndoStack &undo() { return undo_; }

    // Counts the clips that are ready to be trained on, anew.
    void countReadiness();

Q_SIGNALS:
    void openingBegan();
    void opened();
    void failed(const Error &error);
    void closed();
    void readinessCounted(const std::vector<SplitReadiness> &splits);
    void readinessFailed(const Error &error);

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

    OpenProjectFunction open_;
    MakeDemoFunction makeDemo_;
    std::filesystem::path opening_;
    std::shared_ptr<const OpenProject> project_;
    ProjectEdits edits_;
    QUndoStack undo_;
    Job<std::vector<SplitReadiness>> counting_;
    Job<std::shared_ptr<const OpenProject>> loading_; // last, so that its work ends before what it uses
};

} // namespace tagscope::ui
