// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/single_label.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"
#include "core/training/folds.h"
#include "core/training/head_trainer.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// A project's own classes on somebody's tagger, from little data. Only in builds with media.
namespace tagscope {

struct HeadRequest {
    std::filesystem::path tagger; // whose embedding is learnt on
    std::string run;              // empty: a free name
    Truth truth = Truth::Weak;    // the labels to learn: Weak or Audited
    FoldRequest folds = {};       // none: the training split is learnt
    HeadSettings settings = {};
    unsigned threads = 1; // clips that are listened to at once
};

// How good the scores of clips are that the head had not learnt.
struct HeadFigures {
    std::size_t clips = 0;
    double microF1 = 0.0; // by weak labels, thresholds tuned on these clips
    std::optional<SingleLabelFigures> singleLabel;
};

struct HeadOutcome {
    std::string run;
    std::filesystem::path head;   // the file, for tag, predict and explain
    std::string tagger;           // its name
    std::size_t numbers = 0;      // of the embedding
    std::size_t clips = 0;        // learnt from
    std::size_t withoutSound = 0; // left out
    std::vector<std::string> folds;
    std::vector<std::string> failures;  // of clips that could not be read, a sentence each
    std::string source;                 // of out-of-fold scores; empty without folds
    std::optional<HeadFigures> figures; // out of fold, or of the validation split
};

// Learns a head of each clip's embeddings and leaves it in the run's directory, with the run's row in the project. With
// folds it is learnt from all clips of them, and before that once for each fold from the others, by which the fold's
// clips are scored: scores and activations become the source foldSourceName(), so that
// tuning and evaluation can use every clip. Each clip is listened to once.
// Errors: Inconsistent (there is a run or another source of the name, no clips to learn from), Unsupported (a tagger
// without an embedding, or one that takes no samples), those of openTagger(), foldsOf() and Project, Cancelled.
[[nodiscard]] Result<HeadOutcome> trainHeadRun(Project &project, const HeadRequest &request,
                                               const Progress &progress = {}, const std::stop_token &stop = {});

} // namespace tagscope
