// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/inbox.h"
#include "core/jobs/progress.h"
#include "core/jobs/worker_pool.h"

#include "core/base/result.h"

#include <QDialog>
#include <QTimer>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace tagscope::ui {

// A form, the work that it starts on a thread of its own, how far that is, and what came of it, all in one place.
// Closing it asks the work to stop and waits for it. GUI thread.
class WorkDialog : public QDialog {
    Q_OBJECT

public:
    // On the GUI thread: takes what was made over; the answer is what was done, in words.
    using Done = std::function<QString()>;
    // On another thread.
    using Job = std::function<Result<Done>(const Progress &progress, const std::stop_token &stop)>;
    // The job of the form as it is filled in now; an error where it is not ready, in words for its person.
    using MakeJob = std::function<Result<Job>()>;

    // `form` may be null; the dialog takes it.
    WorkDialog(const QString &title, const QString &startText, QWidget *form, MakeJob makeJob,
               QWidget *parent = nullptr);
    ~WorkDialog() override;

    void start();
    // What was done can be done again, or the next step of it, as the form is filled in then.
    void setRepeatable() { canRepeat_ = true; }
    [[nodiscard]] bool isWorking() const { return delivery_.isActive(); }

    void reject() override; // stops the work first, where there is any

private:
    struct Advance {
        double fraction = 0.0;
        std::string stage;
    };
    using Report = std::variant<Advance, Result<Done>>;
    void deliver();
    void end(const Result<Done> &outcome);
    void showState();

    MakeJob makeJob_;
    QWidget *form_;
    QProgressBar *bar_;
    QLabel *stage_;
    QPlainTextEdit *outcome_;
    QDialogButtonBox *buttons_;
    QPushButton *start_;
    bool isDone_ = false;
    bool canRepeat_ = false;
    std::stop_source running_;
    Inbox<Report> inbox_;
    QTimer delivery_;    // runs while there is work
    WorkerPool pool_{1}; // last, so that its thread ends before what it uses
};

} // namespace tagscope::ui
