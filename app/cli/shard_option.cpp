// SPDX-License-Identifier: GPL-3.0-or-later
#include "shard_option.h"

namespace tagscope::cli {

CLI::Option *addShardOption(CLI::App &command, std::optional<Shard> &shard, const std::string &description) {
    return command
        .add_option_function<std::string>(
            "--shard",
            [&shard](const std::string &text) {
                shard = shardFrom(text);
                if (!shard)
                    throw CLI::ValidationError("--shard", text + " is not a part such as 2/8");
            },
            description)
        ->type_name("I/N");
}

} // namespace tagscope::cli
