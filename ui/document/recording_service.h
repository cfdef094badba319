// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/sources.h"

#include <QObject>
#include <memory>
#include <optional>
#include <utility>

namespace tagscope::ui {

// What is asked of recordings beside their analysis, away from the GUI thread: how long they are, and a window again
// whose analysis is no longer kept. Lives on the GUI thread.
class RecordingService : public QObject {
    Q_OBJECT

public:
    RecordingService(ProbeFunction probe, AnalyseWindowFunction analyseWindow, QObject *parent = nullptr);

    void probe(const std::filesystem::path &media);
    // Only the latest request counts; the same request again changes nothing while it is under way.
    void load(const std::filesystem::path &media, Seconds start);

Q_SIGNALS:
    // Of what cannot be probed nothing is known; its analysis says why.
    void probed(const std::filesystem::path &media, const RecordingFacts &facts);
    void loaded(const std::filesystem::path &media, Seconds start, const std::shared_ptr<const ClipAnalysis> &window);
    void failed(const std::filesystem::path &media, Seconds start, const Error &error); // never Cancelled

private:
    using Window = std::shared_ptr<const ClipAnalysis>;
    void take(const Result<Window> &window);

    ProbeFunction probe_;
    AnalyseWindowFunction analyseWindow_;
    std::optional<std::pair<std::filesystem::path, Seconds>> request_; // under way
    JobQueue probing_;
    Job<Window> loading_; // last, so that its work ends before what it uses
};

} // namespace tagscope::ui
