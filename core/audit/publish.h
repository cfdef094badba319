// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/vote_truth.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

// An audit as others can use it and check it.
namespace tagscope {

struct PublishOptions {
    TruthRule rule = TruthRule::Majority; // by which votes become labels; the lead's decisions stand over it
    std::string title;                    // empty: that of the project's file
    std::vector<std::string> creators;    // as in a citation; at least one
    std::string licence = "CC-BY-4.0";    // SPDX, of the labels
    std::string programVersion;
};

struct Published {
    std::vector<std::string> files; // by name
    std::size_t labels = 0;         // corrected ones, in all clips
    std::size_t changed = 0;        // pairs whose label differs from the weak one
    std::size_t undecided = 0;      // judged pairs on which the rule decides nothing: the weak label stays
};

// Makes `folder`: labels.csv (every label after the audit), changes.csv (what differs from before, and by whose word),
// votes.csv (pair by pair what was voted, and what each rule makes of it), verdicts.csv (the whole history, as
// importVerdicts() reads it), annotators.csv, agreement.csv, figures.csv (F1 against the labels before and after; only
// where the project has an operating point and scores), README.md (the method in words, with the data card of Hugging
// Face), zenodo.json and SHA256SUMS. Nothing in them says when or where they were made: the same project and options
// give the same bytes, also after its verdicts were merged in another order on another computer. Errors: Inconsistent
// (no verdicts, no creator, the folder is not empty), Unreadable, Cancelled, those of Project.
[[nodiscard]] Result<Published> publishAudit(const Project &project, const PublishOptions &options,
                                             const std::filesystem::path &folder, std::stop_token stop = {});

} // namespace tagscope
