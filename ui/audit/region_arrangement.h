// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/verdict_table.h"
#include "ui/audit/audit_records.h"
#include "ui/document/project_contents.h"

#include <QStringList>
#include <Qt>
#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <vector>

// Which regions of a project a table shows and in which order, as plain values for a worker: 100,000 of them keep a
// thread busy for tenths of a second. All functions may run on any thread; Error Cancelled where they were stopped.
namespace tagscope::ui {

enum class RegionColumn { Clip, Event, Onset, Offset, Low, High, Confidence, Annotator, Source, Note };
inline constexpr int kRegionColumns = 10;

using RegionRow = std::shared_ptr<const MarkedRegion>; // the same pointer as long as the region is the same
using RegionRows = std::vector<RegionRow>;

struct RegionNames {
    QStringList events;
    std::unordered_map<ClipId, QString> clips;

    [[nodiscard]] QString clip(ClipId clip) const; // empty for an unknown one
};

// All regions of a project's clips, by clip, onset, event and offset.
struct RegionTable {
    std::shared_ptr<const RegionNames> names = std::make_shared<const RegionNames>();
    std::shared_ptr<const RegionRows> rows = std::make_shared<const RegionRows>();
};

struct RegionWish {
    RegionColumn column = RegionColumn::Clip; // to sort by
    Qt::SortOrder order = Qt::AscendingOrder;
    QStringList words = {}; // each somewhere in the names of a region or its note, whatever its case
    std::optional<int> event = {};

    friend bool operator==(const RegionWish &, const RegionWish &) = default;
};

[[nodiscard]] QString regionText(const MarkedRegion &region, RegionColumn column, const RegionNames &names);

[[nodiscard]] Result<RegionTable> regionTable(const ProjectContents &contents, const RegionsByClip &regions,
                                              const std::stop_token &stop);
// The same, but that one clip's regions are these; those that stay keep their rows.
[[nodiscard]] RegionTable withRegionsOf(const RegionTable &table, ClipId clip, std::vector<MarkedRegion> regions);

[[nodiscard]] Result<RegionRows> arrangedRegions(const RegionTable &table, const RegionWish &wish,
                                                 const std::stop_token &stop);

} // namespace tagscope::ui
