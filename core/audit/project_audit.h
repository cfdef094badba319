// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_queue.h"
#include "core/audit/confident_joint.h"
#include "core/audit/verdict_summary.h"
#include "core/base/result.h"
#include "core/evaluation/evaluation.h"
#include "core/project/project.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// The audit of a project: what its clips are ordered by, and what the verdicts so far say.
namespace tagscope {

// What a project's pairs are ordered by, and what made it.
struct AuditMaterial {
    std::vector<Clip> clips; // the rows of all tables
    AuditScores scores;
    std::vector<std::size_t> groups;  // of nearly the same clips
    std::optional<ScoreSource> audio; // nothing where no clip has a score of the branch
    std::optional<ScoreSource> video;
    std::size_t withoutAudio = 0;
    std::size_t withoutVideo = 0;
};

// A split by its name; empty: the clips of all.
[[nodiscard]] inline std::optional<std::string_view> splitOrAll(std::string_view split) {
    return split.empty() ? std::nullopt : std::optional(split);
}

// Of a split, or of all clips. Audio probabilities are calibrated out of fold. Where there are too few of them for that
// `scores.audio` is all absent and orders nothing.
// Errors: Inconsistent (no clips), those of Project, Cancelled.
[[nodiscard]] Result<AuditMaterial> auditMaterial(const Project &project, std::optional<std::string_view> split,
                                                  const CalibrationFolds &folds = {}, std::stop_token stop = {});

// The queue of the material. Errors: Inconsistent (an order that needs audio probabilities which there are none of),
// saying what makes them.
[[nodiscard]] Result<AuditQueue> auditQueue(const AuditMaterial &material, const QueueOptions &options);

// By what an order puts the material's pairs, which is by the sound alone where no clip has video probabilities.
[[nodiscard]] std::string_view formulaFor(const AuditMaterial &material, QueueOrder order);
// What is to be said of the order beside it: that no clip, or not every one, has the video probabilities that it takes.
[[nodiscard]] std::optional<Message> noteOn(const AuditMaterial &material, QueueOrder order);

// How often an event's labels are wrong.
struct EventNoise {
    std::string event;
    ConfidentJoint joint;      // from the probabilities alone
    Share inaudible;           // of the labelled pairs that were judged: those that are not heard
    std::int64_t disputed = 0; // labelled pairs that were judged without a common answer
};

// One an event of the project. Pairs that were put first because they look wrong are judged more often than others:
// `inaudible` is an estimate for all labels only where pairs were drawn at random. Errors: those of Project, Cancelled.
[[nodiscard]] Result<std::vector<EventNoise>> labelNoise(const Project &project, const AuditMaterial &material);
// The same of events by these names and verdicts that hold. Errors: Inconsistent (not the material's events).
[[nodiscard]] Result<std::vector<EventNoise>>
labelNoise(const AuditMaterial &material, const std::vector<std::string> &events, const std::vector<Verdict> &standing);

} // namespace tagscope
