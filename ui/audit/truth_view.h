// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/project_votes.h"
#include "ui/base/figure_table_model.h"
#include "ui/base/job.h"

#include <QWidget>
#include <filesystem>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace tagscope::ui {

class FittedTable;

// What each rule makes of the votes, measured against a gold standard where one is given, and how each annotator
// answers, as "audit truth" says it. The votes are the project's verdicts, or those of a table. GUI thread.
class TruthView : public QWidget {
    Q_OBJECT

public:
    explicit TruthView(QWidget *parent = nullptr);

    void setProject(const std::shared_ptr<const Project> &project); // null: there is none
    void compute();                                                 // anew, of what is stored by now
    // Empty: the project's verdicts.
    void setVotes(const std::filesystem::path &table);
    void setGold(const std::filesystem::path &table); // empty: none

private:
    using Axes = std::vector<VotesOfAxis>;
    QWidget *makeControls();
    void addTable(const QString &title, const char *name, FigureTableModel &model);
    void take(const Result<Axes> &axes);
    void showFiles();

    std::shared_ptr<const Project> project_;
    std::filesystem::path votes_;
    std::filesystem::path gold_;
    FigureTableModel *rules_;
    FigureTableModel *annotators_;
    QComboBox *stage_;
    QCheckBox *informed_;
    QPushButton *chooseVotes_;
    QPushButton *chooseGold_;
    QPushButton *forget_; // the tables
    QLabel *source_;
    QTabWidget *tabs_;
    std::vector<FittedTable *> tables_;
    Job<Axes> job_;
};

// One row an axis and rule; one an axis and annotator.
[[nodiscard]] FigureTable rulesTable(const std::vector<VotesOfAxis> &axes);
[[nodiscard]] FigureTable qualitiesTable(const std::vector<VotesOfAxis> &axes);

} // namespace tagscope::ui
