// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/agreement_summary.h"
#include "core/audit/audit_merge.h"
#include "core/audit/noise_estimate.h"
#include "core/audit/project_audit.h"
#include "core/audit/queue_precision.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

// What the subcommands of `audit` answer, as JSON and as text.
namespace tagscope::cli {

[[nodiscard]] nlohmann::ordered_json verdictToJson(const Verdict &verdict);

struct QueueReport {
    std::string project;
    std::vector<std::string> events;
    AuditMaterial material;
    QueueOptions options;
    AuditQueue queue;
    std::size_t limit = 0; // rows that are shown; 0: all
};

[[nodiscard]] nlohmann::ordered_json queueToJson(const QueueReport &report);
void printQueue(const QueueReport &report);

struct AgreementReport {
    std::string stage;         // or "final"
    AgreementSummary verdicts; // both answers together
    AgreementSummary heard;
    AgreementSummary seen;
    std::vector<Disagreement> disagreements;
    std::vector<std::string> clipNames; // of each disagreement
    std::vector<std::string> events;    // of the project
};

[[nodiscard]] nlohmann::ordered_json agreementToJson(const AgreementReport &report);
void printAgreement(const AgreementReport &report);

[[nodiscard]] nlohmann::ordered_json mergeToJson(const MergeReport &report);
void printMerge(const MergeReport &report);

[[nodiscard]] nlohmann::ordered_json judgedToJson(const JudgedRows &rows);
// Under the head of printJudgedHead().
void printJudged(const std::string &name, const JudgedRows &rows);
void printJudgedHead();

struct PrecisionReport {
    AuditSetup setup;
    std::vector<std::string> events; // of the project
    std::string audio;               // what made the probabilities; empty: there are none
    std::string video;
    std::string formula;   // of the order
    std::size_t pairs = 0; // in the queue
    QueuePrecision precision;
};

[[nodiscard]] nlohmann::ordered_json precisionToJson(const PrecisionReport &report);
void printPrecision(const PrecisionReport &report);

struct NoiseReport {
    std::vector<std::string> events; // of the project
    AuditSetup setup;                // of the queue
    std::vector<NoiseEstimate> estimates;
    std::vector<EventNoise> noise;
};

[[nodiscard]] nlohmann::ordered_json noiseToJson(const NoiseReport &report);
void printNoise(const NoiseReport &report);

} // namespace tagscope::cli
