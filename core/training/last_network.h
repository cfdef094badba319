// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/training_progress.h"

#include <filesystem>

namespace tagscope {

// Makes a CRNN file, last.safetensors in the run's directory, of the weights in the run's checkpoint; the description
// is that of its best network. The answer is the file. Errors: those of TensorFile, Crnn::load() and Crnn::save(),
// Inconsistent where the two do not belong together.
[[nodiscard]] Result<std::filesystem::path> writeLastNetwork(const TrainingPaths &paths);

} // namespace tagscope
