// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/clip_progress.h"
#include "ui/document/sources.h"

#include <QObject>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace tagscope::ui {

// What is to be done in the background.
struct BackgroundWork {
    std::vector<ClipId> clips = {};   // in this order
    bool isForScores = false;         // only those that have no scores yet; else all
    std::size_t most = 0;             // for scores: none at all where more of them have none; 0: however many
    std::vector<ClipId> tunedOn = {}; // once these are through, operating points are made; empty: none are
};

// Makes and analyses a project's clips one after the other on a thread that leaves the processor to all others, so
// that they are there at once when they are looked at; stores their scores, and makes the project's operating points
// once there is something to tune on. Lives on the GUI thread. Destroying it asks the work to stop and waits for it.
class BackgroundAnalysis : public QObject {
    Q_OBJECT

public:
    explicit BackgroundAnalysis(YieldFunction yield, QObject *parent = nullptr);

    // In place of what is under way. A clip that fails is told and passed over.
    void start(std::shared_ptr<ClipAnalyst> analyst, BackgroundWork work);
    void cancel();

    [[nodiscard]] bool isRunning() const { return job_.isRunning(); }
    [[nodiscard]] int done() const { return done_; }
    [[nodiscard]] int total() const { return total_; }

Q_SIGNALS:
    void began(); // there are clips to do
    void advanced();
    // Its scores are stored. `misleads`: as ClipProgress::misleads.
    void analysed(ClipId clip, const TagsOfClip &tags, const std::vector<Message> &misleads);
    void failed(ClipId clip, const Error &error);
    void pointsMade();
    void pointsFailed(const Error &error);
    void ended(); // also after cancel()

private:
    struct Found {
        std::size_t clips = 0; // to do
    };
    struct Outcome {
        TagsOfClip tags;
        std::vector<Message> misleads;
    };
    struct Report {
        ClipId clip = 0;
        Result<Outcome> outcome;
    };
    struct Points {
        Result<std::vector<std::string>> made;
    };
    using News = std::variant<Found, Report, Points>;
    class Run;

    void take(const std::vector<News> &news);
    void take(const Found &found);
    void take(const Report &report);
    void take(const Points &points);
    void show();
    void end();

    YieldFunction yield_;
    int done_ = 0;
    int total_ = 0;
    Job<void, News> job_;
};

// The events that a clip is tagged with, as indices; nothing where no network said anything of it.
[[nodiscard]] TagsOfClip tagsOf(const ClipAnalysis &clip);

} // namespace tagscope::ui
