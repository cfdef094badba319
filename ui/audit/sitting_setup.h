// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_scores.h"
#include "core/project/verdict_table.h"

#include <QKeySequence>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace tagscope::ui {

// The project's setting that holds how it is audited.
inline constexpr const char *kAuditKey = "audit";

// What an annotator sits down to: which pairs, in which order, and knowing what.
struct SittingSetup {
    QueueOrder order = QueueOrder::SeenNotHeard;
    std::string event; // name; empty: all events
    std::string split; // empty: all clips
    AuditStage stage = AuditStage::Sound;
    std::size_t controlEvery = 10; // 0: none
    bool holdsBackDuplicates = true;
    bool playsStretch = false; // of the event, in the place of the whole clip, where the stage allows it
    std::uint64_t seed = 1;

    friend bool operator==(const SittingSetup &, const SittingSetup &) = default;
};

// One a verdict, in the order of VerdictValue; nothing: the program's own.
using VerdictKeys = std::array<std::optional<QKeySequence>, kVerdictValues>;

// What a project keeps of how it is audited.
struct AuditSetting {
    SittingSetup setup;
    VerdictKeys keys;

    friend bool operator==(const AuditSetting &, const AuditSetting &) = default;
};

[[nodiscard]] std::string jsonOf(const AuditSetting &setting);
// What cannot be read is as of the defaults.
[[nodiscard]] AuditSetting auditSettingIn(const std::string &json);

} // namespace tagscope::ui
