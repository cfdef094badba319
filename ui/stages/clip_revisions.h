// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/analysis/clip_revision.h"
#include "ui/base/job.h"
#include "ui/document/stage_source.h"

#include <QObject>
#include <compare>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace tagscope::ui {

// Which clip a revision is of: the same one with other models is another.
struct RevisedClip {
    std::filesystem::path media;
    double start = 0.0;
    double duration = 0.0;
    double picturesPerSecond = 0.0;
    std::string models; // of the pictures, and the events that objects are given to

    [[nodiscard]] static RevisedClip of(const ClipAnalysis &analysis);
    friend auto operator<=>(const RevisedClip &, const RevisedClip &) = default;
};

// What a person has changed of how clips are judged, up to the fusion: their key frames and the mapping. Lasts as long
// as the window. What a change needs and is not known yet, such as the objects in a picture that was no key frame, is
// found on a thread of its own; until then the clip is as it was before. GUI thread. Destroying it asks the work to
// stop and waits for it.
class ClipRevisions : public QObject {
    Q_OBJECT

public:
    explicit ClipRevisions(QObject *parent = nullptr);

    // The clip that is looked at, as it was analysed (null: none), and what its models are asked through.
    void open(std::shared_ptr<const ClipAnalysis> analysis, StageSource source);
    [[nodiscard]] const std::shared_ptr<const ClipAnalysis> &analysis() const { return open_; }

    // The changes to a clip; empty where there are none. To be undone they go through ReviseClip.
    [[nodiscard]] ClipRevision revision(const RevisedClip &clip) const;
    [[nodiscard]] ClipRevision revision() const; // to the open clip
    void set(const RevisedClip &clip, const ClipRevision &revision);

    // The analysis with the changes that were made to its clip; itself where there are none. Immediate.
    [[nodiscard]] std::shared_ptr<const ClipAnalysis> apply(std::shared_ptr<const ClipAnalysis> analysis) const;

    // The cosines, objects x events, for the open clip; null until they are there (inputsChanged()). Empty without
    // word vectors.
    [[nodiscard]] std::shared_ptr<const Matrix> cosine() const;
    // What is being found for the open clip's changes, in words; empty where nothing is.
    [[nodiscard]] QString work() const { return work_; }
    // Why its changes cannot be shown; empty where they can.
    [[nodiscard]] QString failure() const;

Q_SIGNALS:
    void changed();       // what apply() answers
    void revised();       // a revision was set, whether it can be shown yet or not
    void inputsChanged(); // cosine()
    void workChanged();

private:
    struct Known {
        std::map<int, std::vector<ObjectProbability>> objects;
        std::vector<std::pair<KeyFrameOptions, KeyFrames>> selections;
    };
    struct Entry {
        ClipRevision revision;
        Known known;
        // The last answer of apply(), while the clip is open.
        std::shared_ptr<const ClipAnalysis> base;
        ClipRevision applied;
        std::shared_ptr<const ClipAnalysis> result;
        QString failure; // of it
    };
    struct Found {
        RevisedClip clip;
        Known known;
        std::shared_ptr<const Matrix> cosine;
    };

    [[nodiscard]] const Entry &entryOf(const RevisedClip &clip) const;
    [[nodiscard]] std::optional<RevisionInputs> inputsFor(const RevisedClip &clip, const ClipAnalysis &analysis) const;
    void findMissing();
    void find(bool isForRevision);
    void take(Result<Found> found);
    void setWork(const QString &work);

    std::shared_ptr<const ClipAnalysis> open_;
    StageSource source_;
    mutable std::map<RevisedClip, Entry> entries_;                 // of the clips that were changed
    std::map<std::string, std::shared_ptr<const Matrix>> cosines_; // by RevisedClip::models
    QString work_;
    QString failure_;
    Job<Found> job_;
};

} // namespace tagscope::ui
