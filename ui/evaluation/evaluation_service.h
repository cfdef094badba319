// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"
#include "ui/document/evaluation_contents.h"
#include "ui/document/project_source.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <variant>

namespace tagscope::ui {

// Makes reports on a thread of its own; of several that were asked for only the last one is told of. Lives on the GUI
// thread. Destroying it asks what runs to stop and waits for it.
class EvaluationService : public QObject {
    Q_OBJECT

public:
    explicit EvaluationService(QObject *parent = nullptr);
    ~EvaluationService() override;

    // In place of one that is being made.
    void start(std::shared_ptr<ProjectSource> source, const ReportRequest &request);
    void cancel();
    [[nodiscard]] bool isRunning() const { return isRunning_; }

    // Makes a file's bytes on the thread and writes them, whole or not at all. No bytes: they could not be made.
    void save(const QString &file, std::function<QByteArray()> make);
    // Takes labels or predictions out of the project.
    void exportTo(std::shared_ptr<ProjectSource> source, const ExportRequest &request, const QString &target);

Q_SIGNALS:
    void began();
    void progressed(double fraction, const QString &stage);
    void made(const std::shared_ptr<const EvaluationContents> &contents);
    void failed(const Error &error); // Cancelled after cancel()
    void saved(const QString &file, const QString &remark);
    void saveFailed(const Error &error);

private:
    struct Step {
        std::uint64_t number = 0;
        double fraction = 0.0;
        std::string stage;
    };
    struct Made {
        std::uint64_t number = 0;
        Result<std::shared_ptr<const EvaluationContents>> contents;
    };
    struct Saved {
        QString file;
        QString remark;
        Result<void> written;
    };
    using News = std::variant<Step, Made, Saved>;

    void deliver();
    void take(const Made &result);

    std::uint64_t latest_ = 0;
    bool isRunning_ = false;
    int saving_ = 0;
    std::stop_source running_;
    std::stop_source exporting_;
    Inbox<News> inbox_;
    QTimer delivery_;
    WorkerPool pool_{1}; // last, so that its thread ends before what it uses
};

} // namespace tagscope::ui
