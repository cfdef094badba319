// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/publish_tables.h"

#include <cstdint>
#include <string>
#include <vector>

// What a published audit says of itself: the method in words, and who may cite it how.
namespace tagscope {

struct AuditCard {
    std::string title;
    std::vector<std::string> creators;
    std::string licence;
    std::string programVersion;
    std::string rule;
    std::vector<std::string> annotators;
    std::size_t clips = 0;
    std::size_t judgedPairs = 0; // on the axis "heard"
    std::size_t verdicts = 0;    // entries of the history, adjudications aside
    std::size_t informed = 0;    // of them
    std::size_t adjudications = 0;
    std::int64_t first = 0; // time of the first entry and of the last, microseconds since 1970
    std::int64_t last = 0;
    std::size_t labelsBefore = 0;
    std::size_t labels = 0;
    std::size_t removed = 0;
    std::size_t added = 0;
    std::size_t undecided = 0;
    std::vector<std::string> plans;     // "16 digits: order random, 3 annotators, stages sound, pictures"
    std::vector<std::string> agreement; // "sound, heard: Krippendorff's alpha 0.71 (0.62 to 0.80), 120 pairs"
};
[[nodiscard]] Result<AuditCard> auditCard(const Project &project, const PublishOptions &options,
                                          const CorrectedLabels &corrected, const std::vector<VotesOfAxis> &votes,
                                          const std::vector<StageAgreement> &agreement);

// Markdown, after the data card that Hugging Face reads.
[[nodiscard]] std::string readmeOf(const AuditCard &card, bool hasFigures);
// The metadata that Zenodo takes.
[[nodiscard]] std::string zenodoOf(const AuditCard &card);

} // namespace tagscope
