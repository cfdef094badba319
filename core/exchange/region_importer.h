// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/clip_finder.h"
#include "core/exchange/import_audit.h"
#include "core/formats/region_format.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace tagscope {

// Which region it is, however often it was written and read: clip, event, annotator, times, frequencies in hundredths
// of a hertz, channel.
using RegionKey = std::tuple<ClipId, int, std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t, int>;

// Finds out which clip, event and stretch each row of other programs' files is about, and keeps account of the rest.
// What the files say is taken one after the other; nothing is stored. One thread.
class RegionImporter {
public:
    enum class Confidence { AsItIs, Needed }; // a row without one is left out

    // `import` and `format` are to outlive it.
    RegionImporter(const Project &project, const RegionImport &import, std::vector<Clip> clips,
                   Confidence confidence = Confidence::AsItIs);

    // Errors: Inconsistent (the clip that was asked for is none, or several), those of Project.
    [[nodiscard]] Result<void> open(const Project &project);
    // Regions that are there already, to the millisecond, are not taken again.
    void leaveOutKnown(const std::vector<MarkedRegion> &there);
    void take(const RegionFormat &format, const std::filesystem::path &file);

    [[nodiscard]] const std::vector<MarkedRegion> &regions() const { return regions_; }
    [[nodiscard]] const std::vector<std::string> &addedEvents() const { return events_.added(); }
    // Labels that mean no event of the project.
    [[nodiscard]] const std::set<std::string> &otherLabels() const { return otherLabels_; }
    // That a file or a row is about, whether it had a region or not.
    [[nodiscard]] const std::set<ClipId> &clipsAsked() const { return clipsAsked_; }
    // Once, at the end.
    [[nodiscard]] AuditImportReport report();

private:
    // Where a row's label belongs.
    struct Place {
        std::vector<std::size_t> clips;
        bool isRecordingTime = false;
        std::optional<Message> question; // why it belongs nowhere
    };

    void takeRows(ReadRegions &read, FileReport &report);
    void takeLabel(const TimedLabel &label, std::size_t line, ReadRegions::Times times, FileReport &report);
    const Place &placeOfLabel(const std::string &path, ReadRegions::Times times);
    [[nodiscard]] Place findPlace(const std::string &path, ReadRegions::Times times) const;
    [[nodiscard]] std::optional<MarkedRegion> regionIn(const Clip &clip, const TimedLabel &label, bool isRecordingTime,
                                                       int event, bool &isCut) const;
    bool add(MarkedRegion region, const std::filesystem::path &file);
    void ask(const std::vector<std::size_t> &clips);

    const RegionImport &import_;
    const Confidence confidence_;
    const std::int64_t now_;
    ClipFinder finder_;
    EventFinder events_;
    std::optional<std::size_t> asked_; // the clip that all are about
    std::set<RegionKey> stored_;
    std::set<RegionKey> read_;
    std::set<std::string> otherLabels_;
    std::set<ClipId> clipsAsked_;
    std::vector<MarkedRegion> regions_;
    AuditImportReport report_;

    // Of the file that is being taken.
    RegionFormat::Layout layout_ = RegionFormat::Layout::List;
    FoundClips own_;
    std::string ownName_;
    std::map<std::string, Place> places_; // by the path of a row
    std::size_t cut_ = 0;
};

} // namespace tagscope
