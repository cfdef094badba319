// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import.h"

#include <QWidget>
#include <filesystem>
#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;
class QSpinBox;

namespace tagscope::ui {

// Which lists and media are to be brought into a project.
class ImportForm : public QWidget {
    Q_OBJECT

public:
    explicit ImportForm(QWidget *parent = nullptr);

    void setLists(const std::vector<std::filesystem::path> &lists);
    void setMedia(const std::filesystem::path &folder);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] ImportRequest request() const;

private:
    void addFiles();
    void addFolder();

    QListWidget *lists_;
    QLineEdit *media_;
    QLineEdit *split_;
    QSpinBox *validation_;
};

// A line for a path with a button beside it that asks for one; `ask` returns an empty text where nothing was chosen.
[[nodiscard]] QWidget *withBrowseButton(QLineEdit *line, const std::function<QString(const QString &now)> &ask);

} // namespace tagscope::ui
