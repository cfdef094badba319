// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frequency_range.h"
#include "core/base/seconds.h"
#include "core/project/clip_table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What annotators say of a project's (clip, event) pairs, as values.
namespace tagscope {

// What is asked of a pair, on each of two axes: is it heard, is it seen.
enum class AuditAnswer { No, Yes, Unsure };
struct Answers {
    std::optional<AuditAnswer> heard; // nothing: not asked
    std::optional<AuditAnswer> seen;

    friend bool operator==(const Answers &, const Answers &) = default;
};

// Every pair of answers of which at least one was given. The first five answer both and have a word each.
enum class VerdictValue {
    Audible, // heard, not seen
    Visible, // not heard, seen
    Both,    // heard and seen
    Neither, // neither
    Unsure,  // of both
    Heard,   // of the sound alone, as are the next two
    NotHeard,
    HeardUnsure,
    Seen, // of the pictures alone, as are the next two
    NotSeen,
    SeenUnsure,
    HeardSeenUnsure, // heard; whether it is seen is unsure
    NotHeardSeenUnsure,
    SeenHeardUnsure,
    NotSeenHeardUnsure
};

// What the annotator knew: the sound alone; the pictures too; the output of the models too. Adjudicated: what was
// decided where annotators disagree; it holds before every other.
enum class AuditStage { Sound, Pictures, ModelOutput, Adjudicated };

inline constexpr std::size_t kVerdictValues = 5; // those with a word
inline constexpr std::size_t kAllVerdictValues = 15;
inline constexpr std::size_t kAuditStages = 4;

// "audible", "visible", "both", "neither", "unsure", "heard", "not heard", "unsure whether heard" …; "sound",
// "pictures", "model-output", "adjudicated".
[[nodiscard]] std::string_view nameOf(VerdictValue value);
[[nodiscard]] std::string_view nameOf(AuditStage stage);
[[nodiscard]] std::string_view nameOf(AuditAnswer answer); // "no", "yes", "unsure"
[[nodiscard]] std::optional<VerdictValue> verdictNamed(std::string_view name);
[[nodiscard]] std::optional<AuditStage> stageNamed(std::string_view name);
[[nodiscard]] std::optional<AuditAnswer> answerNamed(std::string_view name);

[[nodiscard]] Answers answersIn(VerdictValue value);
[[nodiscard]] std::optional<VerdictValue> valueFor(const Answers &answers); // nothing where neither is given

// What a verdict says; nothing where it is unsure of that, or was not asked.
[[nodiscard]] std::optional<bool> isAudible(VerdictValue value);
[[nodiscard]] std::optional<bool> isVisible(VerdictValue value);

// Something that an annotator said of a pair. Entries are only ever added: of those of the same pair, stage and
// annotator the latest holds.
struct Verdict {
    ClipId clip = 0;
    int event = 0; // index into the project's classes
    AuditStage stage = AuditStage::Sound;
    std::string annotator;             // a name; not empty
    std::optional<VerdictValue> value; // nothing: an earlier one was taken back
    std::string note;
    std::int64_t time = 0;                       // microseconds since 1970, UTC
    std::string key = {};                        // that was pressed; empty: none, or not known
    std::optional<double> played = std::nullopt; // seconds of the clip that had sounded before; nothing: not known
    int plays = 0;                               // how often it was started before
    bool isInformed = false;                     // the annotator had seen more of the clip than the stage shows

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

// What a verdict says of what can be perceived at its stage: of the sound stage nothing of what is seen, also where an
// older version's word said it. Neither answer where it was taken back.
[[nodiscard]] Answers answersOf(const Verdict &verdict);
// Yes or no; nothing for unsure and for no answer.
[[nodiscard]] std::optional<bool> saidIn(std::optional<AuditAnswer> answer);

// An event with its times in the clip, as an annotator marked it.
struct MarkedRegion {
    ClipId clip = 0;
    int event = 0;
    std::string annotator;  // not empty
    Seconds onset{0};       // in the clip
    Seconds offset{0};      // > onset
    std::int64_t added = 0; // microseconds since 1970, UTC
    std::optional<std::int64_t> removed = std::nullopt;
    std::optional<FrequencyRange> frequencies = std::nullopt; // none: the full height
    std::optional<double> confidence = std::nullopt;          // finite, as the region's source gives it
    std::optional<int> channel = std::nullopt;                // from 1, of the recording
    std::string note = {};
    std::string source = {}; // the file that it came from; empty: marked in this program

    friend bool operator==(const MarkedRegion &, const MarkedRegion &) = default;
};

// Those of a history that hold: for each pair, stage and annotator the latest, unless it takes one back. Ordered by
// clip, event, stage and annotator. Of several of one moment the answers decide, not the order of the history.
[[nodiscard]] std::vector<Verdict> standingVerdicts(std::vector<Verdict> history);

// "2026-01-15T10:00:00.123456Z".
[[nodiscard]] std::string isoTime(std::int64_t microseconds);
// Of ISO 8601, also without microseconds or with more digits, with another zone or none (UTC), or a date alone. Nothing
// for another form.
[[nodiscard]] std::optional<std::int64_t> microsecondsOf(std::string_view isoTime);
[[nodiscard]] std::int64_t nowInMicroseconds();

} // namespace tagscope
