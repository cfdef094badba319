// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/report_changes.h"
#include "core/evaluation/report_provenance.h"
#include "core/evaluation/systems.h"
#include "core/fusion/bootstrap.h"
#include "core/jobs/progress.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

// How well a project's systems do, as one value: the paper's Table 1 (systems x splits) and Figure 3 (class-wise F1 of
// two systems), for weak and audible truth, with intervals, differences, what changed, and what made it all. The same
// project and request give the same report.
namespace tagscope {

struct ReportRequest {
    std::vector<std::string> splits; // empty: all but the training split
    std::vector<Truth> truths;       // empty: weak, and the others where they are known
    std::string point;               // of the system that is looked at closely; empty: the best kind's newest
    std::string against;             // of the one it is compared with; empty: audio alone
    std::string split;               // looked at closely; empty: "test", else the last one
    Truth truth = Truth::Weak;       // of it
    BootstrapOptions bootstrap;
    std::string programVersion;
    // The paper's own choices: its two systems at points of its procedure, weak labels, no intervals; the split that
    // the thresholds were tuned on as it stands, which the paper calls "Development".
    bool isAsPaper = false;
    bool hasTimes = false; // when points were made; without it the same figures give the same files
};

// A split's figures against one truth, one entry a system.
struct SplitFigures {
    std::string split;
    Truth truth = Truth::Weak;
    std::vector<std::optional<Evaluation>> systems; // nothing where a system has no scores of the split
    // Micro F1 less that of Report::against; nothing where either was tuned on the split.
    std::vector<std::optional<F1Difference>> difference;
};

struct Report {
    std::vector<std::string> events;
    std::vector<System> systems;
    std::size_t shown = 0; // indices into `systems`
    std::optional<std::size_t> against;
    std::vector<SplitFigures> figures;    // each split's truths beside one another
    std::size_t closeUp = 0;              // index into `figures` of what Figure 3 shows
    std::optional<SystemChanges> changes; // there, from `against` to `shown`
    BootstrapOptions bootstrap;
    Provenance provenance;
    bool isAsPaper = false;
    bool hasTimes = false;
    std::vector<Message> departures; // settings that differ from the paper's, as far as the project tells
    std::vector<Message> warnings;   // tuned on the split itself, clips without scores, events that no clip has

    [[nodiscard]] const SplitFigures &close() const { return figures[closeUp]; }
    // Whether the system's point gives the video more say in the event than the audio: "(V)" of Figure 3.
    [[nodiscard]] bool isVideoWeighted(std::size_t event) const;
};

// Errors: Inconsistent (no operating point, or none of that name; no such split; no scores to measure), those of
// Project, Cancelled.
[[nodiscard]] Result<Report> makeReport(const Project &project, const ReportRequest &request,
                                        const Progress &progress = {}, std::stop_token stop = {});

// "audio + video (fusion-joint)": a system as tables name it.
[[nodiscard]] std::string titleOf(const System &system);
// "test, weak labels"
[[nodiscard]] std::string titleOf(const SplitFigures &figures);

} // namespace tagscope
