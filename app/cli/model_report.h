// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/model_entry.h"

#include <nlohmann/json.hpp>

namespace tagscope::cli {

// How the models commands print what is registered and what was published.
[[nodiscard]] nlohmann::ordered_json registeredToJson(const RegisteredModel &model);
[[nodiscard]] nlohmann::ordered_json publishedToJson(const PublishedFile &file);

} // namespace tagscope::cli
