// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace tagscope::ui {

// How a piece of work ended, or what else there is to say.
enum class LogKind { Done, Note, Cancelled, Failed };

// A piece of work that goes on.
struct RunningJob {
    QString name;
    QString stage;                  // what it does now; may be empty
    std::optional<double> fraction; // done of it; nothing: not known
    std::function<void()> cancel;   // null: it cannot be cancelled
    int waiting = 0;                // pieces of the same work behind it
};

// Everything that runs in the window, and what came of it, for whoever shows it. Jobs enter themselves (job.h).
// GUI thread.
class JobRegistry : public QObject {
    Q_OBJECT

public:
    // One for the program, as its threads are.
    [[nodiscard]] static JobRegistry &instance();

    // `id`, or with a number behind it where another job is listed by it: what the job is known by until it ends.
    [[nodiscard]] QString enter(const QString &id, const RunningJob &job);
    void update(const QString &key, const RunningJob &job);
    void leave(const QString &key);
    void log(LogKind kind, const QString &name, const QString &text) { Q_EMIT logged(kind, name, text); }

    // In the order in which they came.
    [[nodiscard]] const std::vector<std::pair<QString, RunningJob>> &jobs() const { return jobs_; }
    [[nodiscard]] const RunningJob *find(const QString &key) const; // null where it has ended

Q_SIGNALS:
    void changed(const QString &key); // or came
    void ended(const QString &key);
    void logged(LogKind kind, const QString &name, const QString &text);

private:
    std::vector<std::pair<QString, RunningJob>> jobs_;
};

} // namespace tagscope::ui
