// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/export.h"
#include "core/formats/region_format.h"
#include "core/project/project.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tagscope {

// The regions that leave a project: what was detected, with its largest activation as the confidence, or what was
// marked, of one annotator or of all by a rule of joining, as far as what was decided allows:
// where a pair was decided not to be heard (by adjudication, or else by the verdicts together) its regions stay in.
class ExportedRegions {
public:
    [[nodiscard]] static Result<ExportedRegions> of(const Project &project, const ExportRequest &request);

    [[nodiscard]] RegionsOfClip regionsOf(const Clip &clip);
    // Whether all that is heard in the clip is marked: every event of its labels, as verdicts correct them, has
    // regions. `heard`: 1 for each such event.
    [[nodiscard]] bool isComplete(const Clip &clip, std::span<const std::uint8_t> heard) const;
    // What was left out and joined so far, and what the format does not keep of the regions that were asked for.
    [[nodiscard]] std::vector<Message> notes(const RegionFormat &format) const;

private:
    ExportedRegions(const Project &project, const ExportRequest &request) : project_(project), request_(request) {}

    [[nodiscard]] Result<void> readMarked();
    [[nodiscard]] Result<void> detect();
    [[nodiscard]] std::vector<TimedLabel> joined(const std::vector<MarkedRegion> &regions);
    void count(const std::vector<TimedLabel> &labels);

    const Project &project_;
    const ExportRequest &request_;
    std::unordered_map<ClipId, std::vector<MarkedRegion>> regions_;
    std::set<std::pair<ClipId, int>> notHeard_;
    std::size_t left_ = 0;   // regions of pairs that were decided not to be heard
    std::size_t joined_ = 0; // regions that went into others, though nobody asked for a rule
    std::size_t withFrequencies_ = 0;
    std::size_t withConfidence_ = 0;
    std::size_t withChannel_ = 0;
    std::size_t withNote_ = 0;
    bool isInsideRecording_ = false; // a clip begins after its recording
};

// What is the same for all clips. `directory`: where the files will lie.
[[nodiscard]] RegionsContext regionsContext(const Project &project, const std::string &annotator,
                                            const std::filesystem::path &directory);

} // namespace tagscope
