// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"
#include "ui/document/sources.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <variant>

namespace tagscope::ui {

// What is asked of recordings beside their analysis, away from the GUI thread: how long they are, and a window again
// whose analysis is no longer kept. Lives on the GUI thread.
class RecordingService : public QObject {
    Q_OBJECT

public:
    RecordingService(ProbeFunction probe, AnalyseWindowFunction analyseWindow, QObject *parent = nullptr);
    ~RecordingService() override;

    void probe(const std::filesystem::path &media);
    // Only the latest wish counts; the same wish again changes nothing while it is under way.
    void load(const std::filesystem::path &media, Seconds start);

Q_SIGNALS:
    // Of what cannot be probed nothing is known; its analysis says why.
    void probed(const std::filesystem::path &media, const RecordingFacts &facts);
    void loaded(const std::filesystem::path &media, Seconds start, const std::shared_ptr<const ClipAnalysis> &window);
    void failed(const std::filesystem::path &media, Seconds start, const Error &error); // never Cancelled

private:
    using Loaded = Result<std::shared_ptr<const ClipAnalysis>>;
    struct Report {
        std::filesystem::path media;
        Seconds start{0};
        std::uint64_t number = 0; // of a wish
        std::variant<RecordingFacts, Loaded> content;
    };

    [[nodiscard]] Loaded analyse(const std::filesystem::path &media, Seconds start, const std::stop_token &stop) const;
    void await();
    void deliver();

    ProbeFunction probe_;
    AnalyseWindowFunction analyseWindow_;
    std::optional<std::pair<std::filesystem::path, Seconds>> wish_; // under way
    std::uint64_t latest_ = 0;
    int awaited_ = 0; // reports
    std::stop_source loading_;
    std::stop_source all_;
    Inbox<Report> inbox_;
    QTimer delivery_;
    WorkerPool probing_{1};
    WorkerPool pool_{1}; // last, so that its thread ends before what it uses
};

} // namespace tagscope::ui
