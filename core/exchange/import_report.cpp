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

std::vector<Message> sentencesOf(const FileReport &file) {
    std::vector<Message> sentences;
    if (file.refused)
        sentences.push_back(file.refused->message);
    std::vector<std::pair<const LeftOutRow *, std::size_t>> reasons; // with the first line of each
    for (const LeftOutRow &row : file.leftOut) {
        const auto same =
            std::ranges::find_if(reasons, [&row](const auto &one) { return one.first->reason == row.reason; });
        if (same != reasons.end())
            ++same->second;
        else
            reasons.emplace_back(&row, 1);
    }
    for (const auto &[row, count] : reasons)
        sentences.push_back(row->line == 0
                                ? Message("exchange.rows_left_out", file.file, count, row->reason)
                                : Message("exchange.rows_left_out_from", file.file, count, row->line, row->reason));
    for (const Message &note : file.notes)
        sentences.push_back({"base.within", file.file, note});
    if (!file.refused && file.rows == 0)
        sentences.push_back({"base.within", file.file, Message("exchange.no_rows")});
    return sentences;
}

void AuditImportReport::take(FileReport file) {
    const std::vector<Message> sentences = sentencesOf(file);
    notes.insert(notes.end(), sentences.begin(), sentences.end());
    files.push_back(std::move(file));
}

} // namespace tagscope
