// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/training/training_progress.h"
#include "core/training/training_settings.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Networks that a run had after its epochs, kept as 16-bit floats when TrainingSettings::keepEpochs asks for them.
namespace tagscope {

// A network of a run. Written "run-1" for the best one and "run-1@5" for that after the fifth epoch.
struct RunNetwork {
    std::string run;
    std::optional<int> epoch; // counted from 0; nothing: the best
};

[[nodiscard]] std::string nameOf(const RunNetwork &network);
// A run that is called so itself comes first.
[[nodiscard]] Result<RunNetwork> runNetworkNamed(const Project &project, std::string_view name);

// The file of that network, which is there. Errors: Unreadable where the run has no epoch yet, or kept another.
[[nodiscard]] Result<std::filesystem::path> fileOf(const Project &project, const RunNetwork &network);

// The epochs whose networks are there, ascending, counted from 0.
[[nodiscard]] std::vector<int> keptEpochs(const TrainingPaths &paths);

// Whether the network after this epoch (counted from 0) is to be kept.
[[nodiscard]] bool isEpochKept(const TrainingSettings &settings, int epoch);

// Bytes that a run's kept epochs take in all, of a network with so many numbers.
[[nodiscard]] std::uint64_t keptBytes(const TrainingSettings &settings, std::int64_t parameters);

} // namespace tagscope
