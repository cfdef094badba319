// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/figure_table_model.h"
#include "ui/base/job.h"

#include <QDialog>
#include <functional>
#include <stop_token>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace tagscope::ui {

class FittedTable;

// A form, the work that it starts on a thread of its own, how far that is, and what came of it, all in one place.
// Closing it asks the work to stop and waits for it. GUI thread.
class WorkDialog : public QDialog {
    Q_OBJECT

public:
    // On the GUI thread: takes what was made over; the answer is what was done, in words.
    using Done = std::function<QString()>;
    // On another thread.
    using Work = std::function<Result<Done>(const Progress &progress, const std::stop_token &stop)>;
    // The work of the form as it is filled in now; an error where it is not ready, in words for its person.
    using MakeWork = std::function<Result<Work>()>;

    // `form` may be null; the dialog takes it.
    WorkDialog(const QString &title, const QString &startText, QWidget *form, MakeWork makeWork,
               QWidget *parent = nullptr);

    void start();
    // What was done can be done again, or the next step of it, as the form is filled in then.
    void setRepeatable() { canRepeat_ = true; }
    // What came of it as a table, below the words; it can be saved. One without rows hides it.
    void showTable(const FigureTable &table, const QString &name);
    [[nodiscard]] bool isWorking() const { return job_.isRunning(); }

    void reject() override; // stops the work first, where there is any

private:
    void end(const Result<Done> &outcome);
    void showState();

    MakeWork makeWork_;
    QWidget *form_;
    QProgressBar *bar_;
    QLabel *stage_;
    QPlainTextEdit *outcome_;
    FigureTableModel *model_;
    FittedTable *table_ = nullptr; // null before there is one
    QDialogButtonBox *buttons_;
    QPushButton *start_;
    bool isDone_ = false;
    bool canRepeat_ = false;
    Job<Done> job_; // last, so that its work ends before what it uses
};

} // namespace tagscope::ui
