// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/read_regions.h"

#include <filesystem>

namespace tagscope {

// Lists of regions of many clips as other programs write them: rows separated by tabs, or as CSV by commas or
// semicolons (what the first line has), under a header that names the columns, in any order (file: filename, file,
// path, clip, segment_id; times: onset and offset, start and end …; event_label, label, event, class, common name;
// annotator, low, high, confidence, channel, note), or without one as file, onset, offset and label. Of AudioSet's
// framed lists the frames that are marked NOT_PRESENT are left out; so are rows whose times are "nan" or both 0, which
// mean "nothing here", and files alone are no rows. Columns that are not read are named in a note. Errors: Unreadable,
// Malformed (no times under the header, no row is a region).
[[nodiscard]] Result<ReadRegions> readRegionList(const std::filesystem::path &file, const RegionReading &reading = {});

} // namespace tagscope
