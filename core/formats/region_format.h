// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/read_regions.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tagscope {

// What annotators marked in a clip, as formats write it. Times are the clip's.
struct RegionsOfClip {
    std::string clip;
    std::string segment; // as AudioSet's strong list names the clip: "s9d-2nhuJCQ_30000"
    std::filesystem::path media;
    Seconds start{0}; // of the clip in its media
    Seconds duration{10};
    std::vector<TimedLabel> labels;                           // by the rule of joining; in the order of time
    std::vector<std::pair<std::string, TimedLabel>> byPerson; // annotator and label, as they were marked
};

// What is the same for all clips.
struct RegionsContext {
    std::vector<std::string> events;         // in the project's order
    std::map<std::string, std::string> mids; // AudioSet's ids of those that have one
    std::string annotator;                   // empty: all
    std::string date;                        // "2026-01-15T10:00:00+00:00"
    std::filesystem::path directory;         // where the files will lie; absolute
};

// A format in which other programs keep marked regions. Each is made by a function in the file of its reader and
// writer; region_formats.cpp lists the functions, and the command line, the dialogs and the tests take all from there.
struct RegionFormat {
    enum class Layout {
        FileForEachClip, // whose name is the clip's; text of one clip at a time
        List,            // one file about all clips
        Folder           // of a list, which is what is read, and what belongs beside it
    };
    using Regions = std::span<const RegionsOfClip>;
    // What a format keeps of a region beside its times and its event: what it does not is counted where it is written.
    struct Holds {
        bool frequencies = false;
        bool confidence = false;
        bool channel = false;
        bool note = false;
        bool annotator = false;
        bool isRecordingTime = false; // what is written of a clip inside a longer recording; else the clip's time
        double step = 0.0;            // seconds to which times are rounded; 0: they stay as they are
    };

    std::string_view id;    // on the command line, for ever
    std::string_view title; // a proper name, the same in every language
    Layout layout = Layout::FileForEachClip;
    std::vector<std::string_view> suffixes; // of its files; the first is written
    bool isKnownBySuffix = false;           // other formats' files end otherwise
    // The labels of a file; those of a list name their recordings or clips. Null: never read.
    Result<ReadRegions> (*read)(const std::filesystem::path &file, const RegionReading &reading) = nullptr;
    // The text of a file. Null: never written.
    Result<std::string> (*write)(Regions regions, const RegionsContext &context) = nullptr;
    // Of a folder: the list's name without its suffix, and the other file, whose text is always to be had.
    std::string_view list = {};
    std::string_view beside = {};
    std::string (*writeBeside)(Regions regions) = nullptr;
    Holds holds = {};
};

// Those of tiers, each of which has a name and labels. A tier may be named by an event and hold labels without a text,
// or with one that is none of the project's events and becomes the note; or carry events as its labels.
template <class Tiers>
[[nodiscard]] ReadRegions labelsOfTiers(const Tiers &tiers, const RegionReading &reading) {
    ReadRegions read;
    for (const auto &tier : tiers) {
        const bool isOfEvent = reading.isEvent(tier.name);
        for (TimedLabel label : tier.labels) {
            if (label.label.empty() || (isOfEvent && !reading.isEvent(label.label))) {
                label.note = label.label;
                label.label = tier.name;
            }
            read.take(std::move(label));
        }
    }
    return read;
}

// As tiers whose labels do not overlap: one for each of `events` that occurs, in that order, and further ones for what
// overlaps there. `step`: to which times are rounded, and which labels last at least; 0: they stay.
struct LabelTier {
    std::string name;
    std::vector<TimedLabel> labels; // in the order of time
};
[[nodiscard]] std::vector<LabelTier> tiersOf(const std::vector<TimedLabel> &labels,
                                             const std::vector<std::string> &events, double step);

// In the order in which they are offered.
[[nodiscard]] const std::vector<RegionFormat> &regionFormats();
[[nodiscard]] const RegionFormat *regionFormatNamed(std::string_view id); // null: there is none
// As far as the file's name tells; null where it does not.
[[nodiscard]] const RegionFormat *regionFormatOf(const std::filesystem::path &file);

// The name of what a file is about: without one of the format's suffixes, whatever the case, or else without its last.
[[nodiscard]] std::string nameWithoutSuffix(const RegionFormat &format, const std::filesystem::path &file);

} // namespace tagscope
