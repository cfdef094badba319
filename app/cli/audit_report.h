#pragma once

#include "core/audit/audit_merge.h"
#include "core/audit/project_audit.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

// What the subcommands of `audit` answer, as JSON and as text.
namespace tagscope::cli {

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

// Coefficients of one event, or of all pairs together.
struct AgreementRow {
    std::string event;     // empty: all
    std::size_t pairs = 0; // with at least two verdicts
    std::size_t differing = 0;
    std::optional<Agreement> cohen; // of exactly two annotators
    Agreement fleiss;
    Agreement alpha;
    Agreement alphaOfSound; // of heard or not heard alone
};

struct AgreementReport {
    std::string stage; // or "final"
    std::vector<std::string> annotators;
    std::vector<AgreementRow> rows; // of all pairs first
    std::vector<Disagreement> disagreements;
    std::vector<std::string> clipNames; // of each disagreement
    std::vector<std::string> events;    // of the project
};

[[nodiscard]] nlohmann::ordered_json agreementToJson(const AgreementReport &report);
void printAgreement(const AgreementReport &report);

[[nodiscard]] nlohmann::ordered_json mergeToJson(const MergeReport &report);
void printMerge(const MergeReport &report);

[[nodiscard]] nlohmann::ordered_json noiseToJson(const std::vector<EventNoise> &noise);
void printNoise(const std::vector<EventNoise> &noise);

} // namespace tagscope::cli
