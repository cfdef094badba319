// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// What a table of verdicts looks like, for who writes and who reads it.
namespace tagscope {

inline constexpr std::string_view kVerdictTableHeader =
    "clip,event,annotator,stage,heard,seen,note,time,key,played,plays,informed";
// Behind it where the table has remarks: of a verdict nothing, of others what nameOf(RemarkKind) says, with these words
// where it was taken back. Their event is their word; they have no answers.
inline constexpr std::string_view kRemarkColumn = ",remark";
inline constexpr std::string_view kTakenBack = " taken back";
inline constexpr std::string_view kVerdictTableEnd = ",row,check";

// What stands in a row's last column: the beginning of the SHA-256 of the row before its last comma, as it is written,
// and of the check of the row before, empty for the first. Finds slips, not forgers.
[[nodiscard]] std::string verdictRowCheck(std::string_view checkBefore, std::string_view row);

} // namespace tagscope
