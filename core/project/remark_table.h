// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/clip_table.h"
#include "core/project/verdict_table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What annotators tell the lead of a clip beside their verdicts, as values.
namespace tagscope {

// Flag: somebody is to come back to the clip. NewEvent: an event is heard that the project does not have. Settled: the
// lead looked at it.
enum class RemarkKind { Flag, NewEvent, Settled };

inline constexpr std::size_t kRemarkKinds = 3;

[[nodiscard]] std::string_view nameOf(RemarkKind kind); // "flag", "new event", "settled"
[[nodiscard]] std::optional<RemarkKind> remarkKindNamed(std::string_view name);

// Entries are only ever added: of those of the same clip, kind, word and annotator the latest holds.
struct Remark {
    ClipId clip = 0;
    RemarkKind kind = RemarkKind::Flag;
    std::string annotator; // a name; not empty
    std::string word = {}; // of an event that is new, its name; empty: it is about a flag
    std::string note = {}; // why; of what was settled, the event that it was taken for
    AuditStage stage = AuditStage::Sound;
    std::int64_t time = 0; // microseconds since 1970, UTC
    bool holds = true;     // false: it was taken back

    friend bool operator==(const Remark &, const Remark &) = default;
};

// Those of a history that hold, ordered by clip, kind, word and annotator; of several of one moment the content
// decides, not the order of the history.
[[nodiscard]] std::vector<Remark> standingRemarks(std::vector<Remark> history);

// The flags and new events that hold and that nobody settled since. The same order.
[[nodiscard]] std::vector<Remark> openRemarks(const std::vector<Remark> &history);

} // namespace tagscope
