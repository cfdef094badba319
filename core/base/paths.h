// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace tagscope {

// Where registered weights and vectors are kept: $TAGSCOPE_MODELS, else tagscope/models in the user's data directory
// ($XDG_DATA_HOME, ~/.local/share). Not created by this call.
[[nodiscard]] std::filesystem::path modelsDirectory();

// Where results of analysis are kept: $TAGSCOPE_CACHE, else tagscope in the user's cache directory
// ($XDG_CACHE_HOME, ~/.cache). Not created by this call.
[[nodiscard]] std::filesystem::path cacheDirectory();

// Where the log and traces of crashes are kept: tagscope/log in the user's state directory ($XDG_STATE_HOME,
// ~/.local/state). Not created by this call.
[[nodiscard]] std::filesystem::path logDirectory();

// Where the program that runs lies, and what was built or installed beside it. Empty where the system does not tell.
[[nodiscard]] std::filesystem::path programDirectory();

// A data file that ships with the program, such as "classes/dcase2017-task4.tsv": looked for in $TAGSCOPE_RESOURCES,
// in the installed share/tagscope beside the program, then in the source tree the program was built from.
// Error: Unreadable, naming the places tried.
[[nodiscard]] Result<std::filesystem::path> resourceFile(std::string_view name);

// The likewise shipped models/ directory (manifest, demo models).
[[nodiscard]] Result<std::filesystem::path> shippedModelFile(std::string_view name);

} // namespace tagscope
