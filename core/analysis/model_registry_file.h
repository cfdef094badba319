// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/model_registry.h"

// Inside of the model registry: what listing, checking and importing share.
namespace tagscope {

// Replaces registry.json, atomically.
[[nodiscard]] Result<void> writeModelRegistry(const std::filesystem::path &directory,
                                              const std::vector<RegisteredModel> &models);

// Loads a file in the form in which it is registered and answers the metadata worth recording.
[[nodiscard]] Result<std::map<std::string, std::string>> inspectModel(ModelKind kind,
                                                                      const std::filesystem::path &file);

} // namespace tagscope
