// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/project/clip_table.h"
#include "ui/document/project_contents.h"
#include "ui/document/recording_overview.h"

#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

// What of a clip is not there to be seen.
struct Concealed {
    bool isBare = false;   // nothing was analysed: the analysis says no more than what is played
    bool pictures = false; // hidden
    bool output = false;   // of the models, and what is said of the clip: hidden
    friend bool operator==(const Concealed &, const Concealed &) = default;
};

// What stands in the middle of the window: a clip with its tracks, or in words what became of it.
struct ShownClip {
    QString title;
    std::optional<ClipId> clip;     // where it is a project's
    QString state;                  // in words, where there is no analysis
    QString cause;                  // details of an error; may be empty
    std::optional<double> fraction; // of work under way
    bool canBeAnalysedAgain = false;
    std::shared_ptr<const ClipAnalysis> analysis;       // null: the words are shown
    std::optional<std::vector<int>> labels;             // weak ones, where the clip is a project's
    std::shared_ptr<const ClipAnnotations> annotations; // beyond them; null where nothing is known
    std::shared_ptr<const RecordingOverview> recording; // in the place of an analysis: a whole long recording
    QString notice;                                     // what a person has to know of the figures
    Concealed concealed;
    bool isRevised = false;                       // a person changed its key frames or mapping
    bool isOfRun = false;                         // the activations are a training run's, not the project's own
    std::shared_ptr<const ClipAnalysis> compared; // by another network, its activations to be seen below; null: none
};

} // namespace tagscope::ui
