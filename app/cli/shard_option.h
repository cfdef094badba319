// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/shard.h"

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

namespace tagscope::cli {

// --shard I/N; what is no part is wrong usage.
CLI::Option *addShardOption(CLI::App &command, std::optional<Shard> &shard, const std::string &description);

} // namespace tagscope::cli
