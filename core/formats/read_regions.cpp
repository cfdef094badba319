// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/read_regions.h"

#include "core/base/unicode_text.h"
#include "core/formats/label_cells.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {

bool RegionReading::isEvent(const std::string &label) const {
    const std::string form = normalForm(label);
    return !form.empty() &&
           std::ranges::any_of(events, [&form](const std::string &event) { return normalForm(event) == form; });
}

void ReadRegions::take(TimedLabel label, std::size_t line) {
    if (!std::isfinite(label.onset.count()) || !std::isfinite(label.offset.count()))
        return leaveOut("formats.no_times_in_order", line);
    if (label.offset < label.onset)
        return leaveOut("formats.label_out_of_order", line);
    if (label.onset < -kBarelyBefore)
        return leaveOut({"formats.label_before_0", shortestText(label.onset.count())}, line);
    if (label.onset < Seconds(0)) {
        label.onset = Seconds(0);
        label.offset = std::max(label.offset, Seconds(0));
        ++clamped;
    }
    labels.push_back(std::move(label));
    lines.push_back(line);
}

void ReadRegions::leaveOut(Message reason, std::size_t line, bool isFault) {
    leftOut.push_back({line, std::move(reason), isFault});
}

Result<ReadRegions> withRows(const std::filesystem::path &file, ReadRegions read) {
    if (!read.labels.empty() || read.leftOut.empty() || !read.leftOut.front().isFault)
        return read;
    const LeftOutRow &first = read.leftOut.front();
    return fail(Error::Kind::Malformed, first.line == 0 ? Message("base.within", file, first.reason)
                                                        : Message("base.in_line", file, first.line, first.reason));
}

} // namespace tagscope
