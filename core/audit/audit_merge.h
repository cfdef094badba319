// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace tagscope {

// A pair of which one annotator said different things in two projects; the later one holds.
struct MergeConflict {
    std::string clip;
    std::string event;
    Verdict here;
    Verdict there; // its clip and event are those of the project that was merged into
};

struct MergeReport {
    std::size_t verdictsAdded = 0;
    std::size_t verdictsKnown = 0; // were there already
    std::size_t regionsAdded = 0;
    std::size_t regionsTakenBack = 0;
    std::size_t remarksAdded = 0; // flags and new events
    std::size_t judgedTwice = 0;  // pairs that one annotator judged in both, at other times: two people of one name?
    std::vector<MergeConflict> conflicts;
    std::vector<std::string> leftOutClips;  // names that `into` does not have; only with UnknownPairs::LeaveOut
    std::vector<std::string> leftOutEvents; // likewise
};

enum class UnknownPairs { Refuse, LeaveOut };

struct MergeOptions {
    UnknownPairs unknown = UnknownPairs::Refuse;
    std::string as; // the name that all that is added gets in the place of its annotators'; empty: they keep theirs

    MergeOptions(UnknownPairs pairs = UnknownPairs::Refuse,
                 std::string name = {}) // what is unknown alone is said often
        : unknown(pairs), as(std::move(name)) {}
};

// Adds the whole history of verdicts, marked regions and remarks of `other` to `into`, in one transaction. Clips and
// events are matched by name. Entries that are there stay, so that merging again, or both ways, changes nothing more
// and gives the same verdicts whatever the order. Labels, splits and scores are not touched. Errors: Inconsistent (a
// verdict on a clip or event that `into` does not have, naming the first of them, unless they are to be left out),
// Cancelled, those of Project.
[[nodiscard]] Result<MergeReport> mergeAudit(Project &into, const Project &other, const MergeOptions &options = {},
                                             std::stop_token stop = {});

// The same of verdicts whose clips and events are those of `into`.
[[nodiscard]] Result<MergeReport> mergeVerdicts(Project &into, std::vector<Verdict> verdicts,
                                                const MergeOptions &options = {}, std::vector<Remark> remarks = {});

// What that would do; `into` stays as it is. The same errors.
[[nodiscard]] Result<MergeReport> previewMerge(Project &into, const Project &other, const MergeOptions &options = {},
                                               std::stop_token stop = {});

} // namespace tagscope
