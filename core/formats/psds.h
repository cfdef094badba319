// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/dcase_lists.h"
#include "core/formats/score_series.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

// The polyphonic sound detection score of Bilen, Ferroni, Tuveri, Azcarreta and Krstulović ("A framework for the robust
// evaluation of sound event detection", ICASSP 2020) over all thresholds, as sed_scores_eval computes it (Ebbers,
// Serizel and Haeb-Umbach, "Threshold-independent evaluation of sound event detection scores", ICASSP 2022).
namespace tagscope {

// The defaults are the first scenario of DCASE 2021 to 2023 task 4, of systems that are to react in time.
struct PsdsSettings {
    double detectionTolerance = 0.7; // share of a detection that regions of its event have to cover
    double truthTolerance = 0.7;     // share of a region that such detections have to cover
    // Share of a false detection that regions of another event have to cover for it to be a cross trigger; nothing:
    // cross triggers are not looked at.
    std::optional<double> crossTolerance = {};
    double costOfCrossTriggers = 0.0;
    double costOfInstability = 1.0; // of the deviation between events
    double mostFalsePerHour = 100.0;
};

// The second scenario, of systems that are not to confuse events.
[[nodiscard]] PsdsSettings secondPsdsScenario();

struct PsdsScore {
    double area = 0.0;               // in [0, 1]
    std::vector<std::string> events; // those of the scores
    std::vector<double> perEvent;    // the areas of their own curves
    std::size_t clips = 0;
    double hours = 0.0; // of scores
};

// Tables by clip: the file's name without its suffix. Errors: Unreadable, those of readScoreSeries(); Inconsistent (no
// tables; tables of different events).
[[nodiscard]] Result<std::map<std::string, ScoreSeries>> readScoreFolder(const std::filesystem::path &folder);

// Names of the truth's files count without their suffix. A detection is what lies at or above a threshold without a
// gap; each score is tried as threshold. An event without regions has no true positives and counts. Times are compared
// to a microsecond. Errors: Inconsistent (a clip without scores, or that the truth lacks; an event of the truth that
// has no scores; settings out of range).
[[nodiscard]] Result<PsdsScore> scorePsds(const std::vector<DcaseRow> &truth,
                                          const std::map<std::string, ScoreSeries> &scores,
                                          const PsdsSettings &settings = {});

} // namespace tagscope
