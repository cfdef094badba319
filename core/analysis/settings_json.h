// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/base/result.h"

#include <string>

namespace tagscope {

// The settings as a JSON document with every field, for people and for storing beside results. Infinite thresholds are
// the strings "inf" and "-inf", which JSON's numbers cannot say.
[[nodiscard]] std::string settingsToJson(const AnalysisSettings &settings);

// The inverse. Errors: Malformed, naming the field.
[[nodiscard]] Result<AnalysisSettings> settingsFromJson(const std::string &json);

// The part of the settings that the costly stages depend on: not weights and thresholds, which are applied afterwards.
[[nodiscard]] std::string stageSettingsToJson(const AnalysisSettings &settings);

} // namespace tagscope
