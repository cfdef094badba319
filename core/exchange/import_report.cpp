// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_report.h"

#include <algorithm>
#include <utility>

namespace tagscope {

bool FileReport::hasFailed() const {
    return refused || (added == 0 && known == 0) || std::ranges::any_of(leftOut, &LeftOutRow::isFault);
}

bool AuditImportReport::hasFailed() const {
    return std::ranges::any_of(files, &FileReport::hasFailed);
}

void AuditImportReport::take(FileReport file) {
    if (file.refused)
        notes.push_back(file.refused->message);
    // Rows of one reason are one sentence, with the first line.
    std::vector<std::pair<const LeftOutRow *, std::size_t>> reasons;
    for (const LeftOutRow &row : file.leftOut) {
        const auto same =
            std::ranges::find_if(reasons, [&row](const auto &one) { return one.first->reason == row.reason; });
        if (same != reasons.end())
            ++same->second;
        else
            reasons.emplace_back(&row, 1);
    }
    for (const auto &[row, count] : reasons)
        notes.push_back(row->line == 0
                            ? Message("exchange.rows_left_out", file.file, count, row->reason)
                            : Message("exchange.rows_left_out_from", file.file, count, row->line, row->reason));
    for (const Message &note : file.notes)
        notes.push_back({"base.within", file.file, note});
    if (!file.refused && file.rows == 0)
        notes.push_back({"base.within", file.file, Message("exchange.no_rows")});
    files.push_back(std::move(file));
}

} // namespace tagscope
