// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import.h"
#include "core/exchange/media_folder.h"
#include "ui/base/job.h"

#include <QWidget>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace tagscope::ui {

// Which lists and media are to be brought into a project.
class ImportForm : public QWidget {
    Q_OBJECT

public:
    // `canAddEvents`: to a project that is there.
    explicit ImportForm(bool canAddEvents, QWidget *parent = nullptr);

    void setLists(const std::vector<std::filesystem::path> &lists);
    void setMedia(const std::filesystem::path &folder);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] ImportRequest request() const;

Q_SIGNALS:
    void subfoldersChosen(); // to be the labels

private:
    void followFolder();
    void showPreview(const Result<FolderContents> &contents);
    void addFiles();
    void addFolder();

    QListWidget *lists_;
    QLineEdit *media_;
    QLineEdit *split_;
    QSpinBox *validation_;
    QSpinBox *seed_;
    QCheckBox *subfolders_;
    QCheckBox *addEvents_;
    QLabel *preview_; // of a folder without lists
    std::optional<FolderContents> contents_;
    Job<FolderContents> looking_;
};

// A line for a path with a button beside it that asks for one; `ask` returns an empty text where nothing was chosen.
[[nodiscard]] QWidget *withBrowseButton(QLineEdit *line, const std::function<QString(const QString &now)> &ask);

} // namespace tagscope::ui
